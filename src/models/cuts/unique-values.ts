/** A value and how often it occurs. */
export interface CountedValue {
  readonly value: number;
  readonly count: number;
}

/** The different finite values, rising, with their counts. */
export const uniqueValues = (values: readonly number[]): CountedValue[] => {
  const counts = new Map<number, number>();
  for (const value of values) if (Number.isFinite(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => one.value - other.value);
};
