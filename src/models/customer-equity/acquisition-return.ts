/** CLV ÷ CAC: 3 is a common yardstick. Null without an acquisition cost. */
export const clvToCac = (clv: number, cac: number): number | null => (cac > 0 ? clv / cac : null);

/**
 * Months until the margin of a customer won has paid for the acquisition, a part of a month in proportion. Without
 * `monthlyRetention` (0–1) CAC ÷ monthly margin; with it only those still there pay, the first month all. 0 when the
 * acquisition costs nothing; null when it is never paid back.
 */
export const cacPaybackMonths = (cac: number, monthlyMargin: number, monthlyRetention = 1): number | null => {
  if (cac <= 0) return 0;
  if (!(monthlyMargin > 0)) return null;
  if (monthlyRetention >= 1) return cac / monthlyMargin;
  let open = cac;
  let margin = monthlyMargin;
  for (let month = 0; month < 1_200; month += 1) {
    if (margin >= open) return month + open / margin;
    open -= margin;
    margin *= Math.max(0, monthlyRetention);
  }
  return null;
};
