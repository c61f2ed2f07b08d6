import type { Predicate } from '../../core/predicate.ts';
import type { App } from '../../state/app.svelte.ts';
import { newId } from '../../state/new-id.ts';
import { keepChanceRow } from '../../strategy/commands/chances.ts';
import { opportunities } from '../../strategy/worksheets/kinds/opportunities.ts';
import { blankRow } from '../../strategy/worksheets/rows.ts';

/** Customers who were picked on a chart, and what serving them better would bring. */
export interface Chance {
  readonly label: string;
  readonly predicate: Predicate;
  /** Null while they are not counted. */
  readonly customers: number | null;
  /** Money a year; null where nobody said. */
  readonly worth: number | null;
}

/** Writes a chance down as a segment and an opportunity for it, in one undo step, and says so with a way there. */
export const keepChance = (app: App, { label, predicate, customers, worth }: Chance): void => {
  const segment = { id: newId(), name: label, note: '', predicate };
  const row = blankRow(opportunities, newId(), {
    title: label,
    level: 'cluster',
    segment: segment.id,
    customers,
    worth,
  });
  app.workbook.execute(keepChanceRow(segment, row));
  app.notices.say(`“${label}” is among the opportunities, with its segment. Score it to rank it.`, {
    tone: 'good',
    action: {
      label: 'Open it',
      run: () => {
        app.router.go('/opportunities', { row: row.id });
      },
    },
  });
};
