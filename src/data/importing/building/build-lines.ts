import { beginsOrder } from './grouped-rows.ts';
import { hasLineDiscount, lineTotalsSql } from './line-totals.ts';
import { hasLines } from './required-targets.ts';
import { columnOrNull, type TypedFile } from './typed-file.ts';

/** SQL of the place of a row among those of its order. */
const placeSql = (isGrouped: boolean): string =>
  isGrouped
    ? 'place - max(case when begins then place end) over (rows between unbounded preceding and current row) + 1'
    : 'row_number() over (partition by order_key order by row_no)';

/** The order lines of a file. Cost = given, or total − profit, or pieces × cost a piece. */
const linesOf = (file: TypedFile, isGrouped: boolean): string => {
  const column = (name: string): string => columnOrNull(file, `lines.${name}`);
  const place = placeSql(isGrouped);
  const position = file.targets.has('lines.line_no') ? `coalesce(lines__line_no, ${place})` : place;
  const counted = isGrouped ? `, row_number() over () as place, ${beginsOrder} as begins` : '';
  return `
    select order_key as order_id, (${position})::integer as line_no, product_key as product_id,
      ${column('quantity')} as quantity, ${column('unit_price')} as unit_price,
      ${hasLineDiscount(file) ? 'abs(taken_off)::decimal(18, 4)' : 'null'} as discount, line_net as net,
      coalesce(${column('cost')}, line_net - ${column('profit')},
        (${column('quantity')} * ${column('unit_cost')}::double)::decimal(18, 4)) as cost, is_return
    from (select *${counted} from (${lineTotalsSql(file)}))`;
};

/** Fills `next_lines` from all files whose rows are order lines. `isGrouped`: the rows of each order follow each other. */
export const buildLines = (files: readonly TypedFile[], isGrouped: boolean): readonly string[] =>
  files
    .filter(({ targets }) => hasLines(targets))
    .map((file) => `insert into next_lines ${linesOf(file, isGrouped)}`);
