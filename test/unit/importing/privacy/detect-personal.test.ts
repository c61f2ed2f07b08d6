import { describe, expect, it } from 'vitest';
import { detectPersonal } from '../../../../src/data/importing/privacy/detect-personal.ts';

const repeat = (write: (index: number) => string, count = 20): readonly string[] =>
  Array.from({ length: count }, (_, index) => write(index));

/** Appends the Luhn digit. */
const card = (digits: string): string => {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return digits + ((10 - (sum % 10)) % 10);
};
const cpf = (index: number): string => {
  const digits = [...String(123456780 + index * 7)].map(Number);
  const next = (): number =>
    ((digits.reduce((sum, digit, at) => sum + digit * (digits.length + 1 - at), 0) * 10) % 11) % 10;
  digits.push(next());
  digits.push(next());
  return digits.join('').replace(/^(\d{3})(\d{3})(\d{3})(\d{2})$/, '$1.$2.$3-$4');
};
const dni = (index: number): string => {
  const number = 12345678 + index * 13;
  return `${number}${'TRWAGMYFPDXBNJZSQVHLCKE'[number % 23]}`;
};
const iban = (index: number): string => {
  const account = String(370400440532013000n + BigInt(index));
  const rest = BigInt(`${account}131400`) % 97n;
  return `DE${String(98n - rest).padStart(2, '0')}${account}`;
};

describe('columns that look personal', () => {
  it.each([
    ['Email', ['a@b.org', 'c@d.com'], 'email'],
    ['x', ['a@b.org', 'c@d.com'], 'email'],
    ['Téléphone', ['01 23 45 67 89', '06 12 34 56 78'], 'phone'],
    ['x', repeat((index) => `+49 30 12345${10 + index}`), 'phone'],
    ['x', repeat((index) => `(555) 123-45${10 + index}`), 'phone'],
    ['Billing Address1', ['12 High Street', '5 Low Road'], 'address'],
    ['Straße', ['Hauptstr. 5', 'Am Weg 12'], 'address'],
    ['PLZ', ['10115', '80331'], 'address'],
    ['x', repeat((index) => `Calle Mayor ${index}`), 'address'],
    ['First Name', ['Ann', 'Bob'], 'name'],
    ['Apellidos', ['García López', 'Núñez'], 'name'],
    ['Customer', ['Ann Smith', 'Bob O’Neil', 'Eva Müller-Lang'], 'name'],
    ['Date of birth', ['1980-05-01', '1999-12-31'], 'birth-date'],
    ['Geburtsdatum', ['01.05.1980'], 'birth-date'],
    ['x', repeat((index) => card(`411111111111${100 + index}`)), 'card'],
    ['Kreditkartennummer', [card('411111111111111'), card('550000000000000')], 'card'],
    ['x', repeat(iban), 'iban'],
    ['x', repeat((index) => `219-09-99${10 + index}`), 'national-id'],
    ['x', repeat(cpf), 'national-id'],
    ['x', repeat(dni), 'national-id'],
    ['Codice fiscale', ['RSSMRA85T10A562S'], 'national-id'],
    ['Steuer-ID', ['86095742719', '47036892816'], 'national-id'],
    ['Numéro de sécurité sociale', ['2 55 08 14 168 025 38'], 'national-id'],
    ['x', repeat((index) => `192.168.0.${index}`), 'ip-address'],
    [
      'Note',
      ['Please ring me on +44 20 7946 0958 soon', 'no remarks', 'write to ann@b.org please'],
      'free-text',
    ],
  ] as const)('%s %j: %s', (header, values, kind) => {
    const found = detectPersonal(header, values);
    expect(found?.kind).toBe(kind);
    expect(found?.confidence).toBeGreaterThan(0.5);
    expect(found?.reason).not.toBe('');
  });

  it.each([
    ['Product Name', ['Blue Mug', 'Red Pot']],
    ['Company', ['Acme Inc', 'Foo GmbH']],
    ['Name', ['Acme Inc', 'Foo GmbH', 'Bar Ltd']],
    ['Email sent', ['12', '13']],
    ['Accepts Email Marketing', ['yes', 'no']],
    ['Amount', ['12.50', '1,234.50', '7']],
    ['Order date', ['2024-01-05', '2024-02-06']],
    ['Order ID', repeat((index) => `CA-2016-${152156 + index}`)],
    ['SKU', repeat((index) => String(85123 + index))],
    ['EAN', repeat((index) => String(4006381333931 + index))],
    ['customer_id', repeat((index) => String(17850 + index))],
    ['id', repeat((index) => String(10_000_000_000 + index * 7919))],
    ['version', repeat((index) => `1.2.3.${index}`)],
    ['Customer', repeat((index) => String(100 + index))],
    ['created_at', repeat((index) => String(1704450600 + index))],
    ['via', ['web', 'email']],
    ['Card Brand', ['Visa', 'Mastercard']],
    ['City', ['Berlin', 'Paris']],
    ['Description', ['WHITE HANGING HEART T-LIGHT HOLDER', 'JUMBO BAG 24 CM']],
  ] as const)('not %s %j', (header, values) => {
    expect(detectPersonal(header, values)).toBeUndefined();
  });
});
