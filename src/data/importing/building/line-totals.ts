import { columnOrNull, type TypedFile } from './typed-file.ts';

/** Whether a file tells of discounts on its lines. */
export const hasLineDiscount = ({ targets }: TypedFile): boolean =>
  ['lines.discount', 'lines.discount_rate'].some((target) => targets.has(target));

/**
 * The rows of a file of order lines with `line_net`, `taken_off` and `is_return`. Line total = given, or pieces × price −
 * discount; a discount given as a share is of the price before discount. A line takes goods back when its pieces or total
 * are negative or its order is a credit note.
 */
export const lineTotalsSql = (file: TypedFile): string => {
  const column = (name: string): string => columnOrNull(file, `lines.${name}`);
  const isCreditNote = file.rules.creditNoteWhere ?? 'false';
  return `
    with priced as (
      select *, coalesce(${column('gross')}, (${column('quantity')} * ${column('unit_price')}::double)::decimal(18, 4)) as base,
        ${column('net')} as given, coalesce(${column('discount_rate')}, 0) as rate from ${file.table}
    ),
    discounted as (
      select *, coalesce(
        ${column('discount')},
        case when given is null then base * rate else given * rate / nullif(1 - rate, 0) end,
        0)::decimal(18, 4) as taken_off from priced
    ),
    totalled as (select *, coalesce(given, base - taken_off) as line_net from discounted)
    select *, (coalesce(${column('quantity')} < 0, false) or line_net < 0 or ${isCreditNote}) as is_return from totalled`;
};
