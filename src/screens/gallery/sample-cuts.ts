import type { CutColumn } from '../../charts/layout/cut-columns.ts';
import type { PlaneCell } from '../../charts/layout/cut-plane.ts';

const xs = [0.02, 0.05, 0.08, 0.12, 0.2, 0.6];
const ys = [0, 8, 20, 55, 140, 900];

/** Customers by cost to serve and value, with a few cells of fewer than ten. */
export const planeCells: readonly PlaneCell[] = xs.slice(1).flatMap((xTo, column) =>
  ys.slice(1).map((yTo, row) => ({
    xFrom: xs[column] ?? 0,
    xTo,
    yFrom: ys[row] ?? 0,
    yTo,
    people: 6 + ((column * 7 + row * 11) % 9) * 14,
    lines: [],
  })),
);

/** Customers by chance of still being one. */
export const chances: readonly CutColumn[] = [4, 9, 22, 30, 61, 88, 140, 210, 180, 95].map(
  (people, tenth) => ({
    from: tenth / 10,
    to: (tenth + 1) / 10,
    value: people,
    people,
  }),
);
