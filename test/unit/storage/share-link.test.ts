import fc from 'fast-check';
import { deflateSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { everyone, type Predicate } from '../../../src/core/predicate.ts';
import { decodeShareLink, encodeShareLink, shareLinkLimit } from '../../../src/storage/share-link.ts';
import { prepareShare, type SharedView } from '../../../src/storage/shared-view.ts';
import { addCard, linkCardSegment } from '../../../src/strategy/commands/cards.ts';
import { pinEvidence } from '../../../src/strategy/commands/evidence.ts';
import { addSegment } from '../../../src/strategy/commands/segments.ts';
import { setComparison, setFocus } from '../../../src/strategy/commands/settings.ts';
import { evidenceOf } from '../strategy/arbitrary-parts.ts';
import { after, arbitraryWorkbook, newWorkbook } from '../strategy/arbitrary-workbook.ts';

const route = { path: '/journey/cohorts', query: { interval: 'month' } };
const named: Predicate = {
  kind: 'any',
  of: [{ kind: 'compare', field: 'customer_id', operator: 'in', value: ['C-4711', 'C-4712'] }],
};
const pack = (json: unknown): string =>
  Buffer.from(deflateSync(strToU8(typeof json === 'string' ? json : JSON.stringify(json)))).toString(
    'base64url',
  );
const reasonOf = (text: string): string => {
  const result = decodeShareLink(text);
  return result.ok ? 'accepted' : 'reason' in result.error ? result.error.reason : result.error.kind;
};
const viewOf = (boardId: string | null = 'board1'): SharedView =>
  prepareShare({ route, workbook: newWorkbook(), boardId }).view;

describe('a link', () => {
  it('gives back exactly what was put in', () => {
    fc.assert(
      fc.property(
        arbitraryWorkbook,
        fc.constantFrom('board1', 'board2', 'missing', null),
        fc.webPath(),
        fc.dictionary(fc.constantFrom('interval', 'sort', 'é'), fc.string()),
        (workbook, boardId, path, query) => {
          const { view } = prepareShare({ route: { path, query }, workbook, boardId });
          const encoded = encodeShareLink(view);
          if (!encoded.ok) return expect(encoded.error.kind).toBe('link-too-long');
          expect(encoded.value).toMatch(/^[A-Za-z0-9_-]+$/);
          expect(decodeShareLink(encoded.value)).toEqual({ ok: true, value: view });
          return undefined;
        },
      ),
      { numRuns: 80 },
    );
  });

  it('keeps script tags and other alphabets in card texts as text', () => {
    const text = '<script>alert(1)</script> Ærø 客户 🙂 "quotes" \\ \u0000';
    const workbook = after(newWorkbook(), addCard('board1', { id: 'c', quadrant: 'threats', text }));
    const encoded = encodeShareLink(prepareShare({ route, workbook, boardId: 'board1' }).view);
    const decoded = encoded.ok ? decodeShareLink(encoded.value) : encoded;
    expect(decoded).toMatchObject({ ok: true, value: { board: { cards: [{ text }] } } });
  });

  it('is short for a full board', () => {
    const cards = Array.from({ length: 40 }, (_, at) =>
      addCard('board1', {
        id: `0b7e2a52-1f0c-4a55-8d${10 + at}-9c0f8a6d7e${10 + at}`,
        quadrant: 'strengths',
        text: `Customers of region ${at} tell us that delivery is on time and complete, ${at * 7} % more than before`,
      }),
    );
    const { view } = prepareShare({ route, workbook: after(newWorkbook(), ...cards), boardId: 'board1' });
    const encoded = encodeShareLink(view);
    expect(encoded.ok && encoded.value.length).toBeLessThan(2_500);
  });

  it('says how long it would be when it is too long', () => {
    const random = Array.from({ length: 60_000 }, (_, at) =>
      String.fromCharCode(33 + ((at * at * 7919) % 90)),
    );
    const text = random.map((letter, at) => letter + ((at * 2_654_435_761) % 97)).join('');
    const workbook = after(newWorkbook(), addCard('board1', { id: 'c', quadrant: 'threats', text }));
    const encoded = encodeShareLink(prepareShare({ route, workbook, boardId: 'board1' }).view);
    expect(encoded).toMatchObject({ ok: false, error: { kind: 'link-too-long', limit: shareLinkLimit } });
  });
});

describe('a hostile link', () => {
  it('never throws and is refused', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(decodeShareLink(text).ok).toBe(false);
      }),
    );
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(decodeShareLink(pack(json)).ok).toBe(false);
      }),
    );
  });

  it('is refused with the reason', () => {
    const whole = pack(viewOf());
    expect(reasonOf(whole)).toBe('accepted');
    expect(reasonOf('')).toMatch(/characters/);
    expect(reasonOf('%3Cscript%3E')).toMatch(/characters/);
    expect(reasonOf('A'.repeat(shareLinkLimit + 1))).toMatch(/16001 characters/);
    expect(reasonOf(whole.slice(0, whole.length / 2))).toMatch(/cut short/);
    expect(reasonOf(pack({ ...viewOf(), version: 2 }))).toMatch(/newer version/);
    expect(reasonOf(pack({ ...viewOf(), customers: [{ name: 'A' }] }))).toMatch(/customers/);
    expect(reasonOf(pack({ ...viewOf(), settings: 1 }))).toMatch(/^settings/);
    expect(reasonOf(pack(`${'['.repeat(9_000)}${']'.repeat(9_000)}`))).toMatch(/levels deep/);
  });

  it('that unpacks to far more than its length is stopped', () => {
    const bomb = pack(`{"version":1,"x":"${'a'.repeat(8_000_000)}"}`);
    expect(bomb.length).toBeLessThan(shareLinkLimit);
    expect(reasonOf(bomb)).toMatch(/more than a link/);
  });

  it('can’t reach into prototypes and its loose ends are cut', () => {
    const text = JSON.stringify(viewOf()).replace('"query":{', '"query":{"__proto__":{"polluted":"1"},');
    expect(decodeShareLink(pack(text))).toMatchObject({ ok: true, value: { route: { path: route.path } } });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    const loose = { ...viewOf(), settings: { ...viewOf().settings, focusId: 'nowhere' } };
    expect(decodeShareLink(pack(loose))).toMatchObject({ value: { settings: { focusId: null } } });
  });
});

