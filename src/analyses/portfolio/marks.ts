import type { Comparison, Predicate } from '../../core/predicate.ts';
import type { Mark } from '../analysis.ts';
import { cellWords, priceCellWords } from './cells.ts';
import type { PortfolioParams } from './params.ts';
import type { Portfolio } from './result.ts';

const compare = (field: string, operator: Comparison['operator'], value: number): Comparison => ({
  kind: 'compare',
  field,
  operator,
  value,
});
const all = (...of: Predicate[]): Predicate => ({ kind: 'all', of });

const cellRule = (name: string, { clv, serve, alive }: Portfolio['cuts']): Predicate => {
  const valuable = compare('clv', 'at-least', clv);
  const staying = compare('p_alive', 'at-least', alive);
  const minor = compare('clv', 'less-than', clv);
  const cheap = compare('serve_share', 'less-than', serve);
  if (name === 'retain') return all(valuable, compare('p_alive', 'less-than', alive));
  if (name === 'grow') return all(valuable, staying, cheap);
  if (name === 'divest') return all(minor, { kind: 'not', of: cheap });
  return { kind: 'any', of: [all(valuable, staying, { kind: 'not', of: cheap }), all(minor, cheap)] };
};

/** The customers of a cell as a segment. */
export const cellMark = (value: Portfolio, name: string): Mark | undefined => {
  const words = Object.entries(cellWords).find(([cell]) => cell === name)?.[1];
  return words && { label: words.title, predicate: cellRule(name, value.cuts) };
};

/** The customers of one of Shapiro's four as a segment. */
export const priceMark = ({ cuts }: Portfolio, name: string): Mark | undefined => {
  const words = Object.entries(priceCellWords).find(([cell]) => cell === name)?.[1];
  if (!words) return undefined;
  const paysWell = name === 'carriage trade' || name === 'passive';
  const isDear = name === 'carriage trade' || name === 'aggressive';
  return {
    label: words.title,
    predicate: all(
      compare('net_price', paysWell ? 'at-least' : 'less-than', cuts.price),
      compare('serve_share', isDear ? 'at-least' : 'less-than', cuts.serve),
    ),
  };
};

/** The customers of a service tier as a segment: profit between this tier's floor and that of the one above. */
export const tierMark = ({ tiers }: Portfolio, tier: number): Mark | undefined => {
  const found = tiers.find((candidate) => candidate.tier === tier);
  if (!found) return undefined;
  const above = tiers.find((candidate) => candidate.tier === tier - 1)?.from ?? null;
  const label = tier === 4 ? 'Without profit' : `Service tier ${tier}`;
  if (found.from === null) return { label, predicate: compare('profit', 'at-most', 0) };
  const from = compare('profit', found.from === 0 ? 'more-than' : 'at-least', found.from);
  return {
    label,
    predicate: above === null ? from : all(from, compare('profit', 'less-than', above)),
  };
};

/** Keys of the lists that are guarded by rules. */
export type ListKey =
  | 'key'
  | 'unprofitable'
  | 'kept-by-value'
  | 'kept-by-referrals'
  | 'candidates'
  | 'high-value'
  | 'high-volume';

/** The customers of a list as a segment. */
export const listMark = (value: Portfolio, params: PortfolioParams, key: ListKey): Mark => {
  const loss = compare('profit', 'less-than', 0);
  const hopeless = compare('future_profit', 'at-most', 0);
  const referred = compare('referrals_made', 'more-than', 0);
  const rules: Readonly<Record<ListKey, Mark>> = {
    key: {
      label: 'Key customers',
      predicate: all(compare('frequency', 'at-least', params.keyOrders), compare('profit', 'more-than', 0)),
    },
    unprofitable: { label: 'Unprofitable', predicate: loss },
    'kept-by-value': {
      label: 'Unprofitable with future profit',
      predicate: all(loss, compare('future_profit', 'more-than', 0)),
    },
    'kept-by-referrals': { label: 'Unprofitable referrers', predicate: all(loss, hopeless, referred) },
    candidates: { label: 'Divest list', predicate: all(loss, hopeless, { kind: 'not', of: referred }) },
    'high-value': {
      label: 'High future value',
      predicate: compare('clv', 'at-least', value.highValue.from),
    },
    'high-volume': { label: 'High volume', predicate: compare('revenue', 'at-least', value.highVolume.from) },
  };
  return rules[key];
};
