import { beforeAll, describe, expect, it } from 'vitest';
import { contactColumns } from '../../../src/data/quality/duplicates/contact-columns.ts';
import { openQualityBench, orderRow, type QualityBench } from '../../support/quality.ts';

let bench: QualityBench;
beforeAll(async () => {
  bench = await openQualityBench();
});

type Person = readonly [
  id: string,
  name: string | null,
  email?: string | null,
  phone?: string | null,
  postcode?: string | null,
  city?: string | null,
];

const text = (value: string | null | undefined): string =>
  value ? `'${value.replaceAll("'", "''")}'` : 'null';

const people = (...persons: readonly Person[]): readonly string[] => [
  'create table customer_attributes (customer_id varchar, attr_phone varchar, attr_zip varchar)',
  ...persons.flatMap(([id, name, email, phone, postcode, city]) => [
    `insert into customers (customer_id, name, email, city) values ('${id}', ${text(name)}, ${text(email)}, ${text(city)})`,
    `insert into customer_attributes values ('${id}', ${text(phone)}, ${text(postcode)})`,
  ]),
];

/** The pairs that are put before the user, as `keep-drop score`. */
const pairsOf = async (...persons: readonly Person[]): Promise<readonly string[]> => {
  await bench.fill(people(...persons));
  const { pairs } = await bench.duplicates();
  return pairs.map(({ keep, drop, score }) => `${keep.id}-${drop.id} ${score}`);
};

