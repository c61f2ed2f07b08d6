import { codeOf } from '../../data/sql/scan-sql.ts';

const openingWords = new Set([
  'select',
  'with',
  'from',
  'values',
  'table',
  'describe',
  'desc',
  'show',
  'summarize',
  'explain',
  'pivot',
  'unpivot',
]);

/**
 * Whether a text is one statement that only reads, judged by its first word and by what follows a semicolon. The
 * engine also runs it in a read-only transaction: a `with` may still end in an `insert`.
 */
export const isReadOnlySql = (sql: string): boolean => {
  const code = codeOf(sql).trim().replace(/;\s*$/, '');
  const first = /^[(\s]*([a-z]+)/i.exec(code)?.[1]?.toLowerCase();
  return first !== undefined && openingWords.has(first) && !code.includes(';');
};
