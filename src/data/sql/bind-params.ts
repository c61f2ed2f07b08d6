import { quoteLiteral, type SqlValue } from './quote-literal.ts';
import { scanSql } from './scan-sql.ts';

const parameterPattern = /\$([a-z_][a-z0-9_]*)/gi;

/**
 * Puts values in the place of `$name`, as safely quoted literals, outside of quotes and comments. A parameter without
 * a value is a bug in the query and throws. Prepared statements aren't used: the engine's travel as JSON and can't
 * hold lists or days.
 */
export const bindParams = (sql: string, values: Readonly<Record<string, SqlValue>>): string =>
  scanSql(sql)
    .map((piece) =>
      piece.kind === 'code'
        ? piece.text.replaceAll(parameterPattern, (_, name: string) => {
            const value = values[name];
            if (value === undefined) throw new Error(`The query asks for $${name}, which has no value`);
            return quoteLiteral(value);
          })
        : piece.text,
    )
    .join('');

/** A parameter's name in SQL: `windowDays` → `window_days`. */
export const snakeCase = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
