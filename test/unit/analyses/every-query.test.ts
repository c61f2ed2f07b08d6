import { beforeAll, describe, expect, it } from 'vitest';
import { analyses } from '../../../src/analyses/registry.ts';
import { describeParameters } from '../../../src/analyses/parameters.ts';
import type { AnalysisDefinition, Headline, RunContext } from '../../../src/analyses/analysis.ts';
import { openTestEngine } from '../../support/engine.ts';
import type { TestEngine } from '../../support/engine.ts';
import { loadOrders } from '../../support/order-table.ts';
import type { HandOrder } from '../../support/order-table.ts';
import { deriveFacts, runAnalysis } from '../../support/run-analysis.ts';

const context: RunContext = { asOf: '2024-07-01', currency: 'EUR', seed: 1, returns: 'net' };
const definitions = analyses as unknown as readonly AnalysisDefinition[];

/** The defaults, one question for each other choice and switch that a parameter offers, and all lowest and all highest numbers. */
const questionsOf = ({ params }: AnalysisDefinition): readonly Record<string, unknown>[] => {
  const described = describeParameters(params);
  const bounds = (bound: 'min' | 'max'): Record<string, unknown> =>
    Object.fromEntries(
      described.flatMap(({ name, control }) =>
        control.control === 'number' ? [[name, control[bound]] as const] : [],
      ),
    );
  const others = described.flatMap(({ name, control, defaultValue }): Record<string, unknown>[] => {
    if (control.control === 'choice') return control.options.map(({ value }) => ({ [name]: value }));
    return control.control === 'switch' ? [{ [name]: defaultValue !== true }] : [];
  });
  return [{}, ...others, bounds('min'), bounds('max')];
};

type Scope = readonly [segment?: string, comparison?: string];
const scopes: readonly Scope[] = [[], ['orders > 1']];
const allScopes: readonly Scope[] = [...scopes, ['orders > 0', 'country is null'], ['false']];

const isWritable = ({ value }: Headline): boolean => value === null || Number.isFinite(value);

const ask = async (
  engine: TestEngine,
  definition: AnalysisDefinition,
  asked: RunContext,
  question: Record<string, unknown>,
  [segment, comparison]: Scope,
): Promise<void> => {
  const where = `${definition.id} ${JSON.stringify(question)} of ${segment ?? 'everyone'}, ${asked.returns}`;
  const { value, warnings } = await runAnalysis(engine, definition, asked, question, segment, comparison);
  expect(JSON.parse(JSON.stringify(value)), where).toEqual(value);
  expect(
    definition.headlines(value).filter((headline) => !isWritable(headline)),
    where,
  ).toEqual([]);
  for (const { message } of warnings) expect(message, where).not.toMatch(/NaN|Infinity|undefined|null/);
};

/** Every analysis for everyone and for segments, and with returns ignored. */
const askOfAll = async (engine: TestEngine, asked: readonly Scope[] = scopes): Promise<void> => {
  await deriveFacts(engine, context);
  for (const definition of definitions)
    for (const scope of asked) await ask(engine, definition, context, {}, scope);
  const ignoring: RunContext = { ...context, returns: 'ignore' };
  await deriveFacts(engine, ignoring);
  for (const definition of definitions) await ask(engine, definition, ignoring, {}, []);
};

const ties: readonly HandOrder[] = ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((customer) => [
  { id: `${customer}1`, customer, day: '2024-03-01', gross: 10, cost: 4 },
  { id: `${customer}2`, customer, day: '2024-05-01', gross: 10, cost: 4 },
]);

const cases: readonly (readonly [name: string, orders: readonly HandOrder[]])[] = [
  ['empty tables', []],
  ['one row', [{ id: '1', customer: 'a', day: '2024-03-01', gross: 10, cost: 4 }]],
  [
    'returns only',
    [
      { id: '1', customer: 'a', day: '2024-03-01', gross: 0, refund: 10 },
      { id: '2', customer: null, day: '2024-03-02', gross: 0, refund: 5 },
    ],
  ],
  [
    'a total below zero',
    [
      { id: '1', customer: 'a', day: '2024-03-01', gross: 10, cost: 30 },
      { id: '2', customer: 'a', day: '2024-04-01', gross: 0, refund: 90 },
      { id: '3', customer: 'b', day: '2024-04-01', gross: 20 },
    ],
  ],
  ['ties in everything', ties],
  [
    'orders after as-of, cancelled ones and no customer',
    [
      { id: '1', customer: null, day: '2024-03-01', gross: 10 },
      { id: '2', customer: 'a', day: '2025-03-01', gross: 10 },
      { id: '3', customer: 'b', day: '2024-03-01', gross: 10, status: 'cancelled' },
    ],
  ],
];

describe('every query answers every question', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await openTestEngine();
  });

  it.each(cases)('on %s', async (_, orders) => {
    await loadOrders(engine, orders);
    await askOfAll(engine, orders === ties ? allScopes : scopes);
  });

  it.each(definitions.map((definition) => [definition.id, definition] as const))(
    'with every choice and bound of the parameters of %s',
    async (_, definition) => {
      await loadOrders(engine, ties);
      await deriveFacts(engine, context);
      for (const question of questionsOf(definition)) await ask(engine, definition, context, question, []);
    },
    60_000,
  );

  it('on rows that know nothing but what they must', async () => {
    await engine.createCanonicalTables();
    await engine.exec("insert into customers (customer_id) values ('a'), ('b')");
    await engine.exec(`insert into orders (order_id, customer_id, ordered_at, net) values
      ('1', 'a', timestamp '2024-03-01', 5), ('2', '', timestamp '2024-03-02', 0), ('3', 'c', timestamp '1969-12-31', -2)`);
    await engine.exec("insert into lines (order_id, net) values ('1', 5), ('nowhere', 1)");
    await engine.exec("insert into tickets (ticket_id, customer_id) values ('t', 'a'), ('u', null)");
    await engine.exec("insert into surveys (customer_id, score) values ('a', null), (null, 3)");
    await engine.exec("insert into referrals (from_customer_id) values (null), ('b')");
    await askOfAll(engine);
  });
});
