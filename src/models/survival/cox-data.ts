import type { Predictor } from '../estimation/predictor.ts';
import { checkColumns } from '../estimation/predictor.ts';
import { err, ok } from '../../core/result.ts';
import type { Result } from '../../core/result.ts';
import type { EstimationFailure } from '../estimation/estimation-failure.ts';
import type { Duration } from './life-table.ts';

/** A customer in a Cox regression. */
export interface CoxSubject extends Duration {
  /** When the observation began, below `time`; at risk from just after it. 0 unless said otherwise. */
  readonly entry?: number;
  /** Customers are compared only within the same stratum. */
  readonly stratum?: string;
}

/** Subjects of one stratum, as places in the list given, in the two orders in which a likelihood walks through them. */
export interface CoxStratum {
  /** Latest end first; at the same time events before censored ones. */
  readonly byTime: readonly number[];
  /** Latest entry first. */
  readonly byEntry: readonly number[];
}

const beginOf = (subject: CoxSubject | undefined): number => subject?.entry ?? -Infinity;

/** The strata of the subjects, in the order in which they first occur. */
export const coxStrata = (subjects: readonly CoxSubject[]): CoxStratum[] => {
  const places = new Map<string, number[]>();
  subjects.forEach(({ stratum = '' }, place) => {
    const list = places.get(stratum);
    if (list === undefined) places.set(stratum, [place]);
    else list.push(place);
  });
  return [...places.values()].map((list) => ({
    byTime: list.toSorted(
      (one, other) =>
        (subjects[other]?.time ?? 0) - (subjects[one]?.time ?? 0) ||
        Number(subjects[other]?.isEvent ?? false) - Number(subjects[one]?.isEvent ?? false),
    ),
    byEntry: list.toSorted((one, other) => {
      const [first, second] = [beginOf(subjects[one]), beginOf(subjects[other])];
      return first === second ? 0 : second - first;
    }),
  }));
};

/** What changes among those at risk at one time, walking back: places in the list of subjects. */
export interface RiskStep {
  /** Have the event at this time. */
  readonly events: readonly number[];
  /** Last seen at this time without it, still at risk at it. */
  readonly censored: readonly number[];
  /** Counted at later times, not yet under observation at this one. */
  readonly gone: readonly number[];
}

/** The steps of a stratum from its latest time to its earliest. */
export function* riskSteps(
  subjects: readonly CoxSubject[],
  { byTime, byEntry }: CoxStratum,
): Generator<RiskStep> {
  let left = 0;
  let at = 0;
  while (at < byTime.length) {
    const time = subjects[byTime[at] ?? -1]?.time;
    const from = at;
    while (at < byTime.length && subjects[byTime[at] ?? -1]?.time === time) at += 1;
    const now = byTime.slice(from, at);
    const firstGone = left;
    while (left < byEntry.length && beginOf(subjects[byEntry[left] ?? -1]) >= (time ?? 0)) left += 1;
    yield {
      events: now.filter((place) => subjects[place]?.isEvent === true),
      censored: now.filter((place) => subjects[place]?.isEvent !== true),
      gone: byEntry.slice(firstGone, left),
    };
  }
}

/** Whether subjects and predictors fit together and at least one event occurs. */
export const checkCox = (
  subjects: readonly CoxSubject[],
  predictors: readonly Predictor[],
): Result<undefined, EstimationFailure> => {
  const index = subjects.findIndex(
    ({ time, entry }) => !Number.isFinite(time) || (entry !== undefined && !(entry < time)),
  );
  if (index >= 0)
    return err({ kind: 'value-invalid', name: 'time', index, value: String(subjects[index]?.time) });
  const events = subjects.filter(({ isEvent }) => isEvent).length;
  if (events === 0) return err({ kind: 'one-outcome', events, observations: subjects.length });
  if (predictors.length === 0) return err({ kind: 'too-few', have: 0, need: 1 });
  const columns = checkColumns(predictors, subjects.length);
  return columns.ok ? ok(undefined) : columns;
};
