/** An amount rounded to pence. */
export const toPence = (pounds: number): number => Math.round(pounds * 100);

/** Pence as pounds: the number nearest to the two-decimal amount. */
export const toPounds = (pence: number): number => pence / 100;

/** An amount rounded to the four decimals of the canonical tables. */
export const toFourDecimals = (amount: number): number => Math.round(amount * 10_000) / 10_000;
