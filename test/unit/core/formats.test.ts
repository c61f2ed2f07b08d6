import { describe, expect, it } from 'vitest';
import { currencyName } from '../../../src/core/format/currencies.ts';
import { createFormats } from '../../../src/core/format/formats.ts';
import { isSmallGroup } from '../../../src/core/small-group.ts';

const formats = createFormats('en-GB', 'GBP');

describe('money', () => {
  it.each([
    [0, '£0', '£0'],
    [15.5, '£15.50', '£15.50'],
    [77, '£77.00', '£77'],
    [-360.6, '-£360.60', '-£361'],
    [1_234.5, '£1,235', '£1.2k'],
    [12_400_000, '£12,400,000', '£12.4m'],
  ])('%d is %s, and %s in little room', (value, exact, short) => {
    expect(formats.value(value, 'money')).toBe(exact);
    expect(formats.compact(value, 'money').toLowerCase()).toBe(short);
  });

  it('has no sign while the currency is not said', () => {
    expect(createFormats('en-GB', '').value(15.5, 'money')).toBe('15.50');
  });
});

describe('shares and factors', () => {
  it('never write a few as none, or almost all as all', () => {
    const shares = [0, 0.0003, 0.0006, 0.123, 0.9994, 0.9997, 1, 1.102, -0.1];
    expect(shares.map((share) => formats.value(share, 'share'))).toEqual([
      '0%',
      '<0.1%',
      '0.1%',
      '12.3%',
      '99.9%',
      '>99.9%',
      '100%',
      '110.2%',
      '-10%',
    ]);
  });

  it('have three figures', () => {
    const factors = [0.65, 4.474, 9.996, 16.76, 99.96, 468.15, 1_002.33];
    expect(factors.map((factor) => formats.value(factor, 'ratio'))).toEqual([
      '0.65',
      '4.47',
      '10',
      '16.8',
      '100',
      '468',
      '1,002',
    ]);
  });
});

describe('currencies', () => {
  it('have a code and a name in the language of the page', () => {
    expect(currencyName('EUR', 'en-GB')).toBe('EUR, Euro');
    expect(currencyName('QQQ', 'en-GB')).toBe('QQQ');
  });
});

describe('small groups', () => {
  it('are of one to nine people; nobody and an unknown number are none', () => {
    expect([0, 1, 9, 10, null, undefined].map(isSmallGroup)).toEqual([
      false,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
