import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../../../src/storage/export/csv.ts';
import { suppressSmallGroups } from '../../../../src/storage/export/suppress-small-groups.ts';

const columns = [
  { key: 'name', label: 'Group' },
  { key: 'channel', label: 'Channel' },
  { key: 'customers', label: 'Customers', unit: 'count' as const },
  { key: 'revenue', label: 'Revenue', unit: 'money' as const },
  { key: 'words', label: 'In words' },
];
const row = (customers: number | null) => ({
  name: '2024',
  channel: 'Outlets',
  customers,
  revenue: 120.5,
  words: '£120.50 each',
  hidden: 7,
});

describe('figures about few people', () => {
  it('leave with their name alone, in every column that holds a figure', () => {
    const table = suppressSmallGroups({ columns, people: 'customers', rows: [row(9), row(10)] });
    expect(table.suppressed).toBe(1);
    expect(writeCsv(table, { bom: false })).toBe(
      'Group,Channel,Customers,Revenue,In words\r\n' +
        '2024,Outlets,fewer than 10,fewer than 10,fewer than 10\r\n2024,Outlets,10,120.5,£120.50 each\r\n',
    );
  });

  it('are suppressed too where the count itself is no column', () => {
    const table = suppressSmallGroups({
      columns: columns.filter(({ key }) => key !== 'customers'),
      people: 'customers',
      rows: [row(1)],
    });
    expect(writeCsv(table)).not.toContain('120');
  });

  it('about nobody, about unknown numbers and of tables about no people stay as they are', () => {
    const rows = [row(0), row(null)];
    expect(suppressSmallGroups({ columns, people: 'customers', rows })).toEqual({
      columns,
      rows,
      suppressed: 0,
    });
    expect(suppressSmallGroups({ columns, rows: [row(3)] }).suppressed).toBe(0);
  });

  it('never leave a count from 1 to 9, whatever the table', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30)), (counts) => {
        const table = suppressSmallGroups({ columns, people: 'customers', rows: counts.map(row) });
        const shown = table.rows
          .map(({ customers }) => customers)
          .filter((count) => typeof count === 'number');
        return shown.every((count) => count === 0 || count >= 10) && table.rows.length === counts.length;
      }),
    );
  });
});
