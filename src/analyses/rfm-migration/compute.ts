import { addDays } from '../../core/day.ts';
import type { Row } from '../../data/row.ts';
import type { Compute, Warning } from '../analysis.ts';
import { numberOf, ratioOf } from '../cells.ts';
import type { RfmMigrationParams } from './params.ts';
import type { RfmMigration } from './result.ts';
import { notYet, states, toneOf } from './states.ts';

type Move = RfmMigration['moves'][number];
type Moved = RfmMigration['slipped'];

/** Fewer customers on the earlier day say little about moves. House rule. */
const fewCustomers = 50;

const sum = (moves: readonly Move[], of: (move: Move) => number): number =>
  moves.reduce((total, move) => total + of(move), 0);

const customersOf = (moves: readonly Move[]): number => sum(moves, ({ customers }) => customers);

const rank = (state: string): number => {
  const at = states.indexOf(state);
  return at < 0 ? states.length : at;
};

const movesOf = (rows: readonly Row[]): readonly Move[] => {
  const totals = new Map<string, number>();
  for (const row of rows) {
    const from = String(row['from_state']);
    totals.set(from, (totals.get(from) ?? 0) + numberOf(row, 'customers'));
  }
  return rows
    .map((row) => {
      const from = String(row['from_state']);
      const customers = numberOf(row, 'customers');
      return {
        from,
        to: String(row['to_state']),
        customers,
        share: customers / Math.max(1, totals.get(from) ?? 0),
        revenueBefore: numberOf(row, 'revenue_before'),
        revenueNow: numberOf(row, 'revenue_now'),
      };
    })
    .toSorted((one, other) => rank(one.from) - rank(other.from) || rank(one.to) - rank(other.to));
};

const movedOf = (moves: readonly Move[], tone: 'better' | 'worse'): Moved => {
  const moved = moves.filter(({ from, to }) => toneOf(from, to) === tone);
  const [opposite] = tone === 'worse' ? ['better'] : ['worse'];
  const couldNot = (from: string): boolean =>
    from === notYet || states.some((to) => toneOf(from, to) === opposite);
  const able = moves.filter(({ from }) => !couldNot(from));
  return {
    customers: customersOf(moved),
    share: ratioOf(customersOf(moved), customersOf(able)),
    revenueBefore: sum(moved, ({ revenueBefore }) => revenueBefore),
    revenueNow: sum(moved, ({ revenueNow }) => revenueNow),
  };
};

const stateOf = (moves: readonly Move[], name: string): RfmMigration['states'][number] => {
  const before = moves.filter(({ from }) => from === name);
  const stayed = before.filter(({ to }) => to === name);
  return {
    name,
    before: customersOf(before),
    now: customersOf(moves.filter(({ to }) => to === name)),
    stayed: ratioOf(customersOf(stayed), customersOf(before)),
  };
};

const warningsOf = (value: RfmMigration): readonly Warning[] => {
  const before = value.customers - value.newCustomers;
  if (value.customers === 0)
    return [{ code: 'no-customers', message: 'No customer in focus has bought until the as-of date.' }];
  if (before === 0)
    return [
      {
        code: 'nobody-before',
        message: 'Nobody had bought by the earlier day: choose one that lies less far back.',
      },
    ];
  return before < fewCustomers
    ? [
        {
          code: 'few-customers',
          message: `Only ${before} customers had bought by the earlier day: single ones decide the picture.`,
        },
      ]
    : [];
};

/** From pairs of states to moves, states and those who slipped away or were won back; empty without customers. */
export const computeRfmMigration: Compute<'moves', RfmMigrationParams, RfmMigration> = ({
  rows,
  params,
  context,
}) => {
  const moves = movesOf(rows.moves);
  const present = [...states, notYet].map((name) => stateOf(moves, name));
  const value: RfmMigration = {
    earlier: addDays(context.asOf, -params.daysBefore),
    later: context.asOf,
    customers: customersOf(moves),
    moves: [...moves],
    states: present.filter(({ before, now }) => before + now > 0),
    slipped: movedOf(moves, 'worse'),
    wonBack: movedOf(moves, 'better'),
    newCustomers: customersOf(moves.filter(({ from }) => from === notYet)),
    championsKept: present.find(({ name }) => name === 'Champions')?.stayed ?? null,
  };
  return { value, warnings: warningsOf(value) };
};
