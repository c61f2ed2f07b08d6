import { fitBgBb } from '../../models/bg-bb/fit-bg-bb.ts';
import { groupOpportunities } from '../../models/bg-bb/opportunity-histories.ts';
import type { Compute } from '../analysis.ts';
import { numberOf } from '../cells.ts';
import { estimatesOf } from '../fit-estimates.ts';
import { fitDetailOf } from '../../models/maximum-likelihood/fit-status.ts';
import { checkOccasions } from './check.ts';
import { columnsOf, frequencyOf, groupsOf, outlookOf } from './histories.ts';
import type { PurchaseOccasionsParams } from './params.ts';
import { endOfPeriodNumber, startOfPeriod } from './periods.ts';
import type { PurchaseOccasions } from './result.ts';
import { purchaseOccasionsWarnings } from './warnings.ts';

type QueryName = 'histories' | 'early' | 'tracking';

/** Fits BG/BB to who bought at which occasion, checks it on the last ones, and looks ahead; without repeats all is unknown. */
export const computePurchaseOccasions: Compute<QueryName, PurchaseOccasionsParams, PurchaseOccasions> = ({
  rows,
  params,
}) => {
  const groups = groupsOf(rows.histories);
  const [row] = rows.histories;
  const span = {
    first: numberOf(row, 'first_period'),
    split: numberOf(row, 'split'),
    last: numberOf(row, 'last_full'),
  };
  const known: PurchaseOccasions = {
    period: params.period,
    from: row ? startOfPeriod(span.first, params.period) : null,
    until: row ? endOfPeriodNumber(span.last, params.period) : null,
    occasions: groups.reduce((most, { occasions }) => Math.max(most, occasions), 0),
    customers: groups.reduce((sum, { customers }) => sum + customers, 0),
    repeaters: groups.reduce((sum, { repeatCount, customers }) => sum + (repeatCount > 0 ? customers : 0), 0),
    ahead: params.ahead,
    isFitted: false,
    status: null,
    detail: 'nobody has bought again at a later occasion',
    logLikelihood: null,
    parameters: [],
    buys: null,
    leaves: null,
    alive: null,
    expected: null,
    frequency: [],
    grid: [],
    check: null,
  };
  const histories = groupOpportunities(columnsOf(groups));
  const fit = histories.ok ? fitBgBb(histories.value) : histories;
  if (!fit.ok) return { value: known, warnings: purchaseOccasionsWarnings(known) };
  const { parameters, status, logLikelihood } = fit.value;
  const value: PurchaseOccasions = {
    ...known,
    isFitted: true,
    status: status.kind,
    detail: fitDetailOf(status),
    logLikelihood,
    parameters: estimatesOf('bg-bb', fit.value),
    buys: parameters.alpha / (parameters.alpha + parameters.beta),
    leaves: parameters.gamma / (parameters.gamma + parameters.delta),
    ...outlookOf(groups, parameters, params.ahead),
    frequency: frequencyOf(groups, parameters),
    check: checkOccasions(
      rows.early,
      rows.tracking,
      span,
      params.period,
      status.kind === 'converged' ? Object.values<number>(parameters) : undefined,
    ),
  };
  return { value, warnings: purchaseOccasionsWarnings(value) };
};
