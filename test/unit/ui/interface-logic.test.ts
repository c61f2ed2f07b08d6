import { describe, expect, it } from 'vitest';
import { matchOptions } from '../../../src/ui/match-options.ts';
import { groupCommands } from '../../../src/ui/palette-command.ts';
import { cutsProblem, parseCuts } from '../../../src/ui/parameter-field.ts';
import { nextSort, sortRows, type TableColumn } from '../../../src/ui/table-model.ts';

describe('table sorting', () => {
  interface Row {
    readonly name: string;
    readonly value: number | null;
  }
  const rows: readonly Row[] = [
    { name: 'b', value: 2 },
    { name: 'a10', value: null },
    { name: 'a9', value: -1 },
    { name: 'Ä', value: 2 },
  ];
  const columns: readonly TableColumn<Row>[] = [
    { key: 'name', label: 'Name', text: (row) => row.name, sortBy: (row) => row.name },
    {
      key: 'value',
      label: 'Value',
      kind: 'number',
      text: (row) => String(row.value),
      sortBy: (row) => row.value,
    },
    { key: 'fixed', label: 'Fixed', text: () => '' },
  ];
  const names = (key: string, direction: 'ascending' | 'descending') =>
    sortRows(rows, columns, { key, direction }).map((row) => row.name);

  it('compares numbers as numbers, words by the alphabet with numbers inside', () => {
    expect(names('value', 'ascending')).toEqual(['a9', 'b', 'Ä', 'a10']);
    expect(names('name', 'ascending').slice(-1)).toEqual(['b']);
    expect(names('name', 'ascending').indexOf('a9')).toBeLessThan(names('name', 'ascending').indexOf('a10'));
  });

  it('puts missing values last in both directions and keeps ties in order', () => {
    expect(names('value', 'descending')).toEqual(['b', 'Ä', 'a9', 'a10']);
  });

  it('leaves rows alone without a sort or for a column that cannot be sorted', () => {
    expect(sortRows(rows, columns, null)).toBe(rows);
    expect(sortRows(rows, columns, { key: 'fixed', direction: 'ascending' })).toBe(rows);
  });

  it('starts numbers with the largest and words with A, and turns round on a second click', () => {
    const [name, value] = columns;
    expect(nextSort(value as TableColumn<Row>, null)).toEqual({ key: 'value', direction: 'descending' });
    expect(nextSort(name as TableColumn<Row>, null)).toEqual({ key: 'name', direction: 'ascending' });
    expect(nextSort(name as TableColumn<Row>, { key: 'name', direction: 'ascending' }).direction).toBe(
      'descending',
    );
  });
});

describe('search in options', () => {
  const options = ['Orders: amount', 'Customers: name', 'Größe', 'amount paid', 'discount'];
  const match = (query: string) => matchOptions(options, query, (option) => option);

  it('finds every word whatever case and accents, beginnings first', () => {
    expect(match('AMOUNT')).toEqual(['amount paid', 'Orders: amount']);
    expect(match('amount ord')).toEqual(['Orders: amount']);
    expect(match('grosse')).toEqual([]);
    expect(match('große')).toEqual(['Größe']);
    expect(match('größe')).toEqual(['Größe']);
    expect(match('groß')).toEqual(['Größe']);
  });

  it('keeps all for an empty query, none for an unknown one, and takes signs literally', () => {
    expect(match('  ')).toBe(options);
    expect(match('(')).toEqual([]);
    expect(match('orders:')).toEqual(['Orders: amount']);
  });
});

describe('cut points', () => {
  it('are read from a typed list', () => {
    expect(parseCuts('30, 90;180 360')).toEqual([30, 90, 180, 360]);
    expect(parseCuts('')).toEqual([]);
    expect(parseCuts('30, x')).toBeNull();
  });

  it('are none, or as many as needed in rising order', () => {
    expect(cutsProblem([], 4)).toBeNull();
    expect(cutsProblem([1, 2, 2, 3], 4)).toBeNull();
    expect(cutsProblem([1, 2], 4)).toContain('4 cut points');
    expect(cutsProblem([2, 1], 2)).toContain('rising');
    expect(cutsProblem(null, 2)).toContain('numbers');
  });
});

it('commands are grouped in the order of first appearance', () => {
  const command = (group: string, label: string) => ({ group, label, onselect: () => undefined });
  const groups = groupCommands([command('Pages', 'A'), command('Commands', 'B'), command('Pages', 'C')]);
  expect(groups.map(({ name, members }) => [name, members.map(({ label }) => label)])).toEqual([
    ['Pages', ['A', 'C']],
    ['Commands', ['B']],
  ]);
});
