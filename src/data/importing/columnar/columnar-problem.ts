import type { AppError } from '../../../core/app-error.ts';
import { fileProblem } from '../text/read-head.ts';

/** Thrown by a reader that meets encrypted contents. */
export class EncryptedFileError extends Error {}

const longestReason = 200;

/** What a reader of typed files threw, as a failure with its facts. */
export const columnarProblem = (thrown: unknown, file: string, format: string): AppError => {
  if (thrown instanceof EncryptedFileError) return { kind: 'file-encrypted', file };
  const problem = fileProblem(thrown, file);
  if (problem.kind === 'file-changed') return problem;
  const isSlip = thrown instanceof TypeError || thrown instanceof RangeError || !(thrown instanceof Error);
  const reason = isSlip ? 'Its contents contradict each other' : thrown.message;
  return { kind: 'file-corrupt', file, format, reason: reason.slice(0, longestReason) };
};
