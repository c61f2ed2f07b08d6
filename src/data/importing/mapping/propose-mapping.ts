import type { ColumnMapping, ImportIssue } from '../contract.ts';
import { recogniseSignature } from '../signatures/known-signatures.ts';
import { chooseGrain, ordersChoice, type GrainChoice } from './choose-grain.ts';
import { fillByValues } from './fill-by-values.ts';
import { grains, missingFor } from './grains.ts';
import { mapByValues } from './map-by-values.ts';
import { formsOf, mapBySignature } from './map-by-signature.ts';
import { missingQuestions, notRecognised, questionsOf } from './mapping-questions.ts';
import { sampledColumns, type MappingSample, type SampledColumn } from './mapping-sample.ts';
import { dropOwnNumbers } from './own-numbers.ts';
import { placeOthers } from './place-others.ts';
import { asRejected } from './rejected-columns.ts';
import { stageColumns } from './stage-columns.ts';

/** What a file is taken for, and where its columns go. */
export interface ProposedMapping {
  readonly source: string;
  readonly sourceTitle: string;
  readonly mapping: readonly ColumnMapping[];
  readonly questions: readonly ImportIssue[];
  /** How sure the proposal is as a whole, 0–1: as sure as its least sure essential column; 0 when something is missing. */
  readonly confidence: number;
}

/** As sure as the least sure of the columns without which the file would be of no use. */
const confidenceOf = ({ grain, assigned, missing }: GrainChoice): number => {
  if (missing.length > 0) return 0;
  const byTarget = new Map([...assigned.values()].map(({ target, confidence }) => [target, confidence]));
  const bestOf = (group: string): number =>
    Math.min(...group.split('+').map((target) => byTarget.get(target) ?? 0));
  return Math.min(...grain.needs.map(({ anyOf }) => Math.max(...anyOf.map(bestOf))));
};

const withoutHeader = (columns: readonly SampledColumn[]): ProposedMapping => {
  const mapping = mapByValues(columns);
  const targets = new Set(mapping.map(({ target }) => target));
  const grain = grains.find(
    ({ id }) => id === (targets.has('lines.net') ? 'order-lines-with-orders' : 'orders'),
  );
  const missing = grain === undefined ? [] : missingFor(grain, targets);
  return {
    source: 'generic',
    sourceTitle: 'Log without header',
    mapping,
    questions: missingQuestions(missing),
    confidence: missing.length === 0 ? 0.5 : 0,
  };
};

/** Dates of entry into a stage go with the customers of a list. */
const withStages = (choice: GrainChoice, columns: readonly SampledColumn[]): GrainChoice =>
  choice.grain.id === 'customers'
    ? { ...choice, assigned: new Map([...stageColumns(columns), ...choice.assigned]) }
    : choice;

const unrecognised = (sample: MappingSample): ProposedMapping => ({
  source: 'unknown',
  sourceTitle: 'Not recognised',
  mapping: sample.columns.map(({ name }) => ({
    column: name,
    target: 'ignore',
    confidence: 0,
    reason: 'The file was not recognised',
  })),
  questions: [notRecognised],
  confidence: 0,
});

const byNames = (sample: MappingSample, columns: readonly SampledColumn[]): ProposedMapping => {
  const name = sample.name ?? '';
  const chosen = chooseGrain(columns, name);
  const isComplete = chosen !== undefined && chosen.missing.length === 0;
  const filled = isComplete ? undefined : fillByValues(columns, ordersChoice(columns, name));
  const found = filled?.choice ?? chosen;
  if (found === undefined) return unrecognised(sample);
  const choice = withStages(found, columns);
  const assigned = dropOwnNumbers(columns, choice.assigned);
  return {
    source: 'generic',
    sourceTitle: choice.grain.title,
    mapping: placeOthers(sample, assigned, choice.grain.id === 'customers'),
    questions: [...questionsOf(columns, choice), ...(filled?.questions ?? [])],
    confidence: confidenceOf(choice),
  };
};

/** Recognises an export by its headers, or else places each column by name, alias and values, one to one. */
export const proposeMapping = (sample: MappingSample): ProposedMapping => {
  const rejected = asRejected(sample);
  if (rejected !== undefined) {
    const proposed = proposeMapping(rejected.rest);
    return { ...proposed, mapping: [...proposed.mapping, ...rejected.added] };
  }
  const columns = sampledColumns(sample);
  if (!sample.hasHeader) {
    const inFileOrder = sample.columns.flatMap(
      ({ name }) => columns.find(({ column }) => column.name === name) ?? [],
    );
    return withoutHeader(inFileOrder);
  }
  const signature = recogniseSignature(sample.columns.flatMap(({ header }) => formsOf(header)));
  if (signature === undefined) return byNames(sample, columns);
  return {
    source: signature.id,
    sourceTitle: signature.title,
    ...mapBySignature(signature, sample, columns),
  };
};
