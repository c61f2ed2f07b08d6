import { describe, expect, it } from 'vitest';
import { boxState, type ChainRow } from '../../../src/strategy/chain/box-state.ts';
import { frameworks, uncovered } from '../../../src/strategy/chain/frameworks.ts';
import { chainPlaces } from '../../../src/strategy/chain/places.ts';
import { blankPlanLine } from '../../../src/strategy/templates/empty-plan.ts';
import { chain } from '../../../src/strategy/worksheets/kinds/chain.ts';
import { readValues } from '../../../src/strategy/worksheets/read-values.ts';
import { blankRow } from '../../../src/strategy/worksheets/rows.ts';

const row = (id: string, given: Readonly<Record<string, unknown>>): ChainRow => ({
  ...blankRow(chain, id),
  values: readValues(chain.fields, given),
});

describe('frameworks', () => {
  it.each(frameworks.map((framework) => [framework.key, framework] as const))(
    '%s puts no place into two boxes',
    (_, framework) => {
      const covered = framework.boxes.flatMap((box) => [...box.places]);
      expect(new Set(covered).size).toBe(covered.length);
      expect(new Set([...covered, ...uncovered(framework)])).toEqual(new Set(chainPlaces));
    },
  );

  it('has the counts that they are named after', () => {
    const steps = (key: string): number =>
      frameworks.find((one) => one.key === key)?.boxes.filter(({ isSupport }) => !isSupport).length ?? 0;
    expect([steps('processes'), steps('stages'), steps('lifecycle')]).toEqual([3, 5, 5]);
    expect(frameworks.find(({ key }) => key === 'strategic')?.boxes).toHaveLength(5);
  });

  it('shows that only the customer’s life doesn’t look at the organisation', () => {
    expect(frameworks.filter((one) => uncovered(one).length > 0).map(({ key }) => key)).toEqual([
      'lifecycle',
    ]);
  });
});

describe('a box', () => {
  const rows = [
    row('a', { what: 'Call', place: 'retention', now: 1, goal: 4 }),
    row('b', { what: 'Club', place: 'advocacy', now: 2 }),
    row('c', { what: ' ', place: 'onboarding', goal: 5 }),
  ];
  const line = {
    ...blankPlanLine({ id: 'l', stage: 'engagement', start: '2026-01', end: '2026-02' }),
    oneOff: 100,
    monthly: 50,
  };

  it('has the mean of the scores of its places', () => {
    const state = boxState(['onboarding', 'retention', 'advocacy'], rows, []);
    expect(state).toMatchObject({ now: 1.5, goal: 4.5 });
    expect(state.rows).toHaveLength(3);
  });

  it('is empty where nothing is said and nothing planned', () => {
    const state = boxState(['acquisition', 'onboarding', 'engagement', 'retention'], rows, [line]);
    expect(state.empty).toEqual(['acquisition', 'onboarding']);
    expect(state).toMatchObject({ budget: 200 });
  });

  it('an empty place is empty in the box of every framework that covers it', () => {
    for (const framework of frameworks)
      for (const box of framework.boxes)
        for (const place of box.places)
          expect(boxState(box.places, rows, [line]).empty.includes(place)).toBe(
            boxState([place], rows, [line]).empty.length === 1,
          );
  });
});

it('says how much is covered and where the widest gap is', () => {
  expect(chain.finding([])).toBe('');
  expect(
    chain.finding([
      row('a', { what: 'Call', place: 'retention', now: 1, goal: 4 }),
      row('b', { what: 'Club', place: 'advocacy', now: 2, goal: 3 }),
    ]),
  ).toBe('Something is done at 2 of 14 places; the widest gap is Retention, 3 of 5.');
});
