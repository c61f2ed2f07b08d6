import { describe, expect, it } from 'vitest';
import { createFormats } from '../../../src/core/format/formats.ts';
import type { LoadedColumn } from '../../../src/engine/contract.ts';
import { countNote, countWords } from '../../../src/screens/segments/count-words.ts';
import { customerExport } from '../../../src/screens/segments/customer-export.ts';
import { groupFields, profileFieldLabel } from '../../../src/screens/segments/profile-field-labels.ts';
import { freeSegmentName, suggestSegments } from '../../../src/screens/segments/suggested-segments.ts';

const formats = createFormats('en-GB', 'GBP');
const column = (name: string, more: Partial<LoadedColumn> = {}): LoadedColumn => ({
  name,
  type: 'VARCHAR',
  known: 5,
  ...more,
});

describe('sizes in words', () => {
  it('writes the count, the whole and the share', () => {
    expect(countWords({ inside: 1204, all: 19872 }, formats)).toBe('1,204 of 19,872 customers, 6.1%');
    expect(countWords({ inside: 0, all: 0 }, formats)).toBe('0 of 0 customers, –');
  });

  it('warns of nobody, few and everyone', () => {
    expect(countNote({ inside: 0, all: 100 })).toContain('Nobody');
    expect(countNote({ inside: 9, all: 100 })).toContain('Fewer than 10');
    expect(countNote({ inside: 10, all: 100 })).toBeUndefined();
    expect(countNote({ inside: 100, all: 100 })).toContain('Everyone');
  });
});

describe('fields in words', () => {
  it('groups fields in reading order, leaves out empty columns and keeps unknown ones as attributes', () => {
    const groups = groupFields([
      column('attr_Tier'),
      column('revenue'),
      column('country'),
      column('complaints', { known: 0 }),
      column('orders'),
    ]);
    expect(groups.map(({ group }) => group)).toEqual(['Who they are', 'What they bought', 'Attributes']);
    expect(groups[1]?.fields.map(({ label }) => label)).toEqual(['revenue', 'orders']);
    expect(profileFieldLabel('attr_Tier').label).toBe('Tier');
  });

  it('heads exported columns in words and drops those without a value', () => {
    const table = customerExport({
      columns: ['customer_id', 'recency_days', 'margin'].map((name) => ({ name, type: 'VARCHAR' })),
      rows: [
        { customer_id: 'A', recency_days: 3, margin: null },
        { customer_id: 'B', recency_days: null, margin: null },
      ],
    });
    expect(table.columns).toEqual([
      { key: 'customer_id', label: 'Customer id' },
      { key: 'recency_days', label: 'Days since the last order', unit: 'days' },
    ]);
    expect(table.rows).toHaveLength(2);
  });
});

describe('ready-made segments', () => {
  it('offers only what the data allow', () => {
    expect(suggestSegments([], undefined)).toEqual([]);
    const keys = suggestSegments(
      [
        column('recency_days'),
        column('purchase_days'),
        column('revenue'),
        column('acq_campaign', { values: [{ value: 'Spring', count: 3 }] }),
      ],
      412.5,
    ).map(({ key }) => key);
    expect(keys).toEqual(['best-tenth', 'lapsed', 'one-time', 'repeat', 'campaign']);
  });

  it('computes the best tenth from the threshold that it is told', () => {
    expect(suggestSegments([column('revenue')], 412.5)[0]?.predicate).toEqual({
      kind: 'all',
      of: [{ kind: 'compare', field: 'revenue', operator: 'at-least', value: 412.5 }],
    });
  });

  it('finds a name that is free', () => {
    expect(freeSegmentName('Lapsed', [])).toBe('Lapsed');
    expect(freeSegmentName('Lapsed', ['Lapsed', 'Lapsed 2'])).toBe('Lapsed 3');
  });
});
