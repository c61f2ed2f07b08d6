import type { FormatUnit } from '../../core/format/formats.ts';
import type { ContractRetention } from './result.ts';

const column = (key: string, label: string, unit: FormatUnit) => ({ key, label, unit });

/** Observed and fitted by period. */
export const periodsTable = (value: ContractRetention) => ({
  people: 'atRisk',
  columns: [
    column('period', `After ${value.period}`, 'count'),
    column('atRisk', 'Seen up to it', 'count'),
    column('left', 'Left', 'count'),
    column('survival', 'Still there', 'share'),
    column('fittedSurvival', 'By the model', 'share'),
    column('checkedSurvival', 'By the check', 'share'),
    column('retention', 'Stayed', 'share'),
    column('low', 'At least', 'share'),
    column('high', 'At most', 'share'),
    column('fittedRetention', 'Stay by the model', 'share'),
  ],
  rows: value.periods,
});

/** Residual lifetime by tenure. */
export const tenuresTable = (value: ContractRetention) => ({
  people: 'customers',
  columns: [
    column('period', `In ${value.period}`, 'count'),
    column('customers', 'Customers now', 'count'),
    column('retention', 'Chance to renew', 'share'),
    column('residual', `Discounted ${value.period}s to come`, 'ratio'),
    ...(value.profit === null ? [] : [column('value', 'Worth', 'money')]),
  ],
  rows: value.tenures,
});
