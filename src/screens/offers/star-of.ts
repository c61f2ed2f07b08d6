import type { App } from '../../state/app.svelte.ts';
import { newId } from '../../state/new-id.ts';
import { addRows } from '../../strategy/commands/worksheets.ts';
import { valueStar } from '../../strategy/worksheets/kinds/value-star.ts';
import type { RowIn } from '../../strategy/worksheets/opportunity-drafts.ts';
import { blankRow, rowsOf } from '../../strategy/worksheets/rows.ts';
import { starAxes, type StarAxis } from '../../strategy/worksheets/star-axes.ts';

/** A row of the star. */
export type StarRow = RowIn<typeof valueStar>;

/** Id of the segment whose star is shown; null for all customers: that of the address, else the first one that has a star. */
export const chosenStar = (app: App): string | null => {
  const asked = app.router.route.query['star'];
  if (asked === 'all') return null;
  const known = app.workbook.segment(asked ?? null);
  return known ? known.id : (rowsOf(app.workbook.current, valueStar)[0]?.values.segment ?? null);
};

/** The rows of one segment's star by axis; the first, where an axis is there twice. */
export const starOf = (app: App, segment: string | null): ReadonlyMap<StarAxis, StarRow> => {
  const rows = rowsOf(app.workbook.current, valueStar).filter(({ values }) => values.segment === segment);
  return new Map(
    starAxes.flatMap(({ value }) => {
      const row = rows.find(({ values }) => values.axis === value);
      return row ? [[value, row] as const] : [];
    }),
  );
};

/** Adds the axes that a segment's star does not have yet, in one undo step. */
export const addStar = (app: App, segment: string | null): void => {
  const known = starOf(app, segment);
  app.workbook.execute(
    addRows(
      valueStar.id,
      starAxes
        .filter(({ value }) => !known.has(value))
        .map(({ value }) => blankRow(valueStar, newId(), { axis: value, segment })),
    ),
  );
};
