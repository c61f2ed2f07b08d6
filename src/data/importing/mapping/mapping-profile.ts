import type { ColumnMapping, Dialect, FilePlan, ValueKind } from '../contract.ts';
import { normaliseHeader } from './normalise-header.ts';

/**
 * How files with these headers are read, as the user decided once; kept across workspaces. It holds names of columns
 * and where they go, never a value of a file.
 */
export interface MappingProfile {
  /** The same for all files with the same headers: {@link profileKey}. */
  readonly id: string;
  /** Columns of the file in its order. */
  readonly columns: readonly string[];
  /** What the values of each of them looked like; absent where it isn't known. */
  readonly kinds?: readonly ValueKind[] | undefined;
  /** Signature of the source: `shopify-orders`, … or `generic`. */
  readonly source: string;
  /** File that it was decided for, to recognise it in a list. */
  readonly file: string;
  readonly sheet?: string | undefined;
  /** What the user said instead of what was detected; everything else is detected anew. */
  readonly dialect: Partial<Dialect>;
  readonly mapping: readonly ColumnMapping[];
  /** Epoch milliseconds of the decision. */
  readonly savedAt: number;
}

/** 53 bits of a text, as 11 characters: enough to tell header sets apart, no guard against forgery. */
const shortHash = (text: string): string => {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36).padStart(11, '0');
};

/** Without the two columns that a file of rejected rows has more. */
const withoutAdded = (columns: readonly string[]): readonly string[] =>
  columns.length > 2 && columns.at(-2) === 'line' && columns.at(-1) === 'reason'
    ? columns.slice(0, -2)
    : columns;

/** The same for all files with the same headers, in whatever order and spelling of case, spaces and punctuation. */
const headerKeyOf = (columns: readonly string[]): string =>
  shortHash(
    withoutAdded(columns)
      .map((name) => normaliseHeader(name) || name)
      .sort()
      .join('\n'),
  );

/** Key of a file's headers. Without a header row files are recognised by their number of columns only. */
export const profileKey = (columns: readonly string[], hasHeader: boolean): string =>
  hasHeader ? headerKeyOf(columns) : `${columns.length} columns`;

/** A decision on a file: its plan, its columns, and what was corrected by hand before it. */
export interface FileDecision {
  readonly plan: FilePlan;
  readonly columns: readonly string[];
  /** What the values of each column look like. */
  readonly kinds?: readonly ValueKind[] | undefined;
  readonly corrections: Partial<Dialect>;
  /** Epoch milliseconds. */
  readonly decidedAt: number;
}

/** What is worth remembering of a decision. */
export const profileOf = ({
  plan,
  columns,
  kinds,
  corrections,
  decidedAt,
}: FileDecision): MappingProfile => ({
  id: profileKey(columns, plan.dialect.hasHeader),
  columns,
  ...(kinds ? { kinds } : {}),
  source: plan.source,
  file: plan.file,
  sheet: plan.sheet,
  dialect: corrections,
  mapping: plan.mapping,
  savedAt: decidedAt,
});
