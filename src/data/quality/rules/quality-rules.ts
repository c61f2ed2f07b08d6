/** A number that a check goes by, where nobody can know the right one: a house rule, which may be changed. */
export interface QualityRule {
  readonly title: string;
  /** What it does, in one sentence. */
  readonly help: string;
  readonly unit?: string;
  readonly usual: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
}

/** The house rules of the checks with their usual values and bounds. */
export const qualityRules = {
  outlierDeviations: {
    title: 'Unusual from',
    help: 'Robust standard deviations from the median, on a logarithmic scale, beyond which orders, prices and quantities are unusual.',
    unit: 'deviations',
    usual: 5,
    least: 2,
    most: 20,
    step: 0.5,
  },
  futureDays: {
    title: 'Future after',
    help: 'Days from today up to which an order may be dated, for time zones and orders taken in advance.',
    unit: 'days',
    usual: 0,
    least: 0,
    most: 3650,
    step: 1,
  },
  nightPercent: {
    title: 'Many at night from',
    help: 'Share of orders between 22:00 and 4:00 above which the clock is probably another zone’s.',
    unit: '%',
    usual: 20,
    least: 1,
    most: 100,
    step: 1,
  },
  emptyPercent: {
    title: 'Often empty from',
    help: 'Share of rows without a value above which a column that carries revenue may mislead.',
    unit: '%',
    usual: 20,
    least: 1,
    most: 100,
    step: 1,
  },
  duplicateScore: {
    title: 'Look alike from',
    help: 'Points out of 100 from which two customers are put before you as one: lower finds more pairs, and more wrong ones.',
    unit: 'points',
    usual: 55,
    least: 30,
    most: 100,
    step: 5,
  },
} as const satisfies Readonly<Record<string, QualityRule>>;

/** Name of a house rule. */
export type QualityRuleName = keyof typeof qualityRules;

/** The values of all house rules. */
export type QualityRules = Readonly<Record<QualityRuleName, number>>;

/** Names of the house rules, in their order. */
export const qualityRuleNames = Object.keys(qualityRules) as readonly QualityRuleName[];

/** Changed rules completed by the usual ones; what is out of bounds is brought to the bound. */
export const completeRules = (changed: Readonly<Record<string, number>> | undefined): QualityRules => {
  const valueOf = (name: QualityRuleName): number => {
    const { usual, least, most } = qualityRules[name];
    return Math.min(most, Math.max(least, changed?.[name] ?? usual));
  };
  return {
    outlierDeviations: valueOf('outlierDeviations'),
    futureDays: valueOf('futureDays'),
    nightPercent: valueOf('nightPercent'),
    emptyPercent: valueOf('emptyPercent'),
    duplicateScore: valueOf('duplicateScore'),
  };
};

/** The house rules as they are unless someone changes them. */
export const usualRules: QualityRules = completeRules(undefined);
