import type { FilePlan, ImportIssue } from '../contract.ts';
import type { StagedFile } from './stage-file.ts';

/** A staged file in the light of the others: its plan and columns may have been completed by what they know. */
export interface RelatedFile {
  /** Place among the files of this load, from 0. */
  readonly index: number;
  readonly plan: FilePlan;
  readonly staged: StagedFile;
  /** What it did for other files, in words, where none of its own rows are kept. */
  readonly use?: string | undefined;
  /** What was noticed about it before its values were read. */
  readonly issues?: readonly ImportIssue[] | undefined;
}
