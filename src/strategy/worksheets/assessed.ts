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
