import type { AppError } from '../../core/app-error.ts';

/** DuckDB's account of a failure, as `errors_as_json` gives it. */
interface EngineAccount {
  readonly exception_type?: string;
  readonly exception_message?: string;
  readonly position?: string;
}

const longestValue = 80;
const longestMessage = 600;

/** A parser's error arrives as an account within an account. */
const accountOf = (message: string): EngineAccount => {
  const start = message.indexOf('{"exception_type"');
  if (start < 0) return { exception_message: message };
  try {
    const account = JSON.parse(message.slice(start)) as EngineAccount;
    const inner = account.exception_message ?? '';
    return inner.startsWith('{"exception_type"') ? { ...account, ...accountOf(inner) } : account;
  } catch {
    return { exception_message: message };
  }
};

/** Takes out what may be customers' data: whole lines of a file, and quoted values that are long. */
const withoutPersonalData = (message: string): string =>
  message
    .replaceAll(/Original Line:[^\n]*\n?/gi, '')
    .replaceAll(/"([^"\n]*)"|'([^'\n]*)'/g, (quoted) =>
      quoted.length > longestValue + 2 ? `${quoted.slice(0, longestValue)}…${quoted.at(-1) ?? ''}` : quoted,
    )
    .trim()
    .slice(0, longestMessage);

/** DuckDB counts UTF-8 bytes; editors count UTF-16 units. */
const characterPosition = (sql: string, bytes: number): number =>
  new TextDecoder().decode(new TextEncoder().encode(sql).subarray(0, bytes)).length;

const isFatal = (thrown: unknown): boolean =>
  thrown instanceof WebAssembly.RuntimeError ||
  (thrown instanceof RangeError && /offset is out of bounds|invalid typed array/i.test(thrown.message)) ||
  !(thrown instanceof Error);

const textOf = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.message : 'The engine stopped with a fault of its own';

/** The failure of a statement from DuckDB's message. */
const statementError = (account: EngineAccount, sql: string): AppError => {
  const message = account.exception_message ?? '';
  const type = account.exception_type ?? '';
  if (/out of memory|bad_alloc|allocation failure|failed to allocate/i.test(`${type} ${message}`))
    return { kind: 'out-of-memory' };
  if (/^interrupt/i.test(type) || /^interrupt error|^interrupted!/i.test(message))
    return { kind: 'cancelled' };
  if (/^fatal|^internal$/i.test(type))
    return { kind: 'engine-crashed', message: withoutPersonalData(message) };
  const place = account.position === undefined ? undefined : Number(account.position);
  return {
    kind: 'sql-failed',
    message: withoutPersonalData(type && !message.startsWith(type) ? `${type} error: ${message}` : message),
    sql,
    ...(place !== undefined && Number.isFinite(place) ? { position: characterPosition(sql, place) } : {}),
  };
};

/**
 * Any thrown thing as an error with facts; the only place where the engine does so. A fault of the WebAssembly machine
 * itself is `engine-crashed`: nothing the engine says after it can be trusted.
 */
export const toAppError = (thrown: unknown, sql?: string): AppError => {
  if (isFatal(thrown)) return { kind: 'engine-crashed', message: textOf(thrown) };
  const account = accountOf(textOf(thrown));
  if (sql !== undefined) return statementError(account, sql);
  return { kind: 'internal', message: withoutPersonalData(textOf(thrown)) };
};