describe('customers', () => {
  const workbook = after(
    newWorkbook(),
    addSegment({ id: 'list', name: 'My list', note: '', predicate: named, tags: ['benchmark'] }),
    addSegment({ id: 'all', name: 'All', note: '', predicate: everyone }),
    addCard('board1', { id: 'c', quadrant: 'threats', text: 'A' }),
    linkCardSegment('board1', 'c', 'list'),
    pinEvidence('board1', 'c', evidenceOf('e', { predicate: named, segmentId: 'list', value: 0.4 })),
    setFocus('list'),
    setComparison('all'),
  );
  const { view, notices } = prepareShare({
    route: {
      path: '/customers',
      query: { customer: 'C-4711', email: 'a@b.example', sort: 'x', q: 'jo@mail.example' },
    },
    workbook,
    boardId: 'board1',
  });

  it('never travel: rules that name them are left out, with a notice', () => {
    const text = JSON.stringify(view);
    expect(text).not.toMatch(/C-471|a@b|jo@mail/);
    expect(view.segments.map((segment) => segment.name)).toEqual(['All']);
    expect(view.settings.focusId).toBeNull();
    expect(view.settings.comparisonId).toBe(view.segments[0]?.id);
    expect(view.board?.cards[0]?.segmentId).toBeNull();
    expect(view.route.query).toEqual({ sort: 'x' });
    expect(notices).toHaveLength(3);
    expect(notices[0]).toContain('“My list”');
  });

  it('leave their aggregate: the pinned number stays, marked as not to be looked up again', () => {
    expect(view.evidence).toHaveLength(1);
    expect(view.evidence[0]).toMatchObject({ value: 0.4, predicate: null, ruleWithheld: true });
  });

  it('that nobody names leave no notice', () => {
    expect(prepareShare({ route, workbook: newWorkbook(), boardId: 'board1' }).notices).toEqual([]);
  });
});
