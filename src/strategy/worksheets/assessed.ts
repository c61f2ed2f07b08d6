/** The scores that several people gave, together. */
export interface Agreement {
  /** Mean score. */
  readonly mean: number;
  readonly lowest: number;
  readonly highest: number;
  /** How many scored. */
  readonly people: number;
}

/** What several people's scores come to; null when nobody scored. */
export const agreementOf = (scores: Readonly<Record<string, number>>): Agreement | null => {
  const all = Object.values(scores);
  if (all.length === 0) return null;
  return {
    mean: all.reduce((sum, score) => sum + score, 0) / all.length,
    lowest: Math.min(...all),
    highest: Math.max(...all),
    people: all.length,
  };
};

/** The mean of several people's scores; null when nobody scored. */
export const meanScore = (scores: Readonly<Record<string, number>>): number | null =>
  agreementOf(scores)?.mean ?? null;

/** How far the lowest and the highest score lie apart; null while fewer than two people scored. */
export const spreadOf = (scores: Readonly<Record<string, number>>): number | null => {
  const agreement = agreementOf(scores);
  return agreement && agreement.people > 1 ? agreement.highest - agreement.lowest : null;
};

/** The row on which people differ most, and by how much; undefined while nobody differs. */
export const mostDisputed = <Row>(
  rows: readonly Row[],
  scoresOf: (row: Row) => Readonly<Record<string, number>>,
): { readonly row: Row; readonly spread: number } | undefined =>
  rows.reduce<{ readonly row: Row; readonly spread: number } | undefined>((most, row) => {
    const spread = spreadOf(scoresOf(row)) ?? 0;
    return spread > (most?.spread ?? 0) ? { row, spread } : most;
  }, undefined);
