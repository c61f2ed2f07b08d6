import type { Warning } from '../analysis.ts';
import { counted } from '../counted.ts';
import { longestTenure } from './observe.ts';
import type { ContractRetention } from './result.ts';

/** Fewer customers, or fewer who left, leave the estimates loose. House rule. */
const few = { customers: 100, left: 20 };
/** A model says little of how retention goes on from fewer periods. House rule. */
const fewPeriods = 4;
/** How far survival may be off before it is said. House rule. */
const most = { gap: 0.03, error: 0.1 };

const percent = (share: number): string => `${Math.round(100 * share)}%`;

/** z of the difference between the retention of later and of earlier periods; 0 with too few of either. */
const trendOf = ({ periods, observed }: ContractRetention): number => {
  const half = Math.ceil(observed / 2);
  const pool = (isLate: boolean): { risk: number; stayed: number } =>
    periods
      .filter(({ period }) => period <= observed && period > half === isLate)
      .reduce((sum, { atRisk, left }) => ({ risk: sum.risk + atRisk, stayed: sum.stayed + atRisk - left }), {
        risk: 0,
        stayed: 0,
      });
  const [early, late] = [pool(false), pool(true)];
  if (early.risk === 0 || late.risk === 0) return 0;
  const share = (early.stayed + late.stayed) / (early.risk + late.risk);
  const error = Math.sqrt(share * (1 - share) * (1 / early.risk + 1 / late.risk));
  return error > 0 ? (late.stayed / late.risk - early.stayed / early.risk) / error : 0;
};

const aboutData = (value: ContractRetention): (Warning | false)[] => [
  value.source === 'renewals' && {
    code: 'renewals',
    message:
      'These are purchases taken as renewals, not contracts: whoever skips a period counts as lost and may come back.',
  },
  value.unknown > 0 && {
    code: 'unknown-left-out',
    message: `Of ${counted(value.unknown, 'customer', 'customers')} it isn’t known how long they stayed or whether they left; they are not in it.`,
  },
  value.left === 0 && {
    code: 'nobody-left',
    message: 'Nobody has left within a full period, so the data can’t show how long customers stay.',
  },
  value.left > 0 &&
    value.left === value.customers && {
      code: 'everyone-left',
      message:
        'Everyone has left: the list seems to hold former customers only, which makes contracts look short.',
    },
  value.left > 0 &&
    (value.customers < few.customers || value.left < few.left) && {
      code: 'few-contracts',
      message: `Only ${counted(value.customers, 'contract', 'contracts')}, of which ${value.left} ended: read the intervals.`,
    },
  value.left > 0 &&
    value.observed < fewPeriods && {
      code: 'few-periods',
      message: `Contracts are followed for ${counted(value.observed, 'period', 'periods')} only, too few to tell how retention goes on.`,
    },
  value.observed >= longestTenure && {
    code: 'tenure-long',
    message: `Tenure reaches ${longestTenure} periods or more and is cut there. If the column counts days, it should be given in months.`,
  },
];

const aboutFit = (value: ContractRetention): (Warning | false)[] => {
  const used = value.models.find(({ model }) => model === value.model);
  const { goodness } = value;
  return [
    used !== undefined &&
      used.status !== 'converged' && {
        code: 'not-converged',
        message: `The estimates run to an edge (${used.detail}): customers seem to be alike in their chance to leave. Read the curve, not the parameters; they have no interval.`,
      },
    value.model === 'sbg' &&
      trendOf(value) < -2.5 && {
        code: 'retention-falls',
        message:
          'Retention falls with tenure. sBG lets it rise only; the beta-discrete-Weibull model can follow.',
      },
    goodness !== null &&
      goodness.p < 0.01 &&
      goodness.largestGap > most.gap && {
        code: 'fits-badly',
        message: `The model misses the observed curve by up to ${percent(goodness.largestGap)} of customers, more than chance: contracts of several lengths, or years that differ. Look at one kind of contract at a time.`,
      },
  ];
};

const aboutCheck = ({ model, check }: ContractRetention): (Warning | false)[] => [
  model !== null &&
    check === null && {
      code: 'no-check',
      message: 'There are too few periods to check the projection against what happened.',
    },
  check !== null &&
    check.meanError > most.error && {
      code: 'projection-off',
      message: `Projected from the first ${check.fittedPeriods} periods, the later ones are off by ${percent(check.meanError)} on average.`,
    },
];

/** What makes contract retention less than trustworthy, most serious first. */
export const contractRetentionWarnings = (value: ContractRetention): Warning[] => {
  if (value.source === null) return [];
  if (value.customers === 0 || value.observed === 0)
    return [{ code: 'no-full-period', message: 'No contract has run for a full period yet.' }];
  const aboutModel = value.left === 0 ? [] : [...aboutFit(value), ...aboutCheck(value)];
  return [...aboutData(value), ...aboutModel].filter((candidate) => candidate !== false);
};
