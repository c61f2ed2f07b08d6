/** The digits of a text. */
export const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');

const sumOf = (digits: string, weightOf: (index: number) => number): number =>
  [...digits].reduce((sum, digit, index) => sum + Number(digit) * weightOf(index), 0);

/** Whether a number of digits ends in the right check digit after H. P. Luhn (ISO/IEC 7812-1, annex B). */
const passesLuhn = (digits: string): boolean => {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
};

/** Whether a text is the number of a payment card: length and first digits of an issuer, and its check digit. */
export const isCardNumber = (text: string): boolean => {
  if (!/^\d[\d -]{11,22}\d$/.test(text)) return false;
  const digits = digitsOf(text);
  const isIssued =
    /^(?:4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11}|35\d{14}|6\d{15,18}|5[06-8]\d{10,17})$/;
  return isIssued.test(digits) && !/^(\d)\1+$/.test(digits) && passesLuhn(digits);
};

const remainder97 = (digits: string): number =>
  [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0);

/** Whether a text is a bank account number after ISO 13616: country, check digits that leave 1 by 97. */
export const isIban = (text: string): boolean => {
  const bare = text.replaceAll(/[ -]/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(bare)) return false;
  const moved = bare.slice(4) + bare.slice(0, 4);
  return remainder97(moved.replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))) === 1;
};

/** US social security number: no check digit, but areas, groups and serials that are never given out. */
export const isUsSocialSecurity = (text: string): boolean =>
  /^(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}$/.test(text);

/** German tax id (Steuer-ID): eleven digits, one of them two or three times among the first ten, check digit by ISO 7064 mod 11, 10. */
const isGermanTaxId = (text: string): boolean => {
  const digits = text.replaceAll(' ', '');
  if (!/^[1-9]\d{10}$/.test(digits)) return false;
  const repeats = [...new Set(digits.slice(0, 10))].map((one) => digits.slice(0, 10).split(one).length - 1);
  if (repeats.filter((times) => times > 1).length !== 1 || Math.max(...repeats) > 3) return false;
  const product = [...digits.slice(0, 10)].reduce((before, digit) => {
    const sum = (Number(digit) + before) % 10;
    return ((sum === 0 ? 10 : sum) * 2) % 11;
  }, 10);
  return (11 - product) % 10 === Number(digits[10]);
};

/** French social security number (NIR, INSEE): sex, year, month, place, order, and a key of two digits. */
const isFrenchSocialSecurity = (text: string): boolean => {
  const bare = text.replaceAll(' ', '').toUpperCase();
  if (!/^[12]\d{2}(?:0[1-9]|1[0-2]|[2-9]\d)(?:\d{2}|2[AB])\d{8}$/.test(bare)) return false;
  const number = bare.slice(0, 13).replace('2A', '19').replace('2B', '18');
  return 97 - remainder97(number) === Number(bare.slice(13));
};

/** Spanish DNI or NIE: eight digits (or X, Y, Z and seven), and a letter by 23. */
const isSpanishId = (text: string): boolean => {
  const bare = text.replaceAll(/[ .-]/g, '').toUpperCase();
  if (!/^[XYZ\d]\d{7}[A-Z]$/.test(bare)) return false;
  const number = bare.slice(0, 8).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)));
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(number) % 23] === bare[8];
};

const oddValues = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];
const placeOf = (sign: string): number => (/\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 65);

/** Italian codice fiscale: names, birth, place, and a letter by 26. */
const isItalianTaxCode = (text: string): boolean => {
  const bare = text.replaceAll(' ', '').toUpperCase();
  if (!/^[A-Z]{6}[\dL-V]{2}[ABCDEHLMPRST][\dL-V]{2}[A-Z][\dL-V]{3}[A-Z]$/.test(bare)) return false;
  const sum = [...bare.slice(0, 15)].reduce(
    (total, sign, index) => total + (index % 2 === 0 ? (oddValues[placeOf(sign)] ?? 0) : placeOf(sign)),
    0,
  );
  return String.fromCharCode(65 + (sum % 26)) === bare[15];
};

/** Brazilian CPF: nine digits and two check digits by 11. */
const isBrazilianCpf = (text: string): boolean => {
  if (!/^\d{3}\.?\d{3}\.?\d{3}-?\d{2}$/.test(text)) return false;
  const digits = digitsOf(text);
  if (/^(\d)\1+$/.test(digits)) return false;
  const check = (length: number): number =>
    ((sumOf(digits.slice(0, length), (index) => length + 1 - index) * 10) % 11) % 10;
  return check(9) === Number(digits[9]) && check(10) === Number(digits[10]);
};

/** National ids of persons that carry check digits, by the name under which they are known. */
export const checkedIds: readonly (readonly [name: string, is: (text: string) => boolean])[] = [
  ['German tax id', isGermanTaxId],
  ['French social security number', isFrenchSocialSecurity],
  ['Spanish DNI or NIE', isSpanishId],
  ['Italian codice fiscale', isItalianTaxCode],
  ['Brazilian CPF', isBrazilianCpf],
];
