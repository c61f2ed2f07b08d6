import { describe, expect, it } from 'vitest';
import type { Predicate } from '../../../src/core/predicate.ts';
import type { LoadedColumn } from '../../../src/engine/contract.ts';
import { startCondition, withOperator } from '../../../src/screens/segments/edit-condition.ts';
import { fieldKind } from '../../../src/screens/segments/field-kind.ts';
import { operatorChoices } from '../../../src/screens/segments/operator-choices.ts';
import {
  conditionsOf,
  groupOf,
  predicateOf,
  withMemberAfter,
  withMemberMoved,
  withoutMember,
} from '../../../src/screens/segments/rule-group.ts';
import { ruleProblems } from '../../../src/screens/segments/rule-problems.ts';

const column = (name: string, type: string, more: Partial<LoadedColumn> = {}): LoadedColumn => ({
  name,
  type,
  known: 10,
  ...more,
});
const country = column('country', 'VARCHAR', { values: [{ value: 'Norway', count: 7 }] });
const revenue = column('revenue', 'DOUBLE', { min: 0, max: 900 });
const lastOrder = column('last_order', 'DATE');
const consent = column('consent', 'BOOLEAN');
const profile = [country, revenue, lastOrder, consent, column('name', 'VARCHAR')];
const inNorway: Predicate = { kind: 'compare', field: 'country', operator: 'is', value: 'Norway' };
const big: Predicate = { kind: 'compare', field: 'revenue', operator: 'at-least', value: 100 };

describe('a rule as groups', () => {
  it('reads every kind of rule as a group and writes the same rule back', () => {
    const rules: readonly Predicate[] = [
      { kind: 'all', of: [inNorway, big] },
      { kind: 'any', of: [inNorway] },
      { kind: 'not', of: { kind: 'any', of: [inNorway, big] } },
      { kind: 'not', of: { kind: 'all', of: [inNorway, big] } },
    ];
    for (const rule of rules) expect(predicateOf(groupOf(rule))).toEqual(rule);
  });

  it('shows a single condition as a group of one, and a negated one as “none of”', () => {
    expect(groupOf(inNorway)).toEqual({ join: 'all', of: [inNorway] });
    expect(groupOf({ kind: 'not', of: inNorway })).toEqual({ join: 'none', of: [inNorway] });
  });

  it('adds, moves and removes members without touching the others', () => {
    const group = groupOf({ kind: 'all', of: [inNorway, big] });
    expect(withMemberMoved(group, 0, 1).of).toEqual([big, inNorway]);
    expect(withMemberMoved(group, 0, -1)).toBe(group);
    expect(withoutMember(group, 0).of).toEqual([big]);
    expect(withMemberAfter(group, inNorway, 0).of).toEqual([inNorway, inNorway, big]);
    expect(withMemberAfter(group, inNorway).of).toEqual([inNorway, big, inNorway]);
  });

  it('lists the conditions of nested groups in reading order', () => {
    const rule: Predicate = { kind: 'any', of: [big, { kind: 'not', of: { kind: 'all', of: [inNorway] } }] };
    expect(conditionsOf(rule)).toEqual([big, inNorway]);
  });
});

describe('conditions', () => {
  it('tells the kind of a field from its type and its listed values', () => {
    expect(profile.map(fieldKind)).toEqual(['choice', 'number', 'date', 'boolean', 'text']);
    expect(fieldKind(column('x', 'DECIMAL(18,4)'))).toBe('number');
    expect(fieldKind(column('x', 'TIMESTAMP'))).toBe('date');
  });

  it('starts every field with a condition that can be counted, or says what is missing', () => {
    for (const one of [country, revenue, lastOrder, consent])
      expect(ruleProblems(startCondition(one, '2024-05-01'), profile)).toEqual([]);
    expect(startCondition(country, '2024-05-01')).toEqual({
      kind: 'compare',
      field: 'country',
      operator: 'in',
      value: ['Norway'],
    });
  });

  it('can be put under every operator of the field and stays countable', () => {
    for (const one of [country, revenue, lastOrder, consent])
      for (const { operator } of operatorChoices(fieldKind(one))) {
        if (operator === 'contains') continue;
        const condition = withOperator(startCondition(one, '2024-05-01'), one, operator, '2024-05-01');
        expect(ruleProblems(condition, profile), `${one.name} ${operator}`).toEqual([]);
      }
  });

  it('keeps the value where the next operator can use it', () => {
    const between = withOperator(
      { kind: 'compare', field: 'revenue', operator: 'at-least', value: 250 },
      revenue,
      'between',
      '2024-05-01',
    );
    expect(between.value).toEqual([250, 250]);
    expect(withOperator(between, revenue, 'at-most', '2024-05-01').value).toBe(250);
    expect(withOperator(between, revenue, 'is-known', '2024-05-01').value).toBeUndefined();
  });

  it('says which condition can’t be counted and why', () => {
    const rule: Predicate = {
      kind: 'all',
      of: [
        { kind: 'compare', field: 'attr_Tier', operator: 'is', value: 'Gold' },
        { kind: 'compare', field: 'revenue', operator: 'between', value: [9, 1] },
        { kind: 'compare', field: 'country', operator: 'in', value: [] },
        { kind: 'compare', field: 'country', operator: 'at-least', value: 3 },
        { kind: 'purchased', by: 'category', atLeast: 1 },
        inNorway,
      ],
    };
    const problems = ruleProblems(rule, profile);
    expect(problems).toHaveLength(5);
    expect(problems[0]).toContain('“Tier” is not in the data now');
    expect(problems[1]).toContain('must not be above');
    expect(problems[4]).toContain('what was bought');
  });
});
