import { at } from '../../core/numeric/at.ts';
import type { Row } from '../../data/row.ts';
import { residualLifetimes } from '../../models/shifted-beta-geometric/residual-lifetimes.ts';
import type { Compute, ComputeInput } from '../analysis.ts';
import { numberOf } from '../cells.ts';
import { estimatesOf } from '../fit-estimates.ts';
import { fitDetailOf } from '../../models/maximum-likelihood/fit-status.ts';
import { projectRest } from './check.ts';
import { chooseContractFit, fitContracts } from './fit-contracts.ts';
import type { ContractFit } from './fit-contracts.ts';
import { goodnessOf } from './goodness.ts';
import { coursesOf, customersOf, observedPeriods } from './observe.ts';
import type { Course } from './observe.ts';
import type { ContractRetentionParams } from './params.ts';
import type { ContractRetention } from './result.ts';
import { contractRetentionWarnings } from './warnings.ts';

type QueryName = 'attributes' | 'stages' | 'renewals';
type Input = ComputeInput<QueryName, ContractRetentionParams>;

const years = { month: 1 / 12, quarter: 1 / 4, year: 1 };
/** So far survival is followed for the discounted lifetime; more is worth nothing at a discount of 1 % a year. */
const furthest = 20_000;
const worthless = 1e-10;

const hasContracts = (rows: readonly Row[]): boolean => coursesOf(rows).length > 0;

/** Which rows tell of contracts; of stages only when somebody has left, since others are no contracts. */
const chooseRows = ({
  rows,
  params,
}: Input): { source: ContractRetention['source']; rows: readonly Row[] } => {
  if (params.source === 'renewals') return { source: 'renewals', rows: rows.renewals };
  if (hasContracts(rows.attributes)) {
    const source = rows.attributes[0]?.['source'] === 'tenure' ? 'tenure' : 'dates';
    return { source, rows: rows.attributes };
  }
  const isToldByStages = params.source === 'stages' || coursesOf(rows.stages).some(({ hasLeft }) => hasLeft);
  return isToldByStages && hasContracts(rows.stages)
    ? { source: 'stages', rows: rows.stages }
    : { source: null, rows: [] };
};

const fieldsOf = (rows: readonly Row[]): string[] =>
  ['start_field', 'end_field'].flatMap((name) => {
    const field = rows[0]?.[name];
    return typeof field === 'string' ? [field] : [];
  });

/** What is known without any model. */
const describe = (input: Input): { value: ContractRetention; courses: readonly Course[] } => {
  const { params } = input;
  const { source, rows } = chooseRows(input);
  const courses = coursesOf(rows);
  const period = source === 'tenure' ? params.tenureUnit : params.period;
  const periods = observedPeriods(courses);
  const customers = customersOf(courses);
  const all = rows.reduce((sum, row) => sum + numberOf(row, 'customers'), 0);
  const value: ContractRetention = {
    source,
    fields: fieldsOf(rows),
    period,
    customers,
    unknown: all - customers,
    left: customersOf(courses.filter(({ hasLeft }) => hasLeft)),
    periods,
    observed: periods.length,
    model: null,
    reason: 'No model can be fitted.',
    models: [],
    parameters: [],
    meanChurn: null,
    goodness: null,
    discount: (1 + params.discount / 100) ** years[period] - 1,
    profit: params.profit > 0 ? params.profit : null,
    lifetime: null,
    meanResidual: null,
    residualValue: null,
    tenures: [],
    check: null,
  };
  return { value, courses };
};

/** Residual lifetime by tenure, and what follows for those who are there now. */
const residualsOf = (
  { discount, profit, observed }: ContractRetention,
  courses: readonly Course[],
  survival: Float64Array,
): Pick<ContractRetention, 'tenures' | 'lifetime' | 'meanResidual' | 'residualValue'> => {
  const residual = residualLifetimes(survival, discount);
  const present = new Float64Array(observed + 2);
  for (const { periods, hasLeft, customers } of courses)
    if (!hasLeft) present[periods + 1] = at(present, periods + 1) + customers;
  const tenures = Array.from({ length: observed + 1 }, (_, index) => {
    const [before, after] = [at(survival, index), at(survival, index + 1)];
    const left = at(residual, index);
    return {
      period: index + 1,
      customers: at(present, index + 1),
      retention: before > 0 ? after / before : 0,
      residual: left,
      value: profit === null ? null : left * profit,
    };
  });
  const customers = tenures.reduce((sum, tenure) => sum + tenure.customers, 0);
  const total = tenures.reduce((sum, tenure) => sum + tenure.customers * tenure.residual, 0);
  return {
    tenures,
    lifetime: 1 + at(residual, 0) / (1 + discount),
    meanResidual: customers > 0 ? total / customers : null,
    residualValue: profit === null ? null : total * profit,
  };
};

/** Periods with what the model says of them, and some beyond those observed. */
const withFitted = (known: ContractRetention, survival: Float64Array): ContractRetention['periods'] => {
  const ahead = Math.max(3, Math.round(known.observed / 4));
  const rows = [
    ...known.periods,
    ...Array.from({ length: ahead }, (_, index) => ({
      period: known.observed + index + 1,
      atRisk: 0,
      left: 0,
      retention: null,
      low: null,
      high: null,
      survival: null,
      checkedSurvival: null,
    })),
  ];
  return rows.map((row) => {
    const before = at(survival, row.period - 1);
    const after = at(survival, row.period);
    return { ...row, fittedRetention: before > 0 ? after / before : null, fittedSurvival: after };
  });
};

const aboutModels = (fits: readonly ContractFit[]): Pick<ContractRetention, 'models' | 'parameters'> => ({
  models: fits.map(({ model, fit: { logLikelihood, status } }) => ({
    model,
    logLikelihood,
    status: status.kind,
    detail: fitDetailOf(status),
  })),
  parameters: fits.flatMap(({ model, fit }) => estimatesOf(model, fit)),
});

/** Fits how long contracts last, checks it on the last periods, and values what is to come; without contracts all is unknown. */
export const computeContractRetention: Compute<QueryName, ContractRetentionParams, ContractRetention> = (
  input,
) => {
  const { params } = input;
  const { value: known, courses } = describe(input);
  const fits = known.observed > 0 ? fitContracts(courses) : [];
  const { used, reason } = chooseContractFit(fits, params.model);
  if (!used) return { value: { ...known, reason }, warnings: contractRetentionWarnings(known) };
  const horizon = Math.ceil(-Math.log(worthless) / Math.log1p(known.discount)) + known.observed;
  const survival = used.survival(Math.max(known.observed * 2 + 4, Math.min(furthest, horizon)));
  const projection = projectRest(courses, known.periods, params.holdout / 100, used.model);
  const value: ContractRetention = {
    ...known,
    model: used.model,
    reason,
    ...aboutModels(fits),
    meanChurn: 1 - at(survival, 1),
    goodness: goodnessOf(known.periods, survival, used.fit.names.length),
    ...residualsOf(known, courses, survival),
    check: projection?.check ?? null,
    periods: withFitted(known, survival).map((row) => ({
      ...row,
      checkedSurvival: projection?.survival[row.period] ?? null,
    })),
  };
  return { value, warnings: contractRetentionWarnings(value) };
};
