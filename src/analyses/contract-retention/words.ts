import type { ContractRetention } from './result.ts';

type Period = ContractRetention['period'];

/** So many periods with their unit, such as "3 years" or "4.2 months", of a number already written. */
export const periodsWords = (written: string, period: Period): string =>
  `${written} ${period}${written === '1' ? '' : 's'}`;

/** What contracts are known from, for the subtitle. */
export const sourceWords = ({ source, fields }: ContractRetention): string => {
  const names = fields.map((field) => `“${field.replace(/^attr_/, '').replaceAll('_', ' ')}”`).join(' and ');
  switch (source) {
    case 'tenure':
    case 'dates':
      return `contracts by ${names}`;
    case 'stages':
      return 'contracts by stages';
    case 'renewals':
      return 'purchases as renewals';
    case null:
      return 'no contracts';
  }
};
