import type { ColumnMapping, ImportIssue, SourceColumn } from '../contract.ts';
import { recogniseSignature } from '../signatures/known-signatures.ts';
import type { Signature } from '../signatures/signature.ts';
import { isNullWord } from '../values/null-words.ts';
import { aliasOf, isCustomerSummary, isPersonalDetail } from './aliases.ts';
import { dependsOnCustomer } from './customer-attributes.ts';
import { grains, missingFor, orderCustomerTargets, type Grain } from './grains.ts';
import { mapByValues } from './map-by-values.ts';
import { normaliseHeader } from './normalise-header.ts';
import { scoreTarget, type ColumnEvidence } from './score-target.ts';
import { mappingTargets } from './targets.ts';

/** A sample of a file: its columns, and their cells by column. */
export interface MappingSample {
  readonly columns: readonly SourceColumn[];
  readonly cells: readonly (readonly string[])[];
  readonly hasHeader: boolean;
}

/** What a file is taken for, and where its columns go. */
export interface ProposedMapping {
  readonly source: string;
  readonly sourceTitle: string;
  readonly mapping: readonly ColumnMapping[];
  readonly questions: readonly ImportIssue[];
}

type Assigned = ReadonlyMap<string, ColumnMapping>;

const bySignature = (signature: Signature, columns: readonly SourceColumn[]): readonly ColumnMapping[] => {
  const used = new Set<string>();
  return columns.map(({ name, header }) => {
    const known = signature.columns[normaliseHeader(header)];
    const target = known ?? (isPersonalDetail(header) ? 'ignore' : signature.others);
    const isTaken = target.includes('.') && used.has(target);
    used.add(target);
    return {
      column: name,
      target: isTaken ? 'ignore' : target,
      confidence: known === undefined || isTaken ? 0.5 : 1,
      reason: known === undefined ? `Not needed from ${signature.title}` : `Recognised as ${signature.title}`,
    };
  });
};

/** One-to-one: the best-fitting pair first, then the best of what is left. */
const assign = (evidence: readonly ColumnEvidence[], grain: Grain): Assigned => {
  const candidates = evidence.flatMap((one, index) =>
    mappingTargets
      .filter(({ table, target }) => grain.tables.includes(table) && !grain.without.includes(target))
      .flatMap((target) => {
        const fit = scoreTarget(one, target);
        const preference = fit ? grain.tables.indexOf(target.table) * 0.002 + index * 0.0001 : 0;
        return fit
          ? [{ column: one.column.name, target: target.target, ...fit, rank: fit.score - preference }]
          : [];
      }),
  );
  const assigned = new Map<string, ColumnMapping>();
  const used = new Set<string>();
  for (const { column, target, score, reason } of candidates.sort((a, b) => b.rank - a.rank)) {
    if (assigned.has(column) || used.has(target)) continue;
    assigned.set(column, { column, target, confidence: Math.round(score * 100) / 100, reason });
    used.add(target);
  }
  return assigned;
};

interface Choice {
  readonly grain: Grain;
  readonly assigned: Assigned;
  readonly missing: readonly string[];
}

const weightOf = ({ assigned, missing }: Choice): number =>
  [...assigned.values()].reduce((sum, { confidence }) => sum + confidence, 0) - missing.length * 100;

/** The grain that is complete and explains most columns. A file of sums over customers' histories is about customers. */
const chooseGrain = (evidence: readonly ColumnEvidence[]): Choice => {
  const isSummary = evidence.some(({ column }) => isCustomerSummary(column.header));
  const eligible = grains.filter(({ id }) => !isSummary || id === 'customers');
  const choices = eligible.map((grain) => {
    const assigned = assign(evidence, grain);
    const targets = new Set([...assigned.values()].map(({ target }) => target));
    return { grain, assigned, missing: missingFor(grain, targets) };
  });
  return choices.reduce((best, choice) => (weightOf(choice) > weightOf(best) ? choice : best));
};

const customerKeys = ['orders.customer_id', 'customers.customer_id', 'customers.email', 'customers.name'];

