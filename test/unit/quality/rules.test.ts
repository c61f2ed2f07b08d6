import { beforeAll, describe, expect, it } from 'vitest';
import { isChargeSql } from '../../../src/data/quality/rules/charge-words.ts';
import { isStandInSql } from '../../../src/data/quality/rules/stand-ins.ts';
import {
  isTestCodeSql,
  isTestDomainSql,
  isTestMailboxSql,
  isTestNameSql,
} from '../../../src/data/quality/rules/test-words.ts';
import { openQualityBench, type QualityBench } from '../../support/quality.ts';

let bench: QualityBench;
beforeAll(async () => {
  bench = await openQualityBench();
});

/** The words of which a SQL condition holds. */
const held = async (
  condition: (text: string) => string,
  words: readonly string[],
): Promise<readonly string[]> => {
  const values = words.map((word, at) => `(${at}, '${word.replaceAll("'", "''")}')`).join(', ');
  const rows = await bench.rows(
    `select word from (values ${values}, (-1, null)) as words(place, word) where ${condition('word')} order by place`,
  );
  return rows.map(({ word }) => String(word));
};

const names = {
  tests: [
    'Test',
    'TEST 2',
    'test customer',
    'Testkunde',
    'Cliente de prueba',
    'Cliente teste',
    'Client Test',
    'cliente di prova',
    'Max Mustermann',
    'QA Tester',
    'asdf',
    'Teste Teste',
    'This is a test product.',
  ],
  people: [
    'Ann Smith',
    'Hydro Test Ltd',
    'Testa',
    'Prova Travel',
    'Tester Family Farm',
    'Teste Dura',
    'Kunde',
    'User',
    '',
    'Contessa',
  ],
};

describe('words of tests', () => {
  it('are names that say nothing else', async () => {
    expect(await held(isTestNameSql, [...names.tests, ...names.people])).toEqual(names.tests);
  });

  it('are mailboxes and domains', async () => {
    const boxes = ['test@shop.co', 'qa+2@shop.co', 'anna+test@gmail.com', 'TEST1@x.de'];
    expect(await held(isTestMailboxSql, [...boxes, 'testa@x.it', 'attest@x.de', 'a.test@x.de'])).toEqual(
      boxes,
    );
    const domains = ['a@example.com', 'a@test.com', 'a@mailinator.com', 'a@x.invalid'];
    expect(await held(isTestDomainSql, [...domains, 'a@greatest.com', 'a@testa.it', 'test'])).toEqual(
      domains,
    );
  });

  it('are codes that begin or end so', async () => {
    const codes = ['TEST10', 'test', 'order-test', 'TESTCOUPON', 'sale_test2'];
    expect(await held(isTestCodeSql, [...codes, 'TASTEST', 'CONTEST', 'testament', 'LATEST10'])).toEqual(
      codes,
    );
  });
});

describe('products that are none', () => {
  const charge = (name: string): string => isChargeSql(`'1234'`, name);

  it('are told by names that say nothing else', async () => {
    const charges = [
      'POSTAGE',
      'DOTCOM POSTAGE',
      'CARRIAGE',
      'Bank Charges',
      'AMAZON FEE',
      'CRUK Commission',
      'Manual',
      'Discount',
      'SAMPLES',
      'Adjust bad debt',
      'DHL shipping',
      'Free Shipping',
      'Versandkosten',
      'Porto',
      'Frais de port',
      'Gastos de envío',
      'Frete',
      'Spese di spedizione',
      'P&P',
      'Rabatt',
      'Small order surcharge',
    ];
    const products = [
      'Postage stamp holder',
      'Delivery trolley',
      'Manual coffee grinder',
      'Sample ring',
      'Membership fee',
      'POST OFFICE SET',
      'Shipping box',
      'Discount card holder',
      'Bank of England mug',
      'GIRLS PARTY BAG',
      'Envio de flores',
      '',
    ];
    expect(await held(charge, [...charges, ...products])).toEqual(charges);
  });

  it('are told by their number where they have no name', async () => {
    const byCode = (code: string): string => isChargeSql(code, code);
    const codes = ['POST', 'BANK CHARGES', 'DOT', 'shipping'];
    expect(await held(byCode, [...codes, 'M', 'C2', 'PADS', '22423', 'POSTER'])).toEqual(codes);
  });
});

describe('customers who stand for nobody', () => {
  it('are words of six languages and zeros', async () => {
    const standIns = [
      '0',
      '00000',
      'Guest',
      'N/A',
      'walk-in',
      'Laufkunde',
      'Consumidor Final',
      'invité',
      'ospite',
      'cliente mostrador',
      'Anonymous',
    ];
    expect(
      await held(isStandInSql, [...standIns, '10', '0815', 'Guestrow', 'Cash Ltd', 'Nadia', '']),
    ).toEqual(standIns);
  });
});
