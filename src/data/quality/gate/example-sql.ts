/** SQL text of an amount with two decimals, or “no amount”. */
export const moneyText = (column: string): string =>
  `coalesce(printf('%.2f', (${column})::DOUBLE), 'no amount')`;

/** SQL text of the day of a date or timestamp, as YYYY-MM-DD, or “no date”. */
export const dayText = (column: string): string => `coalesce((${column})::DATE::VARCHAR, 'no date')`;

/** SQL text of a moment to the minute. */
export const momentText = (column: string): string =>
  `coalesce(strftime(${column}, '%Y-%m-%d %H:%M'), 'no time')`;

/** SQL text of a number without trailing zeros, or “none”. */
export const numberText = (column: string): string =>
  `coalesce(regexp_replace(((${column})::DOUBLE)::VARCHAR, '[.]0$', ''), 'none')`;
