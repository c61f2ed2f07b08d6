import { err, ok, type Result } from '../../core/result.ts';
import type { ConjointStudy } from '../../engine/contract.ts';
import { splitTable } from './split-table.ts';

/** The offers that were put before the respondents, read from a table, with their names in its order. */
export type Cards = Pick<ConjointStudy, 'attributes' | 'cards'> & { readonly names: readonly string[] };

/** Levels in the order of their numbers, where they are numbers, or as they first appear. */
const levelsOf = (cells: readonly string[]): readonly string[] => {
  const levels = [...new Set(cells)];
  return levels.every((level) => level !== '' && Number.isFinite(Number(level)))
    ? levels.toSorted((one, other) => Number(one) - Number(other))
    : levels;
};

const areAllDifferent = (cells: readonly string[]): boolean => new Set(cells).size === cells.length;

const checkShape = (rows: readonly (readonly string[])[], width: number): string | null => {
  if (rows.length < 2)
    return 'The cards need a first row with the names of the attributes and below it one row a card.';
  const uneven = rows.findIndex((row) => row.length !== width || row.includes(''));
  return uneven < 0
    ? null
    : `Card ${uneven + 1} has ${rows[uneven]?.filter((cell) => cell !== '').length ?? 0} cells, the first row ${width}: every card needs a level for every attribute.`;
};

const checkDesign = ({ attributes, cards }: Cards): string | null => {
  const single = attributes.find(({ levels }) => levels.length < 2);
  if (single)
    return `“${single.name}” is the same on every card, so the study can’t tell what it is worth: leave that column out.`;
  const coefficients = attributes.reduce((count, { levels }) => count + levels.length - 1, 1);
  return cards.length > coefficients
    ? null
    : `${cards.length} cards are too few: these attributes and levels need at least ${coefficients + 1}.`;
};

/**
 * Reads the table of cards: a row of attribute names, then one row a card with its levels. A first column in which every cell is
 * different names the cards. A failure is a sentence that says what is wrong.
 */
export const readCards = (text: string): Result<Cards, string> => {
  const [header = [], ...rows] = splitTable(text).rows;
  const wrong = checkShape(rows, header.length);
  if (wrong !== null) return err(wrong);
  const columns = header.map((name, at) => ({ name, cells: rows.map((row) => row[at] ?? '') }));
  const [first] = columns;
  const isNamed = columns.length > 1 && first !== undefined && areAllDifferent(first.cells);
  const attributes = columns
    .slice(isNamed ? 1 : 0)
    .map(({ name, cells }) => ({ name, cells, levels: levelsOf(cells) }));
  const found: Cards = {
    attributes: attributes.map(({ name, levels }) => ({ name, levels })),
    cards: rows.map((_, card) => attributes.map(({ cells, levels }) => levels.indexOf(cells[card] ?? ''))),
    names: rows.map((row, card) => (isNamed ? (row[0] ?? '') : String(card + 1))),
  };
  const problem = checkDesign(found);
  return problem === null ? ok(found) : err(problem);
};
