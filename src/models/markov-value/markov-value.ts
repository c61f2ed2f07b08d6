import { addAt, numberAt } from '../estimation/number-at.ts';

/** Chances to move from each state (row) to each state (column) within a period; every row adds up to 1. */
export type Transitions = readonly (readonly number[])[];

/** A customer who moves between states such as the steps of the value ladder. */
export interface MarkovSetting {
  readonly transitions: Transitions;
  /** Margin of a period in each state, less what is spent on a customer there; the first comes at once. */
  readonly rewards: readonly number[];
  /** Discount a period, above −1. */
  readonly discount: number;
}

const isPossible = ({ transitions, rewards, discount }: MarkovSetting): boolean =>
  discount > -1 &&
  rewards.every((reward) => Number.isFinite(reward)) &&
  transitions.length === rewards.length &&
  transitions.every(
    (row) =>
      row.length === rewards.length &&
      row.every((chance) => chance >= 0) &&
      Math.abs(row.reduce((sum, chance) => sum + chance, 0) - 1) < 1e-9,
  );

const expectedNext = (transitions: Transitions, values: readonly number[], discount: number): number[] =>
  transitions.map(
    (row) => row.reduce((sum, chance, to) => sum + chance * numberAt(values, to), 0) / (1 + discount),
  );

/**
 * Value of a customer in each state over `horizon` further periods (Pfeifer & Carraway 2000, eq. 4; F7):
 * V = Σ ((1 + d)⁻¹P)ᵗ R, t from 0 to the horizon. Null for chances that don't add up to 1, or an impossible setting.
 */
export const finiteMarkovValue = (setting: MarkovSetting, horizon: number): number[] | null => {
  if (!isPossible(setting) || !Number.isInteger(horizon) || horizon < 0) return null;
  const { transitions, rewards, discount } = setting;
  let values: number[] = [...rewards];
  for (let period = 0; period < horizon; period += 1) {
    const next = expectedNext(transitions, values, discount);
    values = rewards.map((reward, state) => reward + numberAt(next, state));
  }
  return values;
};

/** The solution of a system whose rows hold the right side last, by elimination with pivots; null when singular. */
const solve = (rows: readonly number[][]): number[] | null => {
  const size = rows.length;
  const open = [...rows];
  for (let column = 0; column < size; column += 1) {
    const sizeOf = (row: readonly number[]): number => Math.abs(numberAt(row, column));
    const rest = open.slice(column);
    const pivot = rest.reduce((best, row) => (sizeOf(row) > sizeOf(best) ? row : best), rest[0] ?? []);
    if (sizeOf(pivot) < 1e-12) return null;
    open.splice(open.indexOf(pivot, column), 1, open[column] ?? []);
    open[column] = pivot;
    for (const row of open) {
      if (row === pivot) continue;
      const factor = numberAt(row, column) / numberAt(pivot, column);
      for (let at = column; at <= size; at += 1) addAt(row, at, -factor * numberAt(pivot, at));
    }
  }
  return open.map((row, state) => numberAt(row, size) / numberAt(row, state));
};

/**
 * Value of a customer in each state for ever (Pfeifer & Carraway 2000, eq. 5; F7): V = (I − P ÷ (1 + d))⁻¹ R. Null for a
 * discount of 0 or less, where the sum need not end, or an impossible setting.
 */
export const infiniteMarkovValue = (setting: MarkovSetting): number[] | null => {
  if (!isPossible(setting) || !(setting.discount > 0)) return null;
  const { transitions, rewards, discount } = setting;
  return solve(
    transitions.map((row, state) => [
      ...row.map((chance, to) => (state === to ? 1 : 0) - chance / (1 + discount)),
      numberAt(rewards, state),
    ]),
  );
};

/** What an action that changes the chances to move is worth for a customer in each state. */
export interface TransitionChange {
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** after − before − cost, in money. */
  readonly gain: readonly number[];
}

/**
 * ΔV of changed chances minus what the action costs each customer, now and once (F7), for ever or over a horizon. Null
 * where a value doesn't exist.
 */
export const transitionChange = (
  setting: MarkovSetting,
  changed: Transitions,
  cost: number,
  horizon: number | null = null,
): TransitionChange | null => {
  const valueOf = (one: MarkovSetting): number[] | null =>
    horizon === null ? infiniteMarkovValue(one) : finiteMarkovValue(one, horizon);
  const before = valueOf(setting);
  const after = valueOf({ ...setting, transitions: changed });
  if (before === null || after === null) return null;
  return { before, after, gain: after.map((value, state) => value - numberAt(before, state) - cost) };
};
