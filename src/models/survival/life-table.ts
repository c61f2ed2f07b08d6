/** How long a customer was observed (any unit, 0 or more), and whether it ended with the event, such as leaving. */
export interface Duration {
  readonly time: number;
  /** False: still there when last seen (censored). */
  readonly isEvent: boolean;
}

/** How many customers had the event, and how many were last seen without it, after the same time. */
export interface DurationCount {
  readonly time: number;
  readonly events: number;
  readonly censored: number;
}

/** A row of a life table: who was still under observation just before `time`, and what happened then. */
export interface LifeTableRow extends DurationCount {
  readonly atRisk: number;
}

/** Life table of counted durations, one row for each different time, rising; empty without customers. */
export const lifeTableOfCounts = (counts: readonly DurationCount[]): LifeTableRow[] => {
  const byTime = new Map<number, { events: number; censored: number }>();
  let atRisk = 0;
  for (const { time, events, censored } of counts) {
    const row = byTime.get(time) ?? { events: 0, censored: 0 };
    byTime.set(time, { events: row.events + events, censored: row.censored + censored });
    atRisk += events + censored;
  }
  return [...byTime]
    .toSorted(([one], [other]) => one - other)
    .map(([time, { events, censored }]) => {
      const row = { time, atRisk, events, censored };
      atRisk -= events + censored;
      return row;
    });
};

/** Life table of single durations; those with a time that is not finite or below 0 are left out. */
export const lifeTable = (durations: readonly Duration[]): LifeTableRow[] =>
  lifeTableOfCounts(
    durations
      .filter(({ time }) => Number.isFinite(time) && time >= 0)
      .map(({ time, isEvent }) => ({ time, events: isEvent ? 1 : 0, censored: isEvent ? 0 : 1 })),
  );