/** Columns that go nowhere stay usable as traits of the customer when they are one; the others are left out. */
const placeOthers = (sample: MappingSample, { grain, assigned }: Choice): readonly ColumnMapping[] => {
  const keyed = customerKeys
    .map((key) => sample.columns.findIndex(({ name }) => assigned.get(name)?.target === key))
    .find((index) => index >= 0);
  const customers = keyed === undefined ? undefined : sample.cells[keyed];
  return sample.columns.map((column, index) => {
    const known = assigned.get(column.name);
    if (known !== undefined) return known;
    const leftOut = { column: column.name, target: 'ignore', confidence: 0.5 };
    if (isPersonalDetail(column.header))
      return { ...leftOut, reason: 'A personal detail that no analysis needs' };
    const isTrait =
      grain.id === 'customers' ||
      (customers !== undefined && dependsOnCustomer(customers, sample.cells[index] ?? []));
    return isTrait
      ? { ...leftOut, target: 'attribute', reason: 'The same for all rows of a customer' }
      : { ...leftOut, reason: 'Nothing in the data model that it fits' };
  });
};

const questionsFor = (missing: readonly string[]): readonly ImportIssue[] =>
  missing.length === 0
    ? []
    : [
        {
          severity: 'error',
          code: 'mapping-incomplete',
          message: `No column was recognised as ${missing.join(', ')}: choose it, or leave the file out`,
        },
      ];

/** Orders that name nobody can be loaded, but hardly anything can be said of customers then: it is asked first. */
const customerQuestion = ({ grain, assigned, missing }: Choice): readonly ImportIssue[] => {
  const targets = new Set([...assigned.values()].map(({ target }) => target));
  const isOrders = targets.has('orders.ordered_at') && grain.tables.includes('orders');
  if (!isOrders || missing.length > 0 || orderCustomerTargets.some((target) => targets.has(target)))
    return [];
  const message =
    'No column was recognised as the customer: choose it, or load the orders as they are, for totals without customers';
  return [{ severity: 'warning', code: 'customer-unknown', message }];
};

/**
 * A file that was taken for a list of customers, though a column is named like the date of an order: its amounts or dates
 * were not recognised, and it must not be read as something else in silence.
 */
const ordersNotRecognised = (sample: MappingSample, { grain, assigned }: Choice): readonly ImportIssue[] => {
  const dates = sample.columns.filter(
    ({ name, header }) =>
      !assigned.has(name) &&
      !/^created/.test(normaliseHeader(header)) &&
      aliasOf(header)?.includes('orders.ordered_at'),
  );
  if (grain.id !== 'customers' || dates.length === 0) return [];
  const names = dates.map(({ name }) => `“${name}”`).join(', ');
  const message = `${names} is named like the date of an order, but the file has no dates and amounts that could be recognised as orders. As it stands it is read as a list of customers: choose where date and amount are`;
  return [{ severity: 'warning', code: 'orders-not-recognised', message }];
};

/** Recognises an export by its headers, or else places each column by name, alias and values, one to one. */
export const proposeMapping = (sample: MappingSample): ProposedMapping => {
  const signature = sample.hasHeader
    ? recogniseSignature(sample.columns.map(({ header }) => normaliseHeader(header)))
    : undefined;
  if (signature !== undefined)
    return {
      source: signature.id,
      sourceTitle: signature.title,
      mapping: bySignature(signature, sample.columns),
      questions: [],
    };
  const evidence = sample.columns.map((column, index) => ({
    column,
    values: (sample.cells[index] ?? []).filter((cell) => !isNullWord(cell)),
  }));
  if (!sample.hasHeader) {
    const mapping = mapByValues(evidence);
    const targets = new Set(mapping.map(({ target }) => target));
    const grain = grains.find(
      ({ id }) => id === (targets.has('lines.net') ? 'order-lines-with-orders' : 'orders'),
    );
    const missing = grain === undefined ? [] : missingFor(grain, targets);
    return {
      source: 'generic',
      sourceTitle: 'Log without header',
      mapping,
      questions: questionsFor(missing),
    };
  }
  const choice = chooseGrain(evidence);
  return {
    source: 'generic',
    sourceTitle: choice.grain.title,
    mapping: placeOthers(sample, choice),
    questions: [
      ...questionsFor(choice.missing),
      ...customerQuestion(choice),
      ...ordersNotRecognised(sample, choice),
    ],
  };
};
