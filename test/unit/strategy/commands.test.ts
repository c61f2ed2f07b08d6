import { describe, expect, it } from 'vitest';
import { resetAnalysisParams, setAnalysisParams } from '../../../src/strategy/commands/analysis-params.ts';
import { addBoardCopy } from '../../../src/strategy/commands/board-copy.ts';
import { addBoard, moveBoard, removeBoard, renameBoard } from '../../../src/strategy/commands/boards.ts';
import {
  addCard,
  editCardText,
  linkCardSegment,
  moveCard,
  removeCard,
  setCardTheme,
} from '../../../src/strategy/commands/cards.ts';
import {
  addEnabler,
  moveEnabler,
  removeEnabler,
  renameEnabler,
} from '../../../src/strategy/commands/enablers.ts';
import { pinEvidence, setClaim, unpinEvidence } from '../../../src/strategy/commands/evidence.ts';
import { addPair, editPairText, removePair } from '../../../src/strategy/commands/pairs.ts';
import {
  addSegment,
  duplicateSegment,
  removeSegment,
  renameSegment,
  setSegmentNote,
  setSegmentRule,
} from '../../../src/strategy/commands/segments.ts';
import {
  acceptFinding,
  reopenFinding,
  resetQualityRules,
  setQualityRule,
} from '../../../src/strategy/commands/quality.ts';
import {
  setAsOf,
  setComparison,
  setCurrency,
  setFocus,
  setReturns,
} from '../../../src/strategy/commands/settings.ts';
import { addTheme, editTheme, removeTheme } from '../../../src/strategy/commands/themes.ts';
import { renameWorkspace, replaceWorkbook } from '../../../src/strategy/commands/workspace.ts';
import { collectBoard } from '../../../src/strategy/board-content.ts';
import type { Segment } from '../../../src/strategy/records/segment.ts';
import type { Quadrant } from '../../../src/strategy/records/swot.ts';
import type { Workbook } from '../../../src/strategy/workbook.ts';
import { evidenceOf } from './arbitrary-parts.ts';
import { after, countingIds, newWorkbook } from './arbitrary-workbook.ts';

const rule: Segment['predicate'] = { kind: 'compare', field: 'orders', operator: 'at-least', value: 2 };
const loyal: Segment = { id: 'loyal', name: 'Loyal', note: '', predicate: rule };
const card = (id: string, quadrant: Quadrant, text = id) => addCard('board1', { id, quadrant, text });
const order = (workbook: Workbook, quadrant: Quadrant): string =>
  (workbook.boards[0]?.cards ?? [])
    .filter((one) => one.quadrant === quadrant)
    .map((one) => one.id)
    .join('');
const three = after(newWorkbook(), card('a', 'strengths'), card('b', 'strengths'), card('c', 'strengths'));

describe('segments', () => {
  it('adds, renames, notes, changes the rule and duplicates after the original', () => {
    const workbook = after(
      newWorkbook(),
      addSegment(loyal),
      addSegment({ ...loyal, id: 'last' }),
      addSegment({ ...loyal, name: 'Not twice' }),
      renameSegment('loyal', 'Faithful'),
      setSegmentNote('loyal', '**Ask** them'),
      setSegmentRule('loyal', { kind: 'all', of: [] }),
      duplicateSegment('loyal', 'copy', 'Faithful (copy)'),
    );
    expect(workbook.segments.map((segment) => segment.id)).toEqual(['loyal', 'copy', 'last']);
    expect(workbook.segments[1]).toEqual({
      id: 'copy',
      name: 'Faithful (copy)',
      note: '**Ask** them',
      predicate: { kind: 'all', of: [] },
    });
  });

  it('removing clears focus, comparison and card links; evidence keeps its rule', () => {
    const workbook = after(
      three,
      addSegment(loyal),
      setFocus('loyal'),
      setComparison('loyal'),
      linkCardSegment('board1', 'a', 'loyal'),
      pinEvidence(
        'board1',
        'a',
        evidenceOf('e', { segmentId: 'loyal', segmentName: 'Loyal', predicate: rule }),
      ),
      removeSegment('loyal'),
    );
    expect(workbook.settings).toMatchObject({ focusId: null, comparisonId: null });
    expect(workbook.boards[0]?.cards[0]?.segmentId).toBeNull();
    expect(workbook.evidence[0]).toMatchObject({ segmentId: null, segmentName: 'Loyal', predicate: rule });
  });
});

