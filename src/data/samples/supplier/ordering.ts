import type { Random } from '../../../core/numeric/random.ts';
import { happens, pickOne } from '../draw.ts';
import { dayCount, monthOf, timeOf, weekdayOf } from '../trading-days.ts';
import type { Account } from './accounts.ts';
import { planted } from './planted.ts';
import type { SupplierProduct } from './products.ts';

/** One line of an order or credit note; money in pence, all positive. */
export interface OrderedLine {
  readonly product: SupplierProduct;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly discount: number;
  readonly net: number;
  readonly cost: number;
}

/** An order, or a credit note for goods that came back. */
export interface SupplierDocument {
  readonly account: Account;
  readonly day: number;
  readonly at: number;
  readonly isCreditNote: boolean;
  readonly isCancelled: boolean;
  readonly lines: readonly OrderedLine[];
}

const busyMonths = [0.9, 0.92, 1, 1, 0.98, 1, 0.92, 0.88, 1.05, 1.12, 1.2, 0.95];
/** Share of the cost of goods that returned packaging is still worth. */
const worthOfReturns = 0.6;
const assortmentSize = 8;

/** The working day on which something planned for a day happens. */
export const workingDay = (position: number): number => {
  const weekday = weekdayOf(position);
  return position + (weekday === 6 ? 2 : weekday === 0 ? 1 : 0);
};

const workTime = (random: Random, day: number): number => timeOf(day, random.whole(8 * 60, 17 * 60));

const drawLine = (
  random: Random,
  account: Account,
  product: SupplierProduct,
  pence: number,
  years: number,
): OrderedLine => {
  const unitPrice = Math.round(product.price * 1.03 ** Math.floor(years));
  const pieces = pence / (unitPrice * (1 - account.discount));
  const step = pieces > 200 ? 50 : pieces > 40 ? 10 : 1;
  const quantity = Math.max(step, Math.round((pieces * (0.7 + 0.6 * random.next())) / step) * step);
  const gross = quantity * unitPrice;
  const discount = Math.round(gross * account.discount);
  const cost = Math.round(quantity * product.cost * 1.03 ** Math.floor(years));
  return { product, quantity, unitPrice, discount, net: gross - discount, cost };
};

/** What comes back from an order, if anything: a third of the pieces of one line, credited at what was paid. */
const drawCreditNote = (random: Random, order: SupplierDocument): SupplierDocument | null => {
  const { account, lines } = order;
  const probability = account.isCostly ? planted.costlyAccounts.returnProbability : 0.025;
  const day = workingDay(order.day + random.whole(4, 25));
  if (order.isCancelled || !happens(random, probability) || day >= dayCount) return null;
  const line = pickOne(random, lines);
  const quantity = Math.max(1, Math.round(line.quantity / 3));
  const share = quantity / line.quantity;
  const net = Math.round(line.net * share);
  const cost = Math.round(line.cost * share * worthOfReturns);
  const credited = { product: line.product, quantity, unitPrice: net / quantity, discount: 0, net, cost };
  return {
    account,
    day,
    at: workTime(random, day),
    isCreditNote: true,
    isCancelled: false,
    lines: [credited],
  };
};

const drawOrder = (
  random: Random,
  account: Account,
  assortment: readonly SupplierProduct[],
  day: number,
  gap: number,
): SupplierDocument => {
  const years = day / 365.25;
  const yearly = account.yearlySpend * (1 + account.growth) ** ((day - account.seenOn) / 365.25);
  const season = busyMonths[monthOf(day) % 12] ?? 1;
  const pence = ((yearly * 100 * gap) / 365.25) * season * Math.exp(0.3 * random.normal() - 0.045);
  const count = account.isCostly ? random.whole(3, 7) : random.whole(1, 4);
  const start = random.whole(0, assortment.length - 1);
  const lines = Array.from({ length: count }, (_, index) => assortment[(start + index) % assortment.length])
    .filter((product) => product !== undefined)
    .map((product) => drawLine(random, account, product, pence / count, years));
  const isCancelled = happens(random, 0.01);
  return { account, day, at: workTime(random, day), isCreditNote: false, isCancelled, lines };
};

const documentsOf = (
  random: Random,
  account: Account,
  products: readonly SupplierProduct[],
): readonly SupplierDocument[] => {
  const documents: SupplierDocument[] = [];
  const first = random.whole(0, products.length - 1);
  const assortment = Array.from(
    { length: assortmentSize },
    (_, index) => products[(first + index * 5) % products.length],
  ).filter((product) => product !== undefined);
  let gap = account.ordersEveryDays;
  let planned = account.seenOn + random.next() * gap;
  while (!account.isProspect) {
    const day = workingDay(Math.floor(planned));
    if (day >= Math.min(account.leavesOn, dayCount)) break;
    const order = drawOrder(random, account, assortment, day, gap);
    const creditNote = drawCreditNote(random, order);
    documents.push(order, ...(creditNote === null ? [] : [creditNote]));
    gap = random.gamma(4, account.ordersEveryDays / 4);
    planned += gap;
  }
  return documents;
};

/** All orders and credit notes in the order of time. Accounts reorder regularly what they always buy. */
export const createDocuments = (
  random: Random,
  accounts: readonly Account[],
  products: readonly SupplierProduct[],
): readonly SupplierDocument[] =>
  accounts.flatMap((account) => documentsOf(random, account, products)).sort((a, b) => a.at - b.at);
