/**
 * The quantile at `share` (0–1) of values that rise, interpolated between neighbours: Hyndman & Fan’s (1996) type 7, the
 * default of R and Excel. Null without values.
 */
export const quantile = (rising: readonly number[], share: number): number | null => {
  const place = share * (rising.length - 1);
  const below = rising[Math.floor(place)];
  const above = rising[Math.ceil(place)];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (place - Math.floor(place));
};
