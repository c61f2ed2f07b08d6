import { hasLineDiscount, lineTotalsSql } from './line-totals.ts';
import { hasLines } from './required-targets.ts';
import { columnOrNull, type TypedFile } from './typed-file.ts';

/** The order lines of a file. Cost = given, or total − profit, or pieces × cost a piece. */
const linesOf = (file: TypedFile): string => {
  const column = (name: string): string => columnOrNull(file, `lines.${name}`);
  const position = file.targets.has('lines.line_no')
    ? 'coalesce(lines__line_no, row_number() over (partition by order_key order by row_no))'
    : 'row_number() over (partition by order_key order by row_no)';
  return `
    select order_key as order_id, (${position})::integer as line_no, product_key as product_id,
      ${column('quantity')} as quantity, ${column('unit_price')} as unit_price,
      ${hasLineDiscount(file) ? 'abs(taken_off)::decimal(18, 4)' : 'null'} as discount, line_net as net,
      coalesce(${column('cost')}, line_net - ${column('profit')},
        (${column('quantity')} * ${column('unit_cost')}::double)::decimal(18, 4)) as cost, is_return
    from (${lineTotalsSql(file)})`;
};

/** Fills `next_lines` from all files whose rows are order lines. */
export const buildLines = (files: readonly TypedFile[]): readonly string[] =>
  files.filter(({ targets }) => hasLines(targets)).map((file) => `insert into next_lines ${linesOf(file)}`);