describe('settings, workspace and parameters', () => {
  it('sets each, and ignores segments that are not there', () => {
    const workbook = after(
      newWorkbook(),
      setAsOf('2011-12-10'),
      setCurrency('GBP'),
      setReturns('ignore'),
      setFocus('nobody'),
      renameWorkspace('Autumn plan'),
    );
    expect(workbook.name).toBe('Autumn plan');
    expect(workbook.settings).toEqual({
      asOf: '2011-12-10',
      currency: 'GBP',
      returns: 'ignore',
      focusId: null,
      comparisonId: null,
    });
  });

  it('keeps findings that are fine and house rules while there are any', () => {
    const fine = { id: 'orders/large', title: 'Unusually large orders', count: 3 };
    const marked = after(
      newWorkbook(),
      acceptFinding(fine),
      acceptFinding({ ...fine, count: 4 }),
      setQualityRule('futureDays', 2),
      setQualityRule('outlierDeviations', 3),
      setQualityRule('futureDays', null),
    );
    expect(marked.settings.acceptedFindings).toEqual([{ ...fine, count: 4 }]);
    expect(marked.settings.qualityRules).toEqual({ outlierDeviations: 3 });
    expect(after(marked, reopenFinding(fine.id), resetQualityRules())).toEqual(newWorkbook());
  });

  it('keeps only what differs from the defaults, and never touches prototypes', () => {
    const set = after(
      newWorkbook(),
      setAnalysisParams('rfm', { periods: 3, cuts: [1, 2] }),
      setAnalysisParams('rfm', { periods: undefined }),
      setAnalysisParams('__proto__', { polluted: true }),
      setAnalysisParams('overview', JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1}')),
    );
    expect(set.analysisParams).toEqual({ rfm: { cuts: [1, 2] } });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(after(set, resetAnalysisParams('rfm')).analysisParams).toEqual({});
  });

  it('replaces the whole workbook as one change', () => {
    const other = { ...newWorkbook(), id: 'other', name: 'Other' };
    expect(after(three, replaceWorkbook(other))).toEqual(other);
  });
});

describe('boards and cards', () => {
  it('adds, renames, moves and removes boards', () => {
    const workbook = after(
      newWorkbook(),
      addBoard('care', 'department', 'Care'),
      renameBoard('care', 'Customer care'),
      moveBoard('care', 0),
      removeBoard('board1'),
    );
    expect(workbook.boards.map((board) => board.name)).toEqual(['Customer care', 'Our department']);
  });

  it('moves within and between quadrants by index, as a table', () => {
    const mixed = after(three, card('x', 'threats'), card('y', 'threats'));
    const moved = (id: string, quadrant: Quadrant, index: number): string => {
      const workbook = after(mixed, moveCard('board1', id, quadrant, index));
      return `${order(workbook, 'strengths')}|${order(workbook, 'threats')}`;
    };
    expect(moved('a', 'strengths', 0)).toBe('abc|xy');
    expect(moved('a', 'strengths', 1)).toBe('bac|xy');
    expect(moved('a', 'strengths', 2)).toBe('bca|xy');
    expect(moved('c', 'strengths', 0)).toBe('cab|xy');
    expect(moved('b', 'strengths', 99)).toBe('acb|xy');
    expect(moved('b', 'strengths', -5)).toBe('bac|xy');
    expect(moved('b', 'threats', 0)).toBe('ac|bxy');
    expect(moved('b', 'threats', 1)).toBe('ac|xby');
    expect(moved('b', 'threats', 2)).toBe('ac|xyb');
    expect(moved('x', 'strengths', 1)).toBe('axbc|y');
  });

  it('inserts a card at an index of its quadrant', () => {
    const workbook = after(three, addCard('board1', { id: 'd', quadrant: 'strengths', text: '' }, 1));
    expect(order(workbook, 'strengths')).toBe('adbc');
  });

  it('keeps any text exactly as typed', () => {
    const texts = ['<script>alert(1)</script>', '__proto__', '{"a":1}', 'é🙂\u202e', 'x'.repeat(1_000_000)];
    for (const text of texts)
      expect(after(three, editCardText('board1', 'a', text, '2026-01-31')).boards[0]?.cards[0]?.text).toBe(
        text,
      );
  });

  it('sets themes and clears them when the theme goes', () => {
    const themed = after(
      three,
      addTheme({ id: 'care', name: 'Care', colour: 7 }),
      editTheme('care', { name: 'Customer care', colour: 6 }),
      setCardTheme('board1', 'a', 'care'),
      setCardTheme('board1', 'b', 'unknown'),
    );
    expect(themed.themes.at(-1)).toEqual({ id: 'care', name: 'Customer care', colour: 6 });
    expect(themed.boards[0]?.cards.map((one) => one.themeId)).toEqual(['care', null, null]);
    expect(after(themed, removeTheme('care')).boards[0]?.cards[0]?.themeId).toBeNull();
  });
});