describe('customers who may be one', () => {
  it.each<[string, readonly Person[], readonly string[]]>([
    [
      'same address and name',
      [
        ['1', 'Ann Smith', 'ann@x.co'],
        ['2', 'Smith, Ann', ' ANN@x.co'],
      ],
      ['1-2 95'],
    ],
    [
      'same address, no names',
      [
        ['1', null, 'ann@x.co'],
        ['2', null, 'ann@x.co'],
      ],
      ['1-2 60'],
    ],
    [
      'tags and dots of an address',
      [
        ['1', 'Ann Smith', 'ann.smith@gmail.com'],
        ['2', 'Ann Smyth', 'annsmith+shop@googlemail.com'],
      ],
      ['1-2 85'],
    ],
    [
      'same telephone with and without country code',
      [
        ['1', 'Jürgen Müller', null, '+49 (0) 171 1234567'],
        ['2', 'Juergen Mueller', null, '0171/1234567'],
      ],
      ['1-2 70'],
    ],
    [
      'same name and postal code at another address',
      [
        ['1', 'Ann Smith', 'ann@x.co', null, 'SW1A 1AA', 'London'],
        ['2', 'Ann Smith', 'smith@y.co', null, 'sw1a1aa', 'London'],
      ],
      ['1-2 55'],
    ],
    [
      'an initial for a first name',
      [
        ['1', 'A. Smith', null, '01711234567', '1010'],
        ['2', 'Anna Smith', null, '01711234567', '1010'],
      ],
      ['1-2 75'],
    ],
    [
      'legal forms and titles',
      [
        ['1', 'Acme Ltd.', 'info@acme.co'],
        ['2', 'ACME GmbH', 'info@acme.co'],
      ],
      ['1-2 95'],
    ],
    [
      'a household is not one person',
      [
        ['1', 'Anna Smith', 'home@x.co', '01711234567', '1010'],
        ['2', 'Peter Smith', 'peter@x.co', '01711234567', '1010'],
      ],
      [],
    ],
    [
      'a name alone is not enough',
      [
        ['1', 'Ann Smith', 'ann@x.co', null, null, 'London'],
        ['2', 'Ann Smith', 'bob@y.co', null, null, 'London'],
      ],
      [],
    ],
    [
      'strangers who share an address',
      [
        ['1', 'Ann Smith', 'team@x.co'],
        ['2', 'Bob Wood', 'team@x.co'],
      ],
      [],
    ],
    [
      'nothing known',
      [
        ['1', null],
        ['2', null],
      ],
      [],
    ],
    ['one customer', [['1', 'Ann', 'ann@x.co']], []],
  ])('%s', async (_, persons, expected) => {
    expect(await pairsOf(...persons)).toEqual(expected);
  });

  it('says why, and keeps who bought more', async () => {
    await bench.fill([
      ...people(
        ['1', 'Ann Smith', 'ann@x.co', null, null, 'Leeds'],
        ['2', 'Ann Smith', 'ann@x.co', null, null, 'York'],
      ),
      orderRow('o1', '2', '2024-01-01 10:00:00', 10),
      orderRow('o2', '2', '2024-01-02 10:00:00', 15, { refund: '5' }),
    ]);
    const [pair] = (await bench.duplicates()).pairs;
    expect(pair?.reasons).toEqual([
      { reason: 'sameEmail', points: 60 },
      { reason: 'sameName', points: 35 },
      { reason: 'otherCity', points: -10 },
    ]);
    expect(pair).toMatchObject({
      score: 85,
      keep: { id: '2', orders: 2, revenue: 20, lastOrder: '2024-01-02', city: 'York' },
      drop: { id: '1', orders: 0, revenue: 0, lastOrder: null, email: 'ann@x.co' },
    });
  });

  it('doesn’t compare everybody who shares a common key', async () => {
    const crowd = Array.from({ length: 21 }, (_, at): Person => [
      `${at}`,
      'Ann Smith',
      null,
      null,
      null,
      'Leeds',
    ]);
    await bench.fill(people(...crowd, ['x', 'Ann Smith', 'a@x.co'], ['y', 'Ann Smith', 'a@x.co']));
    const review = await bench.duplicates();
    expect(review.total).toBe(1);
    expect(review).toMatchObject({ customers: 23, unblocked: 23, sure: [{ into: 'x', from: 'y' }] });
    expect(review.comparedBy).toEqual(['name', 'e-mail address', 'city']);
  });

  it('forgets pairs that are kept apart or were merged', async () => {
    await bench.fill(
      people(['1', 'Ann Smith', 'ann@x.co'], ['2', 'Ann Smith', 'ann@x.co'], ['3', 'Ann Smith', 'ann@x.co']),
    );
    expect((await bench.duplicates()).total).toBe(3);
    await bench.treat({ kind: 'keep-apart', customers: ['2', '1'] });
    expect((await bench.duplicates()).total).toBe(2);
    await bench.treat(
      { kind: 'keep-apart', customers: ['2', '1'] },
      { kind: 'merge-customers', from: ['3'], into: '1' },
    );
    expect((await bench.duplicates()).total).toBe(0);
  });

  it('is quick for many customers', async () => {
    await bench.fill([
      'create table customer_attributes (customer_id varchar, attr_phone varchar, attr_zip varchar)',
      `insert into customers (customer_id, name, email, city)
       select 'c' || i, chr((65 + i % 26)::integer) || 'nna ' || chr((65 + (i // 26) % 26)::integer) || 'mith' || (i % 997),
         'user' || (i - i % 50 // 49) || '@mail.co', 'City ' || (i % 500) from range(50000) as numbers(i)`,
      `insert into customer_attributes select customer_id, '0171' || lpad((hash(customer_id) % 10000000)::varchar, 7, '0'), (hash(customer_id) % 30000)::varchar from customers`,
    ]);
    const review = await bench.duplicates();
    expect(review.customers).toBe(50_000);
    expect(review.total).toBeGreaterThan(900);
    expect(review.pairs.length).toBe(200);
  });
});

describe('telephone and postal code', () => {
  it('are found among the attributes in six languages', () => {
    expect(contactColumns(['attr_shipping_phone', 'attr_phone_number', 'attr_plz'])).toEqual({
      phone: 'attr_phone_number',
      postcode: 'attr_plz',
    });
    expect(contactColumns(['attr_telefono', 'attr_codigo_postal'])).toEqual({
      phone: 'attr_telefono',
      postcode: 'attr_codigo_postal',
    });
    expect(contactColumns(['attr_microphone', 'attr_zipper'])).toEqual({
      phone: undefined,
      postcode: undefined,
    });
  });
});
