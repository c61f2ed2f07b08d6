import { hasLines } from './required-targets.ts';
import { columnOrNull, type TypedFile } from './typed-file.ts';

/**
 * The order lines of a file. Line total = given, or pieces × price − discount; a discount given as a share is of the
 * price before discount. A line takes goods back when its pieces or total are negative or its order is a credit note.
 * Cost = given, or total − profit, or pieces × cost a piece.
 */
const linesOf = (file: TypedFile): string => {
  const column = (name: string): string => columnOrNull(file, `lines.${name}`);
  const position = file.targets.has('lines.line_no')
    ? 'coalesce(lines__line_no, row_number() over (partition by order_key order by row_no))'
    : 'row_number() over (partition by order_key order by row_no)';
  const hasDiscount = ['lines.discount', 'lines.discount_rate'].some((target) => file.targets.has(target));
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
    select order_key as order_id, (${position})::integer as line_no, product_key as product_id,
      ${column('quantity')} as quantity, ${column('unit_price')} as unit_price,
      ${hasDiscount ? 'abs(taken_off)::decimal(18, 4)' : 'null'} as discount, line_net as net,
      coalesce(${column('cost')}, line_net - ${column('profit')},
        (${column('quantity')} * ${column('unit_cost')}::double)::decimal(18, 4)) as cost,
      (coalesce(${column('quantity')} < 0, false) or line_net < 0 or ${isCreditNote}) as is_return
    from totalled`;
};

/** Fills `next_lines` from all files whose rows are order lines. */
export const buildLines = (files: readonly TypedFile[]): readonly string[] =>
  files.filter(({ targets }) => hasLines(targets)).map((file) => `insert into next_lines ${linesOf(file)}`);
