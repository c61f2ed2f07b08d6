import { smallestSharedGroup } from '../../core/small-group.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { numberIn, splitTable, type SplitTable } from './split-table.ts';

/** Ratings in the order of the cards, one row a respondent without names, and how many respondents were left out for a gap. */
export interface Ratings {
  readonly ratings: readonly (readonly number[])[];
  readonly incomplete: number;
}

type Rated = readonly (readonly (number | null)[])[];
type Place = ReadonlyMap<string, number>;

const isHeader = (row: readonly string[], { separator }: SplitTable): boolean =>
  row.slice(1).some((cell) => cell !== '' && numberIn(cell, separator) === null);

/** Three columns, respondent, card and rating, in any order of rows; null where a row names no card. */
const readLong = ({ rows, separator }: SplitTable, places: Place): Rated | null => {
  const byRespondent = new Map<string, (number | null)[]>();
  for (const [respondent = '', card = '', rating = ''] of rows) {
    const place = places.get(card);
    if (place === undefined) return null;
    const own = byRespondent.get(respondent) ?? Array<number | null>(places.size).fill(null);
    own[place] = numberIn(rating, separator);
    byRespondent.set(respondent, own);
  }
  return [...byRespondent.values()];
};

/** Where each card’s ratings stand: by the cards’ names in the first row, or in their order at the end of the row. */
const columnsOf = (header: readonly string[], width: number, places: Place): readonly number[] => {
  const named = [...places.keys()].map((name) => header.indexOf(name));
  return named.includes(-1) ? named.map((_, place) => width - places.size + place) : named;
};

const readWide = (table: SplitTable, places: Place): Result<Rated, string> => {
  const [first = []] = table.rows;
  const extra = first.length - places.size;
  if (extra !== 0 && extra !== 1)
    return err(
      `There are ${places.size} cards, but the ratings have ${first.length} columns: they need one a card, and may have one before them that tells the respondents apart.`,
    );
  const hasHeader = isHeader(first, table);
  const columns = columnsOf(hasHeader ? first : [], first.length, places);
  const rows = hasHeader ? table.rows.slice(1) : table.rows;
  return ok(rows.map((row) => columns.map((column) => numberIn(row[column] ?? '', table.separator))));
};

const isComplete = (row: readonly (number | null)[]): row is readonly number[] => !row.includes(null);

/** The table by respondents and cards, whichever of its two forms it has. */
const readEither = (table: SplitTable, places: Place): Result<Rated, string> => {
  const [first = [], ...others] = table.rows;
  if (first.length !== 3 || others.length === 0) return readWide(table, places);
  const rows = places.has(first[1] ?? '') ? table.rows : others;
  const long = readLong({ ...table, rows }, places);
  return long
    ? ok(long)
    : err('The second of the three columns has to name a card of the table of cards in every row.');
};

/**
 * Reads the table of ratings: one row a respondent and a column a card, or three columns respondent, card, rating. Respondents
 * without a rating for every card are left out and counted. A failure is a sentence that says what is wrong.
 */
export const readRatings = (text: string, cardNames: readonly string[]): Result<Ratings, string> => {
  const table = splitTable(text);
  if (table.rows.length === 0) return err('There are no ratings yet: one row a respondent, a column a card.');
  const rated = readEither(table, new Map(cardNames.map((name, place) => [name, place])));
  if (!rated.ok) return rated;
  const ratings = rated.value.filter(isComplete);
  const incomplete = rated.value.length - ratings.length;
  if (ratings.length >= smallestSharedGroup) return ok({ ratings, incomplete });
  return err(
    `${ratings.length} respondents rated every card with a number${incomplete > 0 ? `, ${incomplete} did not` : ''}. At least ${smallestSharedGroup} are needed: the averages of fewer are chance, and tell on single people.`,
  );
};
