import type { AppError } from '../../../core/app-error.ts';
import type { FileKind } from './sniff-file.ts';

/** The failure that a kind of file is, or undefined when it can be read. */
export const kindError = (kind: FileKind, file: string): AppError | undefined => {
  switch (kind.kind) {
    case 'empty':
      return { kind: 'file-empty', file };
    case 'encrypted':
      return { kind: 'file-encrypted', file };
    case 'unsupported':
      return { kind: 'format-unsupported', file, format: kind.format, instead: kind.instead };
    case 'not-a-table':
      return { kind: 'file-not-a-table', file, detected: kind.detected };
    default:
      return undefined;
  }
};
