import { isDated } from './required-targets.ts';
import { columnOrNull, type TypedFile } from './typed-file.ts';

const refundWords =
  'refund|chargeback|reversal|erstatt|ruckzahl|rembours|reembols|devoluc|estorno|rimbors|storno';
const failedWords = 'fail|declin|error|reject|void|abgelehnt|fehlgeschlagen|refus|rechaz|recus|rifiutat';

/** Whether a file's rows are payments of orders that other files date: a status there is the payment's, not the order's. */
export const tellsPayments = ({ targets }: TypedFile): boolean =>
  targets.has('orders.paid') && !isDated(targets);

const matches = (file: TypedFile, target: string, words: string): string =>
  `coalesce(regexp_matches(strip_accents(lower(${columnOrNull(file, target)})), '${words}'), false)`;

/** SQL for whether a row gives money back: it says so, or its amount is negative. */
const isRefundSql = (file: TypedFile): string =>
  `(${matches(file, 'orders.payment_kind', refundWords)} or coalesce(orders__paid < 0, false))`;

const hasFailedSql = (file: TypedFile): string =>
  tellsPayments(file) ? matches(file, 'orders.status', failedWords) : 'false';

/** SQL of what the payments of an order gave back, over its rows; null when none did. A refund that failed gave nothing. */
export const refundsPaidSql = (file: TypedFile): string => {
  const given = `sum(${columnOrNull(file, 'orders.refund')})`;
  const paidBack = `sum(abs(orders__paid)) filter (${isRefundSql(file)} and not ${hasFailedSql(file)})`;
  return file.targets.has('orders.refund') ? `coalesce(${paidBack}, ${given})` : paidBack;
};

/** SQL of how an order was paid: by its largest payment that neither failed nor gave money back. */
export const paymentMethodSql = (file: TypedFile): string =>
  `arg_max(${columnOrNull(file, 'orders.payment_method')}, orders__paid)
     filter (not ${isRefundSql(file)} and not ${hasFailedSql(file)})`;
