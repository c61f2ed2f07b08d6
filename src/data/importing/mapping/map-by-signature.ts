import type { ColumnMapping, ImportIssue } from '../contract.ts';
import type { Signature } from '../signatures/signature.ts';
import type { MappingSample, SampledColumn } from './mapping-sample.ts';
import { normaliseHeader, wordsOfHeader } from './normalise-header.ts';
import { placeOthers } from './place-others.ts';
import { profileFit } from './profile-fit.ts';
import { dropOwnNumbers } from './own-numbers.ts';
import { stageColumns } from './stage-columns.ts';
import { findTarget } from './targets.ts';

/** A header in all forms in which signatures may name it, the most exact first. */
export const formsOf = (header: string): readonly string[] => [
  ...new Set([wordsOfHeader(header), normaliseHeader(header)]),
];

/** Where a known export's columns go, and what should be looked at. */
export interface SignatureMapping {
  readonly mapping: readonly ColumnMapping[];
  readonly questions: readonly ImportIssue[];
  /** 0–1: 1 when all columns hold what they should. */
  readonly confidence: number;
}

/** The signature's columns as they hold for this file. */
const columnsFor = (signature: Signature, columns: readonly SampledColumn[]): Signature['columns'] => {
  const { whenSeveral } = signature;
  if (whenSeveral === undefined) return signature.columns;
  const column = columns.find(({ column: { header } }) => formsOf(header).includes(whenSeveral.column));
  const isSeveral = new Set(column?.values.map((value) => value.trim().toLowerCase())).size > 1;
  return isSeveral ? { ...signature.columns, ...whenSeveral.columns } : signature.columns;
};

interface Named {
  readonly column: SampledColumn;
  readonly target: string;
  /** Place in the signature's list. */
  readonly place: number;
}

const namedColumns = (signature: Signature, columns: readonly SampledColumn[]): readonly Named[] => {
  const known = new Map(Object.entries(columnsFor(signature, columns)));
  const places = [...known.keys()];
  return columns.flatMap((column) => {
    const form = formsOf(column.column.header).find((one) => known.has(one));
    const target = form === undefined ? undefined : known.get(form);
    return form === undefined || target === undefined
      ? []
      : [{ column, target, place: places.indexOf(form) }];
  });
};

const isEmpty = ({ column }: Named): boolean => column.values.length === 0;

/** One column a target: of those that the signature names, the first that has values. */
const oneEach = (named: readonly Named[]): ReadonlyMap<string, Named> => {
  const chosen = new Map<string, Named>();
  for (const one of [...named].sort((a, b) => Number(isEmpty(a)) - Number(isEmpty(b)) || a.place - b.place))
    if (one.target.includes('.') && !chosen.has(one.target)) chosen.set(one.target, one);
  return chosen;
};

const isFitting = ({ column, target }: Named): boolean => {
  const found = findTarget(target);
  return found === undefined || profileFit(column, found) > 0;
};

const essential = /_at$|\.(net|sales|total|gross|amount|score|quantity|unit_price|cost|day|period)$/;

const unlikeQuestions = (title: string, unlike: readonly Named[]): readonly ImportIssue[] => {
  const names = unlike
    .filter(({ target }) => essential.test(target))
    .map(({ column }) => `“${column.column.name}”`);
  if (names.length === 0) return [];
  const message = `The file looks like ${title}, but ${names.join(', ')} does not hold the dates or numbers that are expected there: please check`;
  return [{ severity: 'warning', code: 'values-unlike-source', message, count: names.length }];
};

/** What becomes of a column that the signature names. */
const mappingOf = (one: Named, chosen: ReadonlyMap<string, Named>, title: string): ColumnMapping => {
  const column = one.column.column.name;
  const taken = one.target.includes('.') ? chosen.get(one.target) : undefined;
  if (taken !== undefined && taken !== one)
    return {
      column,
      target: 'ignore',
      confidence: 1,
      reason: `“${taken.column.column.name}” says it as well`,
    };
  const reason = one.target === 'ignore' ? `Not needed from ${title}` : `Recognised as ${title}`;
  return isFitting(one)
    ? { column, target: one.target, confidence: 1, reason }
    : {
        column,
        target: one.target,
        confidence: 0.5,
        reason: `${reason}, though the values look like something else`,
      };
};

/** Places the columns of a recognised export as its signature says; what it doesn't name is looked at like any other. */
export const mapBySignature = (
  signature: Signature,
  sample: MappingSample,
  columns: readonly SampledColumn[],
): SignatureMapping => {
  const named = namedColumns(signature, columns);
  const chosen = oneEach(named);
  const isOfCustomers = [...chosen.keys()].every((target) => target.startsWith('customers.'));
  const assigned = new Map([
    ...(isOfCustomers ? stageColumns(columns) : []),
    ...named.map((one): readonly [string, ColumnMapping] => [
      one.column.column.name,
      mappingOf(one, chosen, signature.title),
    ]),
  ]);
  const kept = dropOwnNumbers(columns, assigned);
  const unlike = [...chosen.values()].filter((one) => kept.has(one.column.column.name) && !isFitting(one));
  return {
    mapping: placeOthers(sample, kept, signature.others === 'attribute'),
    questions: unlikeQuestions(signature.title, unlike),
    confidence: unlike.length === 0 ? 1 : 0.6,
  };
};
