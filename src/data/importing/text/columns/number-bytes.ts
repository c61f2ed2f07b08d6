const [minus, point, zero] = [45, 46, 48];

/** Money is kept with four digits after the point. */
const moneyDigits = 4;
const powersOfTen = Array.from({ length: 23 }, (_, power) => 10 ** power);

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= zero && byte <= 57;

/** Digits as a whole number, and how many of them stand after the point. */
interface Digits {
  whole: number;
  decimals: number;
}

// One for all values: a new one for each would cost more than the digits.
const found: Digits = { whole: 0, decimals: 0 };

/** Reads `12`, `-12.5`, `12.`: whether the bytes are such a number, and exact. Digits beyond `most` after the point may only be zeros. */
const readDigits = (bytes: Uint8Array, start: number, end: number, most: number): boolean => {
  let at = bytes[start] === minus ? start + 1 : start;
  let whole = 0;
  let decimals = 0;
  if (at >= end || !isDigit(bytes[at])) return false;
  while (at < end && isDigit(bytes[at])) {
    whole = whole * 10 + (bytes[at] as number) - zero;
    at += 1;
  }
  if (at < end) {
    if (bytes[at] !== point) return false;
    at += 1;
    for (; at < end; at += 1) {
      if (!isDigit(bytes[at])) return false;
      if (decimals < most) {
        whole = whole * 10 + (bytes[at] as number) - zero;
        decimals += 1;
      } else if (bytes[at] !== zero) return false;
    }
  }
  found.whole = whole;
  found.decimals = decimals;
  return whole <= Number.MAX_SAFE_INTEGER;
};

/** A number with a decimal point as the nearest double; NaN where it is written otherwise or isn't exact. */
export const doubleOf = (bytes: Uint8Array, start: number, end: number): number => {
  if (!readDigits(bytes, start, end, 22)) return NaN;
  const size = found.whole / (powersOfTen[found.decimals] as number);
  return bytes[start] === minus ? -size : size;
};

/** An amount of money in units of 0.0001; NaN where it is written otherwise or has more digits than are kept. */
export const moneyOf = (bytes: Uint8Array, start: number, end: number): number => {
  if (!readDigits(bytes, start, end, moneyDigits)) return NaN;
  const size = found.whole * (powersOfTen[moneyDigits - found.decimals] as number);
  if (size > Number.MAX_SAFE_INTEGER) return NaN;
  return bytes[start] === minus ? -size : size;
};
