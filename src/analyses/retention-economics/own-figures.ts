import type { RetentionEconomicsParams } from './params.ts';
import type { RetentionEconomics } from './result.ts';

const between = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value));
const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

/** The figures that were reckoned with as settings of one’s own, rounded to what a form shows. */
export const ownFigures = ({ used, tenure }: RetentionEconomics): Partial<RetentionEconomicsParams> => ({
  startFrom: 'settings',
  retention: rounded(used.retention, 3),
  firstYearRetention: rounded(tenure[0]?.retention ?? used.retention, 3),
  margin: rounded(between(used.margin, 0, 10_000_000), 2),
  growth: rounded(between(used.growth, -0.5, 0.5), 3),
  acquisitionCost: rounded(between(used.acquisitionCost, 0, 10_000_000), 2),
});

/** Names of the parameters that matter now, so that the simulator shows no others. */
export const simulatorFields = ({ startFrom, pattern }: RetentionEconomicsParams): readonly string[] => [
  'startFrom',
  ...(startFrom === 'settings' ? ['retention', 'margin', 'growth', 'acquisitionCost'] : []),
  ...(startFrom === 'settings' && pattern !== 'constant' ? ['firstYearRetention'] : []),
  'points',
  'percent',
  'discount',
  'pattern',
];
