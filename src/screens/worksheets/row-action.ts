import type { Fields } from '../../strategy/worksheets/field.ts';
import type { RowOf } from '../../strategy/worksheets/worksheet.ts';

/** Something that can be done with a row beside writing it; a button in its details. */
interface RowAction {
  readonly label: string;
  readonly run: () => void;
}

/** What can be done with this row now. */
export type RowActionsOf = (row: RowOf<Fields>) => readonly RowAction[];

/** The rows of a worksheet that are shown, and what a row that is added says so that it is one of them. */
export interface RowChoice {
  readonly has: (row: RowOf<Fields>) => boolean;
  readonly given: Readonly<Record<string, unknown>>;
}
