import type { Formats } from '../../core/format/formats.ts';
import type { ContractRetention } from './result.ts';
import { periodsWords } from './words.ts';

/** Above the curve: how many are left, and after how long. */
export const survivalFinding = (value: ContractRetention, formats: Formats): string => {
  const last = value.periods.findLast(({ survival }) => survival !== null);
  if (!last) return 'No contract has run for a full period yet';
  const after = periodsWords(formats.value(last.period, 'count'), value.period);
  return `${formats.value(last.survival, 'share')} of customers are still there after ${after}`;
};

/** Above retention by tenure: whether it rises, and that this is no proof of loyalty. */
export const retentionFinding = (value: ContractRetention, formats: Formats): string => {
  const fitted = value.periods.slice(0, value.observed);
  const [first, last] = [fitted[0], fitted.at(-1)];
  const [from, to] = [first?.fittedRetention ?? null, last?.fittedRetention ?? null];
  if (from === null || to === null || last === undefined) return 'Retention by tenure';
  const share = (of: number): string => formats.value(of, 'share');
  if (Math.abs(to - from) < 0.005)
    return `About ${share(from)} stay each ${value.period}, whatever the tenure`;
  if (to < from) return `Retention falls from ${share(from)} to ${share(to)} with tenure`;
  const rises = `Retention rises from ${share(from)} to ${share(to)}`;
  return value.model === 'sbg' ? `${rises}: those likely to leave go first` : `${rises} with tenure`;
};

/** Below retention by tenure: what its rise does and doesn't prove. */
export const retentionNote = ({ model }: ContractRetention): string =>
  model === 'bdw'
    ? 'Here the model also lets a customer’s own chance to leave change with tenure. The data can’t tell that from a changing mix of customers, so it is no proof of growing loyalty.'
    : 'Rising retention is no proof of growing loyalty: customers differ, those likely to leave go first, and the stayers remain.';

/** Above residual lifetime: what an old contract has before it that a new one has not. */
export const residualFinding = ({ tenures, period }: ContractRetention, formats: Formats): string => {
  const [first, last] = [tenures[0], tenures.at(-1)];
  if (!first || !last || first === last) return 'What is still to come';
  const words = (of: number): string => formats.value(of, 'ratio');
  return `A customer in ${period} ${first.period} has ${words(first.residual)} discounted ${period}s to come; one in ${period} ${last.period} has ${words(last.residual)}`;
};

/** The check of the projection in one sentence. */
export const projectionFinding = (
  { check, period, observed }: ContractRetention,
  formats: Formats,
): string => {
  if (check === null) return '';
  const share = (of: number): string => formats.value(of, 'share');
  return `Fitted to the first ${periodsWords(formats.value(check.fittedPeriods, 'count'), period)} only, the model projects ${share(check.projected)} still there at the end; ${share(check.actual)} were${check.fittedPeriods < observed ? ` (mean error ${share(check.meanError)})` : ''}.`;
};
