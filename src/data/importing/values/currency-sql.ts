import { quoteLiteral } from '../../sql/quote-literal.ts';
import { currencySigns } from './currencies.ts';

/** The currency that a money text names, of these codes, by code or sign; null when it names none. */
export const currencySql = (value: string, codes: readonly string[]): string => {
  const byCode = codes.map(
    (code) => `when regexp_matches(${value}, '(?i)(^|[^\\pL])${code}([^\\pL]|$)') then ${quoteLiteral(code)}`,
  );
  const bySign = currencySigns
    .filter(([, code]) => codes.includes(code))
    .map(
      ([sign, code]) => `when contains(lower(${value}), ${quoteLiteral(sign)}) then ${quoteLiteral(code)}`,
    );
  return `(case ${[...byCode, ...bySign].join(' ')} end)`;
};
