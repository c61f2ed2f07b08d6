import type { Dialect, ImportIssue } from '../contract.ts';
import { isBlankRecord, parseSample } from './parse-sample.ts';

const mostRecords = 500;
const leastAlike = 0.5;

/**
 * What should be said where the samples from the middle and the end of a file have another number of columns than the
 * table in its head: the table that is meant may begin behind the head.
 */
export const unlikeRest = (
  later: readonly string[],
  dialect: Dialect,
  columns: number,
): readonly ImportIssue[] => {
  if (dialect.widths !== undefined || dialect.lastLine !== undefined) return [];
  const records = later.flatMap((text) =>
    parseSample(text, dialect, mostRecords).filter(({ fields }) => !isBlankRecord(fields)),
  );
  const alike = records.filter(({ fields }) => fields.length === columns).length;
  if (records.length === 0 || alike >= leastAlike * records.length) return [];
  const message = `The beginning of the file, which is what was looked at, is read as a table of ${columns} columns, but most rows in its middle and at its end have another number: if the table begins far below, say how many lines to skip`;
  return [{ severity: 'warning', code: 'head-unlike-rest', message, count: records.length - alike }];
};