describe('evidence', () => {
  it('is cited once, claimed, and forgotten with its last card', () => {
    const pinned = after(
      three,
      pinEvidence('board1', 'a', evidenceOf('e')),
      pinEvidence('board1', 'a', evidenceOf('e')),
      pinEvidence('board1', 'b', evidenceOf('e', { label: 'Ignored' })),
      setClaim('e', { operator: 'at-least', value: 0.3 }),
    );
    expect(pinned.evidence).toHaveLength(1);
    expect(pinned.evidence[0]).toMatchObject({ label: 'Repeat rate', claim: { operator: 'at-least' } });
    expect(pinned.boards[0]?.cards.map((one) => one.evidenceIds)).toEqual([['e'], ['e'], []]);
    expect(after(pinned, setClaim('e', null)).evidence[0]?.claim).toBeNull();
    expect(after(pinned, unpinEvidence('board1', 'a', 'e')).evidence).toHaveLength(1);
    expect(after(pinned, unpinEvidence('board1', 'a', 'e'), removeCard('board1', 'b')).evidence).toEqual([]);
    expect(after(pinned, removeBoard('board1')).evidence).toEqual([]);
  });
});

describe('TOWS pairs', () => {
  const four = after(three, card('o', 'opportunities'));
  const pair = { id: 'p', internalCardId: 'a', externalCardId: 'o', text: 'Use it' };
  const paired = after(four, addPair('board1', pair));

  it('join an internal with an external card and nothing else', () => {
    expect(paired.boards[0]?.pairs).toEqual([pair]);
    expect(after(four, addPair('board1', { ...pair, externalCardId: 'b' }))).toBe(four);
    expect(after(four, addPair('board1', { ...pair, internalCardId: 'o' }))).toBe(four);
    expect(after(paired, editPairText('board1', 'p', 'Grow')).boards[0]?.pairs[0]?.text).toBe('Grow');
    expect(after(paired, removePair('board1', 'p')).boards[0]?.pairs).toEqual([]);
  });

  it('go with a card that is removed or changes sides, and stay with one that does not', () => {
    expect(after(paired, removeCard('board1', 'o')).boards[0]?.pairs).toEqual([]);
    expect(after(paired, moveCard('board1', 'a', 'threats', 0)).boards[0]?.pairs).toEqual([]);
    expect(after(paired, moveCard('board1', 'a', 'weaknesses', 0)).boards[0]?.pairs).toEqual([pair]);
    expect(after(paired, moveCard('board1', 'o', 'threats', 0)).boards[0]?.pairs).toEqual([pair]);
  });
});

describe('supporting conditions', () => {
  it('are added, renamed into the user’s own, moved and removed', () => {
    const workbook = after(
      newWorkbook(),
      addEnabler('trust', 'Trust'),
      renameEnabler('people', 'Skills'),
      moveEnabler('trust', 0),
      removeEnabler('process'),
    );
    expect(workbook.enablers.map((one) => [one.name, one.isDefault])).toEqual([
      ['Trust', false],
      ['Data and analytics', false],
      ['Technology', false],
      ['Skills', false],
      ['Leadership and culture', true],
    ]);
  });
});

describe('a board from elsewhere', () => {
  it('comes with what it cites, under new ids, and shares themes by name', () => {
    const source = after(
      three,
      addSegment(loyal),
      addSegment({ ...loyal, id: 'unused' }),
      linkCardSegment('board1', 'a', 'loyal'),
      setCardTheme('board1', 'b', 'channels'),
      pinEvidence('board1', 'c', evidenceOf('e')),
      card('o', 'threats'),
      addPair('board1', { id: 'p', internalCardId: 'a', externalCardId: 'o', text: '' }),
    );
    const content = collectBoard(source, 'board1');
    if (!content) throw new Error('The board is there');
    expect(content.segments.map((segment) => segment.id)).toEqual(['loyal']);
    expect(content.themes.map((theme) => theme.id)).toEqual(['channels']);
    const once = after(newWorkbook(), addBoardCopy(content, countingIds('x')));
    const twice = after(once, addBoardCopy(content, countingIds('y')));
    expect(twice.boards).toHaveLength(4);
    expect(twice.themes).toEqual(newWorkbook().themes);
    const { cards = [], pairs = [] } = twice.boards[3] ?? {};
    expect(cards.map((one) => one.text)).toEqual(['a', 'b', 'c', 'o']);
    expect(cards.map((one) => one.segmentId)).toEqual([twice.segments[1]?.id, null, null, null]);
    expect(cards.map((one) => one.themeId)).toEqual([null, 'channels', null, null]);
    expect(cards.map((one) => one.evidenceIds)).toEqual([[], [], [twice.evidence[1]?.id], []]);
    expect(pairs).toMatchObject([{ internalCardId: cards[0]?.id, externalCardId: cards[3]?.id }]);
  });
});
