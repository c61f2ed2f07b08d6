import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ColumnMapping, FilePlan, PrivacyTreatment } from '../../../../src/data/importing/contract.ts';
import { openTestEngine, valueOf, type TestEngine } from '../../../support/engine.ts';
import { fileOf, inspectOne, tryImport } from '../../../support/importing.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});

const salt = 'pepper';
const pseudonym = (value: string): string =>
  `p_${createHash('sha256')
    .update(salt + value)
    .digest('hex')
    .slice(0, 16)}`;

/** The plan of a file as it is inspected, with columns sent elsewhere or treated otherwise. */
const planFor = async (
  file: File,
  targets: Readonly<Record<string, string>>,
  privacy: Readonly<Record<string, PrivacyTreatment>>,
): Promise<FilePlan> => {
  const inspection = await inspectOne(file);
  const mapping = inspection.columns.map(({ name }): ColumnMapping => ({
    column: name,
    target: targets[name] ?? 'ignore',
    confidence: 1,
    reason: '',
    ...(privacy[name] === undefined ? {} : { privacy: privacy[name] }),
  }));
  return { file: file.name, source: 'generic', dialect: inspection.dialect, mapping, salt };
};

const orders = fileOf(
  'orders.csv',
  'Mail,Day,Amount,Phone\nANN@b.org ,2024-01-05,10,+49 30 1234567\nbob@b.org,2024-01-06,x,+49 30 7654321\nbob@b.org,2024-01-07,5,\n',
);
const customers = fileOf(
  'customers.csv',
  'E-Mail,Town,Note\nann@b.org,Bonn,ring ann@b.org\nbob@b.org,Ulm,\n',
);
const orderTargets = {
  Mail: 'orders.customer_id',
  Day: 'orders.ordered_at',
  Amount: 'orders.sales',
  Phone: 'attribute',
};
const customerTargets = { 'E-Mail': 'customers.email', Town: 'customers.city', Note: 'attribute' };

const load = async (
  orderPrivacy: Record<string, PrivacyTreatment>,
  customerPrivacy: Record<string, PrivacyTreatment>,
) =>
  valueOf(
    await tryImport(
      engine,
      [orders, customers],
      [
        await planFor(orders, orderTargets, orderPrivacy),
        await planFor(customers, customerTargets, customerPrivacy),
      ],
    ),
  );

describe('privacy at the door', () => {
  it('pseudonymises so that files still join, drops the rest, and masks rejected rows', async () => {
    const report = await load(
      { Mail: 'pseudonymise', Phone: 'drop' },
      { 'E-Mail': 'pseudonymise', Note: 'drop' },
    );
    const [ann, bob] = [pseudonym('ann@b.org'), pseudonym('bob@b.org')];
    expect(await engine.rows('select customer_id, city from next_customers order by city')).toEqual([
      { customer_id: ann, city: 'Bonn' },
      { customer_id: bob, city: 'Ulm' },
    ]);
    expect(await engine.rows('select customer_id from next_orders order by ordered_at')).toEqual([
      { customer_id: ann },
      { customer_id: bob },
    ]);
    const issues = report.files.flatMap((file) => file.issues);
    expect(issues).toContainEqual(expect.objectContaining({ code: 'column-pseudonymised', count: 3 }));
    expect(issues).toContainEqual(expect.objectContaining({ code: 'column-dropped', count: 2 }));
    expect(report.files[0]?.rejected).toEqual([
      expect.objectContaining({ line: 3, text: '•••,2024-01-06,x,•••' }),
    ]);
    const tables = await engine.rows(
      `select table_name as name from information_schema.tables where table_name like 'next_%'`,
    );
    const stored = await Promise.all(
      tables.map(({ name }) => engine.rows(`select * from "${String(name)}"`)),
    );
    expect(JSON.stringify([stored, report])).not.toMatch(/@b\.org|\+49/i);
  });

  it('warns where files would no longer join, and where there is no secret', async () => {
    const report = await load({ Mail: 'pseudonymise' }, {});
    expect(report.issues).toContainEqual(expect.objectContaining({ code: 'pseudonyms-differ' }));
    const plan = { ...(await planFor(orders, orderTargets, { Mail: 'pseudonymise' })), salt: '' };
    const alone = valueOf(await tryImport(engine, [orders], [plan]));
    expect(alone.files[0]?.issues).toContainEqual(expect.objectContaining({ code: 'pseudonyms-unsalted' }));
  });

  it('drops what a pseudonym can’t stand for', async () => {
    const plan = await planFor(orders, { ...orderTargets, Phone: 'orders.tax' }, { Phone: 'pseudonymise' });
    const report = valueOf(await tryImport(engine, [orders], [plan]));
    expect(report.files[0]?.issues).toContainEqual(
      expect.objectContaining({ code: 'column-dropped', count: 2 }),
    );
  });

  it('proposes to drop cards, and flags what would become an attribute', async () => {
    const cards = ['4111111111111111', '5500000000000004', '340000000000009'];
    const rows = cards.map((card, index) => `K${index},Ann Smith,${card},+49 30 1234${index}67`).join('\n');
    const inspection = await inspectOne(
      fileOf('c.csv', `customer_id,Full Name,Credit card number,Hotline phone\n${rows}\n`),
    );
    expect(inspection.columns.map(({ personal }) => personal?.kind)).toEqual([
      undefined,
      'name',
      'card',
      'phone',
    ]);
    expect(inspection.mapping.find(({ personal }) => personal === 'card')?.privacy).toBe('drop');
    expect(inspection.mapping.find(({ personal }) => personal === 'name')?.privacy).toBeUndefined();
    expect(inspection.issues).toContainEqual(expect.objectContaining({ code: 'personal-treated', count: 1 }));
  });
});
