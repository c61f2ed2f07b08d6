import type { ValueKind } from '../contract.ts';
import { kindOfValue } from '../values/value-kind.ts';
import type { Repair } from './record-dialect.ts';

/** The fields of a row fitted to the columns, and how. */
export interface Fitted {
  readonly fields: readonly string[];
  readonly repair: Repair;
}

/** What each liberty with a row of the wrong length costs; the cheapest fit is taken. */
const costs = {
  misfit: 1,
  /** A number or a date in a column of words. */
  unlikely: 0.2,
  /** A value in a column that has none elsewhere. */
  misplaced: 2,
  /** A column left empty: at the end of the row, where writers leave values out, or before. */
  emptyAtEnd: 0.4,
  empty: 0.9,
  /** An empty field left out, at the end or before. */
  surplusAtEnd: 0.1,
  surplus: 0.6,
  /** A field joined to the one before it; text goes on with a space after its own punctuation. */
  joined: 1.2,
  joinedAfterSpace: 0.7,
  cut: 1.9,
} as const;

/** Longer rows than this are filled up or cut at the end. */
const mostFitted = 300;

type Move = 'take' | 'empty' | 'surplus' | 'join' | 'cut';

interface Cell {
  readonly cost: number;
  readonly move: Move;
}

const wider: Readonly<Partial<Record<ValueKind, readonly ValueKind[]>>> = {
  number: ['integer'],
  datetime: ['date'],
  integer: ['date'],
};

/** Cost of a value that doesn't look like those of its column; 0 when it does. */
const misfit = (value: string, kind: ValueKind): number => {
  if (value.trim() === '') return 0;
  if (kind === 'empty') return costs.misplaced;
  const found = kindOfValue(value);
  if (kind === 'text') return found === 'text' || found === 'boolean' ? 0 : costs.unlikely;
  return found === kind || wider[kind]?.includes(found) === true ? 0 : costs.misfit;
};

/** A row to be fitted to its columns. */
interface Row {
  readonly fields: readonly string[];
  readonly quoted: readonly (boolean | undefined)[];
  readonly kinds: readonly ValueKind[];
}

/** Whether field `i` may be joined to the value of the column before `j`: neighbouring words without quotes. */
const isJoinable = ({ quoted, kinds }: Row, i: number, j: number): boolean =>
  i > 0 && j > 0 && quoted[i] !== true && quoted[i - 1] !== true && kinds[j - 1] === 'text';

/** What may be done with field `i` besides taking it for column `j`; `after` is the cost of what follows it. */
const asideMoves = (row: Row, i: number, j: number, after: number): readonly Cell[] => {
  const field = row.fields[i] ?? '';
  const isAtEnd = j === row.kinds.length;
  const moves: Cell[] = isAtEnd ? [{ move: 'cut', cost: costs.cut + after }] : [];
  if (field.trim() === '')
    moves.push({ move: 'surplus', cost: (isAtEnd ? costs.surplusAtEnd : costs.surplus) + after });
  else if (isJoinable(row, i, j))
    moves.push({
      move: 'join',
      cost: (field.startsWith(' ') ? costs.joinedAfterSpace : costs.joined) + after,
    });
  return moves;
};

/** What may be done when fields from `i` on are to fill columns from `j` on, with the cost of the rest. */
const movesAt = (row: Row, i: number, j: number, rest: (i: number, j: number) => number): readonly Cell[] => {
  const [n, m] = [row.fields.length, row.kinds.length];
  const moves: Cell[] = [];
  if (i < n && j < m)
    moves.push({
      move: 'take',
      cost: misfit(row.fields[i] ?? '', row.kinds[j] ?? 'text') + rest(i + 1, j + 1),
    });
  if (j < m) moves.push({ move: 'empty', cost: (i === n ? costs.emptyAtEnd : costs.empty) + rest(i, j + 1) });
  return i < n ? [...moves, ...asideMoves(row, i, j, rest(i + 1, j))] : moves;
};

/** Costs of fitting the fields from `i` on to the columns from `j` on, filled from the end. */
const fillCosts = (row: Row): readonly (readonly Cell[])[] => {
  const [n, m] = [row.fields.length, row.kinds.length];
  const grid: Cell[][] = Array.from({ length: n + 1 }, () => new Array<Cell>(m + 1));
  const rest = (i: number, j: number): number => grid[i]?.[j]?.cost ?? Infinity;
  for (let i = n; i >= 0; i -= 1)
    for (let j = m; j >= 0; j -= 1)
      (grid[i] ?? [])[j] = movesAt(row, i, j, rest).reduce<Cell>(
        (least, move) => (move.cost < least.cost - 1e-9 ? move : least),
        { move: 'take', cost: i === n && j === m ? 0 : Infinity },
      );
  return grid;
};

const repairOf = (moves: ReadonlySet<Move>): Repair => {
  if (moves.has('cut')) return 'cut';
  if (moves.has('join')) return 'joined';
  return moves.has('empty') ? 'short' : 'surplus';
};

/** Carries out one move. */
const apply = (fitted: string[], move: Move, field: string, delimiter: string): void => {
  if (move === 'take') fitted.push(field);
  if (move === 'empty') fitted.push('');
  if (move === 'join') fitted.push(`${fitted.pop() ?? ''}${delimiter}${field}`);
};

/** Follows the cheapest fit: what goes where. */
const follow = (fields: readonly string[], grid: readonly (readonly Cell[])[], delimiter: string): Fitted => {
  const columns = (grid[0]?.length ?? 1) - 1;
  const fitted: string[] = [];
  const moves = new Set<Move>();
  let at = 0;
  while (at < fields.length || fitted.length < columns) {
    const move = grid[at]?.[fitted.length]?.move ?? 'take';
    const field = fields[at] ?? '';
    moves.add(move);
    apply(fitted, move, field, delimiter);
    if (move !== 'empty') at += 1;
  }
  return { fields: fitted, repair: repairOf(moves) };
};

const fitAtEnd = (fields: readonly string[], columns: number): Fitted => {
  const surplus = fields.slice(columns).some((field) => field.trim() !== '');
  const repair = surplus ? 'cut' : fields.length < columns ? 'short' : 'surplus';
  return { fields: Array.from({ length: columns }, (_, index) => fields[index] ?? ''), repair };
};

/**
 * Gives a row of the wrong length one field for every column, so that as many values as possible look like their
 * column's: empty fields are put in or left out, unquoted neighbours joined; what is left over is cut.
 */
export const fitFields = (
  fields: readonly string[],
  quoted: readonly (boolean | undefined)[],
  kinds: readonly ValueKind[],
  delimiter: string,
): Fitted & { readonly misfits: number } => {
  const isLong = Math.max(fields.length, kinds.length) > mostFitted;
  const fitted = isLong
    ? fitAtEnd(fields, kinds.length)
    : follow(fields, fillCosts({ fields, quoted, kinds }), delimiter);
  const misfits = fitted.fields.filter(
    (field, index) => misfit(field, kinds[index] ?? 'text') >= costs.misfit,
  ).length;
  return { ...fitted, misfits };
};
