import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { migrate, type Migration } from '../../../src/strategy/migrate.ts';
import { parseWorkbook } from '../../../src/strategy/parse-workbook.ts';
import { maximumDepth } from '../../../src/strategy/plain-json.ts';
import { quadrants } from '../../../src/strategy/records/swot.ts';
import { swotPrompts } from '../../../src/strategy/templates/swot-prompts.ts';
import { workbookVersion } from '../../../src/strategy/workbook.ts';
import { arbitraryWorkbook, newWorkbook } from './arbitrary-workbook.ts';

const reasonOf = (json: unknown): string => {
  const result = parseWorkbook(json);
  if (result.ok) return 'accepted';
  return result.error.kind === 'workbook-invalid' ? result.error.reason : result.error.kind;
};

describe('a new workbook', () => {
  it('is valid and has two boards, five conditions (three of them ours) and themes', () => {
    const workbook = newWorkbook();
    expect(parseWorkbook(workbook)).toEqual({ ok: true, value: workbook });
    expect(workbook.boards.map((board) => board.level)).toEqual(['company', 'department']);
    expect(workbook.enablers.map((enabler) => enabler.isDefault)).toEqual([false, false, true, true, true]);
    expect(new Set(workbook.themes.map((theme) => theme.colour)).size).toBe(workbook.themes.length);
  });

  it('has a question for each quadrant at both levels', () => {
    const questions = (['company', 'department'] as const).flatMap((level) =>
      quadrants.map((quadrant) => swotPrompts[level][quadrant].question),
    );
    expect(new Set(questions).size).toBe(8);
    expect(questions.every((question) => question.endsWith('?'))).toBe(true);
  });
});

describe('migrate', () => {
  const steps: readonly Migration[] = [
    { from: 0, migrate: ({ title, ...rest }) => ({ ...rest, name: title }) },
    { from: 1, migrate: (document) => ({ ...document, notes: [] }) },
  ];

  it('goes through every step from the document’s version on', () => {
    expect(migrate({ version: 0, title: 'A' }, steps, 2)).toEqual({
      ok: true,
      value: { version: 2, name: 'A', notes: [] },
    });
    expect(migrate({ version: 1, name: 'B' }, steps, 2)).toEqual({
      ok: true,
      value: { version: 2, name: 'B', notes: [] },
    });
  });

  it('leaves the current version alone: migrating twice is migrating once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 }), fc.string(), (version, title) => {
        const once = migrate({ version, title }, steps, 2);
        if (!once.ok) throw new Error('It migrates');
        expect(migrate(once.value, steps, 2)).toEqual(once);
      }),
    );
  });

  it('refuses a newer version, a missing one and a gap', () => {
    expect(migrate({ version: 3 }, steps, 2)).toEqual({
      ok: false,
      error: { kind: 'workbook-too-new', version: 3, supported: 2 },
    });
    for (const version of [undefined, null, '1', 1.5, -1, NaN])
      expect(migrate({ version }, steps, 2)).toMatchObject({ error: { kind: 'workbook-invalid' } });
  });
});

describe('parseWorkbook', () => {
  it('reads what was written, and reading twice is reading once', () => {
    fc.assert(
      fc.property(arbitraryWorkbook, (workbook) => {
        const once = parseWorkbook(JSON.parse(JSON.stringify(workbook)));
        expect(once).toEqual({ ok: true, value: workbook });
        if (once.ok) expect(parseWorkbook(once.value)).toEqual(once);
      }),
      { numRuns: 60 },
    );
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        expect(parseWorkbook(anything).ok).toBe(false);
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(newWorkbook())), fc.anything(), (key, anything) => {
        expect(typeof parseWorkbook({ ...newWorkbook(), [key]: anything }).ok).toBe('boolean');
      }),
    );
  });

  it('names the path of the first fault', () => {
    const workbook = newWorkbook();
    expect(reasonOf([])).toMatch(/Expected a workbook/);
    expect(reasonOf({ ...workbook, name: 7 })).toBe('name: Expected string but received 7');
    expect(reasonOf({ ...workbook, version: workbookVersion + 1 })).toBe('workbook-too-new');
    expect(reasonOf({ ...workbook, settings: { ...workbook.settings, asOf: '2025-02-30' } })).toBe(
      'settings.asOf: Expected a calendar day (YYYY-MM-DD)',
    );
    expect(reasonOf({ ...workbook, themes: [{ id: 't', name: 'T', colour: 9 }] })).toMatch(
      /^themes\.0\.colour/,
    );
    expect(reasonOf({ ...workbook, boards: [{ ...workbook.boards[0], cards: [{ id: 'c' }] }] })).toMatch(
      /^boards\.0\.cards\.0\./,
    );
    expect(reasonOf({ ...workbook, name: undefined })).toMatch(/name/);
    expect(reasonOf({ ...workbook, themes: [...workbook.themes, workbook.themes[0]] })).toMatch(
      /themes: the id “customer-value” occurs twice/,
    );
  });

  it('cuts what it quotes', () => {
    expect(reasonOf({ ...newWorkbook(), settings: 'x'.repeat(1_000_000) }).length).toBeLessThan(200);
  });

  it('refuses rules nested without end, and circles', () => {
    const nested = { ...newWorkbook(), segments: [] as unknown[] };
    let predicate: unknown = { kind: 'all', of: [] };
    for (let at = 0; at < 100_000; at += 1) predicate = { kind: 'not', of: predicate };
    nested.segments = [{ id: 's', name: '', note: '', predicate }];
    expect(reasonOf(nested)).toMatch(new RegExp(`${maximumDepth} levels`));
    const circle: Record<string, unknown> = { ...newWorkbook() };
    circle['analysisParams'] = circle;
    expect(reasonOf(circle)).toMatch(/levels/);
  });

  it('drops keys that reach into prototypes, and unknown fields', () => {
    const text = JSON.stringify({ ...newWorkbook(), extra: 1 }).replace(
      '"analysisParams":{}',
      '"analysisParams":{"__proto__":{"polluted":1},"rfm":{"constructor":1,"__proto__":{"polluted":1},"periods":3}}',
    );
    const result = parseWorkbook(JSON.parse(text));
    expect(result).toEqual({
      ok: true,
      value: { ...newWorkbook(), analysisParams: { rfm: { periods: 3 } } },
    });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('drops links that lead nowhere', () => {
    const workbook = newWorkbook();
    const board = workbook.boards[0];
    if (!board) throw new Error('There is a board');
    const card = {
      id: 'c',
      quadrant: 'threats',
      text: '',
      themeId: 'x',
      segmentId: 'x',
      evidenceIds: ['x', 'x'],
    };
    const result = parseWorkbook({
      ...workbook,
      settings: { ...workbook.settings, focusId: 'x' },
      boards: [
        { ...board, cards: [card], pairs: [{ id: 'p', internalCardId: 'c', externalCardId: 'c', text: '' }] },
      ],
    });
    expect(result).toMatchObject({
      ok: true,
      value: {
        settings: { focusId: null },
        boards: [{ cards: [{ themeId: null, segmentId: null, evidenceIds: [] }], pairs: [] }],
      },
    });
  });
});
