const factors: Readonly<Record<string, number>> = { k: 1_000, m: 1_000_000 };

/** With one kind of mark, three figures behind each are thousands; with both, the last one is the decimal mark. */
const withPoint = (figures: string): string => {
  const last = Math.max(figures.lastIndexOf(','), figures.lastIndexOf('.'));
  if (last < 0) return figures;
  const isBoth = figures.includes(',') && figures.includes('.');
  const isThousands = !isBoth && /^\d{1,3}([.,]\d{3})+$/.test(figures.replace('-', ''));
  const whole = figures.slice(0, isThousands ? undefined : last).replaceAll(/[.,]/g, '');
  return isThousands ? whole : `${whole}.${figures.slice(last + 1)}`;
};

/**
 * An amount as people type it: 1200, 1,200, 1.200,50, £1 200, 12k, 1.5m, 40 %. Undefined for anything else; null for nothing.
 * The sign of a per cent is ignored: the caller knows the unit.
 */
export const parseAmount = (text: string): number | null | undefined => {
  const bare = text
    .replaceAll(/[\s'’%\p{Sc}]/gu, '')
    .replace('−', '-')
    .toLowerCase();
  if (bare === '') return null;
  const [, figures = '', suffix = ''] = /^(-?[\d.,]*\d)([km]?)$/.exec(bare) ?? [];
  if (figures === '') return undefined;
  const value = Number(withPoint(figures)) * (factors[suffix] ?? 1);
  return Number.isFinite(value) ? value : undefined;
};
