import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addAssessor, removeAssessor } from '../../../src/strategy/commands/assessors.ts';
import { addSegment, removeSegment } from '../../../src/strategy/commands/segments.ts';
import { keepChanceRow } from '../../../src/strategy/commands/chances.ts';
import { addRows, editRow, pinRowEvidence, removeRow } from '../../../src/strategy/commands/worksheets.ts';
import { execute, startHistory, undo } from '../../../src/strategy/history.ts';
import { parseWorkbook } from '../../../src/strategy/parse-workbook.ts';
import { agreementOf } from '../../../src/strategy/worksheets/assessed.ts';
import { needs, underServedScore } from '../../../src/strategy/worksheets/kinds/needs.ts';
import { opportunities } from '../../../src/strategy/worksheets/kinds/opportunities.ts';
import { rankRows } from '../../../src/strategy/worksheets/rank-rows.ts';
import { readValues } from '../../../src/strategy/worksheets/read-values.ts';
import { worksheets } from '../../../src/strategy/worksheets/registry.ts';
import { blankRow, rowsOf } from '../../../src/strategy/worksheets/rows.ts';
import { evidenceOf } from './arbitrary-parts.ts';
import { after, newWorkbook } from './arbitrary-workbook.ts';

describe.each(worksheets.map((worksheet) => [worksheet.id, worksheet] as const))(
  'worksheet %s',
  (_, sheet) => {
    const blank = blankRow(sheet, 'row');

    it('names fields that it has', () => {
      const keys = Object.keys(sheet.fields);
      expect(keys).toContain(sheet.name);
      expect(keys).toEqual(expect.arrayContaining([...sheet.columns]));
      expect(sheet.columns).not.toContain(sheet.name);
      if (sheet.groupBy !== undefined) expect(sheet.fields[sheet.groupBy]?.kind).toBe('choice');
      if (sheet.rankBy !== undefined) expect(sheet.derived?.map(({ key }) => key)).toContain(sheet.rankBy);
    });

    it('links only to worksheets that there are', () => {
      for (const field of Object.values(sheet.fields))
        if (field.kind === 'row') expect(worksheets.map(({ id }) => id)).toContain(field.worksheet);
    });

    it('has ready content that its fields can hold', () => {
      for (const values of sheet.starters?.rows ?? [])
        expect(readValues(sheet.fields, values)).toMatchObject(values);
    });

    it('has scales whose anchors fit', () => {
      for (const field of Object.values(sheet.fields))
        if ((field.kind === 'score' || field.kind === 'assessed') && field.anchors)
          expect(field.anchors).toHaveLength(field.high - field.low + 1);
    });

    it('says nothing of rows that say nothing, and derives no figure from them', () => {
      expect(sheet.finding([])).toBe('');
      expect(typeof sheet.finding([blank])).toBe('string');
      for (const figure of sheet.derived ?? []) expect(figure.of(blank.values)).toBeNull();
    });

    it('says what its ready content amounts to', () => {
      const rows = (sheet.starters?.rows ?? []).map((values, at) => blankRow(sheet, `row${at}`, values));
      expect(typeof sheet.finding(rows)).toBe('string');
    });
  },
);

it('tells every worksheet apart', () => {
  const ids = worksheets.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

describe('values', () => {
  it('are what their fields can hold, whatever was given, and reading twice is reading once', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...worksheets),
        fc.dictionary(fc.string(), fc.anything()),
        (sheet, given) => {
          const read = readValues(sheet.fields, given);
          expect(Object.keys(read)).toEqual(Object.keys(sheet.fields));
          expect(readValues(sheet.fields, read)).toEqual(read);
        },
      ),
    );
  });

  it('off a scale or of another kind are not taken', () => {
    const read = readValues(needs.fields, { need: 3, importance: 11, satisfaction: '4', competitor: 2.5 });
    expect(read).toMatchObject({ need: '', importance: null, satisfaction: null, competitor: null });
  });
});

describe('commands', () => {
  const evidence = evidenceOf('number');
  const loyal = {
    id: 'loyal',
    name: 'Loyal',
    note: '',
    predicate: { kind: 'all' as const, of: [] },
  };
  const started = after(
    newWorkbook(),
    addSegment(loyal),
    addRows('needs', [blankRow(needs, 'fast', { need: 'Be fast', segment: 'loyal', importance: 9 })]),
    pinRowEvidence('needs', 'fast', evidence),
  );
  const first = (workbook: typeof started) => rowsOf(workbook, needs)[0];

  it('write a field and leave the others', () => {
    const edited = after(started, editRow('needs', 'fast', { satisfaction: 4 }));
    expect(first(edited)?.values).toMatchObject({ need: 'Be fast', importance: 9, satisfaction: 4 });
  });

  it('clear the link to a segment that goes', () => {
    expect(first(started)?.values.segment).toBe('loyal');
    expect(first(after(started, removeSegment('loyal')))?.values.segment).toBeNull();
  });

  it('forget a number that only the removed row rested on', () => {
    expect(started.evidence).toHaveLength(1);
    const without = after(started, removeRow('needs', 'fast'));
    expect(without.evidence).toEqual([]);
    expect(rowsOf(without, needs)).toEqual([]);
  });

  it('take no rows for a worksheet that is not known', () => {
    expect(after(started, addRows('unknown', [blankRow(needs, 'x')]))).toEqual(started);
  });

  it('forget who scores', () => {
    const scored = after(newWorkbook(), addAssessor('ada', 'Ada'), removeAssessor('ada'));
    expect(scored.assessors).toEqual([]);
  });
});

it('a chance is a segment and an opportunity for it, taken back at once', () => {
  const segment = {
    id: 'seg',
    name: 'Bought bread, not butter',
    note: '',
    predicate: { kind: 'all' as const, of: [] },
  };
  const row = blankRow(opportunities, 'row', {
    title: segment.name,
    segment: 'seg',
    customers: 12,
    worth: 300,
  });
  const history = execute(startHistory(newWorkbook()), keepChanceRow(segment, row));
  expect(rowsOf(history.present, opportunities)[0]?.values).toMatchObject({ segment: 'seg', worth: 300 });
  expect(undo(history).present).toEqual(newWorkbook());
});

it('brings a workbook of version 2 along', () => {
  const { worksheets: _, assessors: __, ...document } = { ...newWorkbook(), version: 2 };
  const read = parseWorkbook(document);
  expect(read.ok && read.value.worksheets).toEqual({});
  expect(read.ok && read.value.version).toBe(3);
});

describe('figures of worksheets', () => {
  it('score a need by importance and by what is missing of it (Ulwick 2002: 9 and 3 give 15)', () => {
    expect(underServedScore(9, 3)).toBe(15);
    expect(underServedScore(4, 8)).toBe(4);
    expect(underServedScore(null, 8)).toBeNull();
  });

  it('rank rows by their figure, those without one last', () => {
    const row = (id: string, importance: number | null, satisfaction: number | null) => ({
      ...blankRow(needs, id),
      values: readValues(needs.fields, { importance, satisfaction }),
    });
    const rows = [row('a', null, 3), row('b', 5, 5), row('c', 9, 3), row('d', null, null)];
    expect(rankRows(needs, rows).map(({ id }) => id)).toEqual(['c', 'b', 'a', 'd']);
  });

  it('bring several people’s scores together', () => {
    expect(agreementOf({ ada: 2, ben: 5 })).toEqual({ mean: 3.5, lowest: 2, highest: 5, people: 2 });
    expect(agreementOf({})).toBeNull();
  });
});
