import { ok, type Result } from '../../../core/result.ts';
import { quoteLiteral } from '../../sql/quote-literal.ts';
import type { ImportIssue } from '../contract.ts';
import type { ImportDatabase } from '../import-database.ts';
import { quoted, type TypedColumn } from './column-reading.ts';

/** SQL condition: an amount names this currency beyond doubt. Signs such as $ and kr stand for several. */
const namesSql = (text: string, code: string): string => {
  const byCode = `regexp_matches(${text}, '(?i)(^|[^\\pL])${code}([^\\pL]|$)')`;
  return code === 'EUR' ? `(${byCode} or contains(${text}, '€'))` : byCode;
};

/** Rows whose amounts name another currency than the column of currencies says. */
export const contradictingCurrencies = async (
  database: ImportDatabase,
  table: string,
  columns: readonly TypedColumn[],
): Promise<Result<readonly ImportIssue[]>> => {
  const said = columns.find(({ target }) => target.target === 'orders.currency');
  const naming = columns.filter(({ currencies }) => currencies.length > 0);
  if (said === undefined || naming.length === 0) return ok([]);
  const differs = naming.flatMap(({ text, currencies }) =>
    currencies.map((code) => `(${namesSql(text, code)} and upper(${said.sql}) <> ${quoteLiteral(code)})`),
  );
  const counted = await database.rows(
    `select (count(*) filter (${differs.join(' or ')}))::integer as n from ${table}`,
  );
  if (!counted.ok) return counted;
  const count = Number(counted.value[0]?.['n'] ?? 0);
  const names = naming.map(({ name }) => quoted(name)).join(', ');
  const message = `Amounts in ${names} name another currency than ${quoted(said.name)}: the latter was taken`;
  return ok(count === 0 ? [] : [{ severity: 'warning', code: 'currency-contradicted', message, count }]);
};
