import type { SourceColumn } from '../contract.ts';
import { isDateText } from '../values/date-shape.ts';
import { isNumberText } from '../values/number-shape.ts';
import { knownAliases } from './aliases.ts';
import { normaliseHeader } from './normalise-header.ts';
import type { MappingTarget } from './targets.ts';

/** What is known about a column when it is scored. */
export interface ColumnEvidence {
  readonly column: SourceColumn;
  /** Its non-empty values in the sample. */
  readonly values: readonly string[];
}

/** How well a column fits a target, and why. */
export interface TargetScore {
  readonly score: number;
  readonly reason: string;
}

const tokensOf = (text: string): readonly string[] => text.split(' ').filter((token) => token.length > 1);

/** Share of words that two names have in common, 0–1. */
const tokenOverlap = (a: readonly string[], b: readonly string[]): number => {
  const shared = a.filter((token) => b.includes(token)).length;
  return a.length + b.length === 0 ? 0 : (2 * shared) / (a.length + b.length);
};

interface KnownName {
  readonly alias: string;
  readonly tokens: readonly string[];
}

const namesByTarget = new Map<string, KnownName[]>();
for (const [alias, targets] of knownAliases)
  for (const target of targets)
    namesByTarget.set(target, [...(namesByTarget.get(target) ?? []), { alias, tokens: tokensOf(alias) }]);

/** The best-fitting known name of a target: its similarity and whether it is the name itself. */
const nameFit = (header: string, target: string): { readonly similarity: number; readonly alias: string } => {
  const exact = knownAliases.get(header)?.includes(target) === true;
  if (exact) return { similarity: 1, alias: header };
  const tokens = tokensOf(header);
  let best = { similarity: 0, alias: '' };
  for (const { alias, tokens: known } of namesByTarget.get(target) ?? []) {
    const similarity = tokenOverlap(tokens, known);
    if (similarity > best.similarity) best = { similarity, alias };
  }
  return best;
};

const isShare = (values: readonly string[]): boolean => {
  const numbers = values.map((value) => Number(value.replace(',', '.').replace('%', '')));
  const isPercent = values.some((value) => value.includes('%'));
  return numbers.length > 0 && numbers.every((number) => number >= 0 && (isPercent || number <= 1));
};

const numberFit = ({ column, values }: ColumnEvidence, target: string): number => {
  if (column.kind === 'empty') return 0.3;
  const readable = values.filter(
    (value) => isNumberText(value.trim(), '.') || isNumberText(value.trim(), ','),
  ).length;
  if (readable < values.length * 0.8) return readable < values.length * 0.5 ? 0 : 0.5;
  if (target === 'lines.discount_rate') return isShare(values) ? 1 : 0;
  if (target === 'lines.discount') return isShare(values) && column.distinct > 1 ? 0.4 : 1;
  return 1;
};

const dateFit = ({ column, values }: ColumnEvidence): number => {
  if (column.kind === 'date' || column.kind === 'datetime') return 1;
  if (column.kind === 'empty') return 0.3;
  const readable = values.filter((value) => isDateText(value.trim())).length;
  return readable < values.length * 0.5 ? 0 : 0.5;
};

/** A key of the row itself should differ from row to row; a key of something else should come back. */
const keyFit = ({ column, values }: ColumnEvidence, target: string): number => {
  if (column.kind === 'date' || column.kind === 'datetime' || column.kind === 'boolean') return 0;
  if (column.kind === 'number' && values.some((value) => !/^\d+([.,]0+)?$/.test(value.trim()))) return 0;
  const distinctShare = values.length === 0 ? 0 : column.distinct / values.length;
  if (/^(customers\.customer_id|products\.product_id|deals\.deal_id|tickets\.ticket_id)$/.test(target))
    return distinctShare > 0.95 ? 1 : 0.4;
  return /customer_id|product_id/.test(target) && distinctShare > 0.999 && values.length > 50 ? 0.6 : 0.9;
};

const categoryTarget = /status|stage|channel|payment|category|country|kind/;

const wordFit = ({ column, values }: ColumnEvidence, target: string): number => {
  switch (column.kind) {
    case 'empty':
      return 0.3;
    case 'date':
    case 'datetime':
      return 0;
    default:
  }
  if (target === 'customers.email') return column.kind === 'email' ? 1 : 0.3;
  if (target === 'orders.currency')
    return values.every((value) => /^[A-Za-z]{3}$|^\W$/.test(value.trim())) ? 1 : 0;
  if (categoryTarget.test(target) && column.distinct > 400) return 0.4;
  return column.kind === 'integer' || column.kind === 'number' ? 0.3 : 0.9;
};

/** How well the values fit, 0–1; 0 rules the target out. */
const profileFit = (evidence: ColumnEvidence, target: MappingTarget): number => {
  switch (target.type) {
    case 'DATE':
    case 'TIMESTAMP':
      return dateFit(evidence);
    case 'VARCHAR':
      return /_id$|reference$/.test(target.target)
        ? keyFit(evidence, target.target)
        : wordFit(evidence, target.target);
    case 'BOOLEAN':
      return evidence.column.distinct <= 4 ? 0.9 : 0;
    default:
      return numberFit(evidence, target.target);
  }
};

const leastSimilarity = 0.8;

/** Scores a column for a target: 35 % name, 25 % known alias, 40 % values. Undefined: it can't be. */
export const scoreTarget = (evidence: ColumnEvidence, target: MappingTarget): TargetScore | undefined => {
  const header = normaliseHeader(evidence.column.header);
  const { similarity, alias } = nameFit(header, target.target);
  if (similarity < leastSimilarity) return undefined;
  const values = profileFit(evidence, target);
  if (values === 0) return undefined;
  const isAlias = similarity === 1 && alias === header;
  return {
    score: 0.35 * similarity + (isAlias ? 0.25 : 0) + 0.4 * values,
    reason: isAlias ? 'The header is a known name for it' : `The header is like “${alias}”`,
  };
};
