import type { WorksheetRow } from '../records/worksheet.ts';
import { blankRow } from './rows.ts';
import type { Worksheet } from './worksheet.ts';

/**
 * The ready content of a worksheet as rows with new ids. A link to a row of the same worksheet is written in ready content as that
 * row's name, and leads to the row that comes along.
 */
export const starterRows = (worksheet: Worksheet, newId: () => string): readonly WorksheetRow[] => {
  const starters = (worksheet.starters?.rows ?? []).map((given) => ({ given, id: newId() }));
  const links = Object.keys(worksheet.fields).filter((key) => {
    const field = worksheet.fields[key];
    return field?.kind === 'row' && field.worksheet === worksheet.id;
  });
  const idOf = (name: unknown): string | null =>
    starters.find(({ given }) => given[worksheet.name] === name)?.id ?? null;
  return starters.map(({ given, id }) =>
    blankRow(worksheet, id, {
      ...given,
      ...Object.fromEntries(
        links.filter((key) => given[key] !== undefined).map((key) => [key, idOf(given[key])]),
      ),
    }),
  );
};
