import type { Enabler, Workbook } from '../../strategy/workbook.ts';
import { culture } from '../../strategy/worksheets/kinds/culture.ts';
import { enablingConditions } from '../../strategy/worksheets/kinds/enabling-conditions.ts';
import { orientation } from '../../strategy/worksheets/kinds/orientation.ts';
import { selfPosition } from '../../strategy/worksheets/kinds/self-position.ts';
import { rowsOf } from '../../strategy/worksheets/rows.ts';

/** A row as somebody scores it. */
export interface Scored {
  readonly id: string;
  readonly name: string;
  readonly scores: Readonly<Record<string, number>>;
}

/** Gives the rows of a worksheet that several people score, by name. */
export type ScoredRows = (workbook: Workbook) => readonly Scored[];

const nameOf = (enablers: readonly Enabler[], id: string | null): string =>
  enablers.find((enabler) => enabler.id === id)?.name ?? '';

/** The worksheets of the page whose disagreement is drawn. */
export const disputedSheets = {
  'enabling-conditions': (workbook) =>
    rowsOf(workbook, enablingConditions).map(({ id, values }) => ({
      id,
      name: nameOf(workbook.enablers, values.condition),
      scores: values.now,
    })),
  culture: (workbook) =>
    rowsOf(workbook, culture).map(({ id, values }) => ({ id, name: values.theme, scores: values.now })),
  'self-position': (workbook) =>
    rowsOf(workbook, selfPosition).map(({ id, values }) => ({
      id,
      name: values.question,
      scores: values.position,
    })),
  orientation: (workbook) =>
    rowsOf(workbook, orientation).map(({ id, values }) => ({
      id,
      name: values.statement,
      scores: values.now,
    })),
} satisfies Record<string, ScoredRows>;
