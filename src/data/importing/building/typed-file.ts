import { quoteLiteral } from '../../sql/quote-literal.ts';
import type { FilePlan, ImportIssue } from '../contract.ts';
import type { SourceRules } from '../signatures/signature.ts';
import { findTarget } from '../mapping/targets.ts';
import type { StagedFile } from './stage-file.ts';

/** A customer attribute that a file brings. */
export interface AttributeSource {
  readonly name: string;
  /** Column in the file. */
  readonly column: string;
  readonly staged: string;
}

/**
 * A file whose rows are typed: columns `table__column` for its targets, the attributes as text, and the keys
 * `row_no`, `customer_key`, `order_key`, `product_key`.
 */
export interface TypedFile {
  /** Place among the files of this load, from 0: earlier files win where two say different things. */
  readonly index: number;
  readonly table: string;
  /** Its rows are worked out of the staged table whenever they are asked for: that table must stay. */
  readonly isLight: boolean;
  readonly plan: FilePlan;
  readonly staged: StagedFile;
  readonly targets: ReadonlySet<string>;
  readonly attributes: readonly AttributeSource[];
  readonly rules: SourceRules;
  readonly rowsRead: number;
  /** Row numbers that were rejected, with the reason; at most {@link mostRejected}. */
  readonly rejected: readonly { readonly row: number; readonly reason: string }[];
  readonly rowsRejected: number;
  /** SQL of the currency that the money values of a row name, when no column does. */
  readonly currencySql?: string | undefined;
  readonly issues: readonly ImportIssue[];
  /** Rows that repeat others, where they are still being counted. */
  readonly repeatedRows?: StagedFile['repeatedRows'] | undefined;
}

/** Name of a target's column in a typed table. */
export const typedName = (target: string): string => target.replace('.', '__');

/** A target's column of a typed file; else what the file's kind says it is in all rows, or a null of its type. */
export const columnOrNull = (file: Pick<TypedFile, 'targets' | 'rules'>, target: string): string => {
  if (file.targets.has(target)) return typedName(target);
  const constant = file.rules.constants?.[target];
  return `${constant === undefined ? 'null' : quoteLiteral(constant)}::${findTarget(target)?.type ?? 'VARCHAR'}`;
};

/** Rows that were read from all files. */
export const countStagedRows = (files: readonly TypedFile[]): number =>
  files.reduce((sum, { staged }) => sum + staged.rows, 0);
