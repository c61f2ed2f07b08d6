import { isInPart, partsOf, type Part } from '../../sql/parts.ts';
import { beginsOrder, isInRange, type RowRange } from './grouped-rows.ts';
import { hasLineDiscount, lineTotalsSql } from './line-totals.ts';
import { hasLines } from './required-targets.ts';
import { columnOrNull, type TypedFile } from './typed-file.ts';

/** Which rows are looked at, and how the place of a row among those of its order is found. */
interface LineSlice {
  readonly where: string;
  /** SQL of the place; it counts from the rows that begin an order, or among rows that are sorted. */
  readonly place: string;
  /** Columns that it needs. */
  readonly counted: string;
}

const linesOfRange = (range: RowRange): LineSlice => ({
  where: isInRange(range),
  place:
    'place - max(case when begins then place end) over (rows between unbounded preceding and current row) + 1',
  counted: `, row_number() over () as place, ${beginsOrder} as begins`,
});

const linesOfPart = (part: Part): LineSlice => ({
  where: isInPart('order_key', part),
  place: 'row_number() over (partition by order_key order by row_no)',
  counted: '',
});

/** The order lines of some rows of a file. Cost = given, or total − profit, or pieces × cost a piece. */
const linesOf = (file: TypedFile, { where, place, counted }: LineSlice): string => {
  const column = (name: string): string => columnOrNull(file, `lines.${name}`);
  const position = file.targets.has('lines.line_no') ? `coalesce(lines__line_no, ${place})` : place;
  return `
    select order_key as order_id, (${position})::integer as line_no, product_key as product_id,
      ${column('quantity')} as quantity, ${column('unit_price')} as unit_price,
      ${hasLineDiscount(file) ? 'abs(taken_off)::decimal(18, 4)' : 'null'} as discount, line_net as net,
      coalesce(${column('cost')}, line_net - ${column('profit')},
        (${column('quantity')} * ${column('unit_cost')}::double)::decimal(18, 4)) as cost, is_return
    from (select *${counted} from (${lineTotalsSql(file)}) where ${where})`;
};

/**
 * Statements that fill `next_lines` from all files whose rows are order lines, some rows after others where there are many.
 * `ranges`: the rows of each order follow each other in them, so that nothing has to be sorted.
 */
export const buildLines = (
  files: readonly TypedFile[],
  ranges: readonly RowRange[] | undefined,
): readonly string[] =>
  files
    .filter(({ targets }) => hasLines(targets))
    .flatMap((file) => {
      const slices = ranges?.map(linesOfRange) ?? partsOf(file.staged.rows).map(linesOfPart);
      return slices.map((slice) => `insert into next_lines ${linesOf(file, slice)}`);
    });
