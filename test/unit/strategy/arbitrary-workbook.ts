import fc from 'fast-check';
import type { Predicate } from '../../../src/core/predicate.ts';
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
import { segmentTags } from '../../../src/strategy/records/segment.ts';
import type { Command } from '../../../src/strategy/commands/command.ts';
import {
  addEnabler,
  moveEnabler,
  removeEnabler,
  renameEnabler,
} from '../../../src/strategy/commands/enablers.ts';
import { pinEvidence, setClaim, unpinEvidence } from '../../../src/strategy/commands/evidence.ts';
import { addPair, editPairText, removePair } from '../../../src/strategy/commands/pairs.ts';
import {
  addPlanLine,
  duplicatePlanLine,
  editPlanLine,
  keepPlanLine,
  pinPlanEvidence,
  removePlanLine,
  unpinPlanEvidence,
} from '../../../src/strategy/commands/plan-lines.ts';
import { copyScenario, editGate, openScenario } from '../../../src/strategy/commands/plan-scenarios.ts';
import { editPlaybook, resetPlaybook } from '../../../src/strategy/commands/playbooks.ts';
import {
  addSegment,
  duplicateSegment,
  removeSegment,
  renameSegment,
  setSegmentNote,
  setSegmentRule,
  setSegmentTag,
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
import { createWorkbook } from '../../../src/strategy/create-workbook.ts';
import { startHistory, execute } from '../../../src/strategy/history.ts';
import { planChannels, planPhases, planStages, scenarioKeys } from '../../../src/strategy/records/plan.ts';
import type { PlanLine } from '../../../src/strategy/records/plan.ts';
import { playFields } from '../../../src/strategy/records/playbook.ts';
import { quadrants } from '../../../src/strategy/records/swot.ts';
import { blankPlanLine } from '../../../src/strategy/templates/empty-plan.ts';
import type { Workbook } from '../../../src/strategy/workbook.ts';
import { arbitraryText as text, evidenceOf, few } from './arbitrary-parts.ts';
import { worksheetCommand } from './arbitrary-worksheets.ts';

/** Ids `prefix1`, `prefix2` … */
export const countingIds = (prefix = 'id'): (() => string) => {
  let next = 1;
  return () => `${prefix}${next++}`;
};

/** A new workbook whose boards are `board1` (company) and `board2` (department). */
export const newWorkbook = (): Workbook => createWorkbook('workbook', 'Strategy', countingIds('board'));

/** The workbook after commands, one after another. */
export const after = (workbook: Workbook, ...commands: readonly Command[]): Workbook =>
  commands.reduce((history, command) => execute(history, command), startHistory(workbook)).present;

const board = few('board');
const card = few('card');
const segment = fc.constantFrom('segment1', 'segment2');
const theme = fc.oneof(few('theme'), fc.constant('channels'));
const index = fc.integer({ min: -1, max: 5 });
const quadrant = fc.constantFrom(...quadrants);
const claim = fc.record({
  operator: fc.constantFrom('at-least' as const, 'between' as const),
  value: fc.integer(),
  upTo: fc.integer(),
});

const scenario = fc.constantFrom(...scenarioKeys);
const line = few('line');
const money = fc.integer({ min: 0, max: 100_000 });
const month = fc
  .tuple(fc.integer({ min: 2024, max: 2027 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, at]) => `${year}-${String(at).padStart(2, '0')}`);

/** Any line of a plan, with links that may lead nowhere. */
export const arbitraryPlanLine: fc.Arbitrary<PlanLine> = fc
  .record({
    id: line,
    title: text,
    stage: fc.constantFrom(...planStages),
    segmentId: fc.option(segment),
    channel: fc.option(fc.constantFrom(...planChannels)),
    oneOff: money,
    monthly: money,
    start: month,
    end: month,
    phase: fc.constantFrom(...planPhases),
    profit: fc.record({
      low: fc.option(fc.integer()),
      likely: fc.option(fc.integer()),
      high: fc.option(fc.integer()),
      source: text,
    }),
    assumptions: fc.uniqueArray(
      fc.record({ id: few('assumption'), text, evidenceId: fc.option(few('evidence')) }),
      { maxLength: 3, selector: ({ id }) => id },
    ),
    needs: fc.array(fc.constantFrom('people', 'process', 'enabler1', 'gone'), { maxLength: 3 }),
  })
  .map((given) => blankPlanLine(given));

/** Rules of a few levels. */
export const arbitraryPredicate: fc.Arbitrary<Predicate> = fc.letrec<{ tree: Predicate }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    fc.record({
      kind: fc.constant('compare' as const),
      field: fc.constantFrom('orders', 'country', 'rfm_segment'),
      operator: fc.constantFrom('is' as const, 'at-least' as const),
      value: fc.oneof(fc.integer(), fc.string()),
    }),
    fc.record({ kind: fc.constant('not' as const), of: tie('tree') }),
    fc.record({
      kind: fc.constantFrom('all' as const, 'any' as const),
      of: fc.array(tie('tree'), { maxLength: 3 }),
    }),
  ),
})).tree;

/** Any command, on ids that often exist. */
export const arbitraryCommand: fc.Arbitrary<Command> = fc.oneof(
  fc
    .tuple(segment, text, arbitraryPredicate)
    .map(([id, name, predicate]) => addSegment({ id, name, note: '', predicate })),
  fc.tuple(segment, text).map(([id, name]) => renameSegment(id, name)),
  fc.tuple(segment, text).map(([id, note]) => setSegmentNote(id, note)),
  fc.tuple(segment, arbitraryPredicate).map(([id, rule]) => setSegmentRule(id, rule)),
  fc.tuple(segment, segment).map(([id, copy]) => duplicateSegment(id, copy, 'Copy')),
  fc.tuple(segment, fc.constantFrom(...segmentTags), fc.boolean()).map((given) => setSegmentTag(...given)),
  segment.map(removeSegment),
  fc.constantFrom('2020-01-01' as const, null).map(setAsOf),
  fc.constantFrom('EUR', null).map(setCurrency),
  fc.constantFrom('net' as const, 'ignore' as const).map(setReturns),
  segment.map((id) => acceptFinding({ id, title: 'Orders', count: 1 })),
  segment.map(reopenFinding),
  fc.option(fc.integer()).map((value) => setQualityRule('futureDays', value)),
  fc.constant(resetQualityRules()),
  fc.option(segment).map(setFocus),
  fc.option(segment).map(setComparison),
  fc.tuple(board, text).map(([id, name]) => addBoard(id, 'department', name)),
  fc.tuple(board, text).map(([id, name]) => renameBoard(id, name)),
  fc.tuple(board, index).map(([id, at]) => moveBoard(id, at)),
  board.map(removeBoard),
  fc
    .tuple(board, card, quadrant, text, index)
    .map(([on, id, where, words, at]) => addCard(on, { id, quadrant: where, text: words }, at)),
  fc.tuple(board, card, text).map(([on, id, words]) => editCardText(on, id, words, '2026-01-31')),
  fc.tuple(board, card, quadrant, index).map(([on, id, where, at]) => moveCard(on, id, where, at)),
  fc.tuple(board, card).map(([on, id]) => removeCard(on, id)),
  fc.tuple(board, card, fc.option(theme)).map(([on, id, one]) => setCardTheme(on, id, one)),
  fc.tuple(board, card, fc.option(segment)).map(([on, id, one]) => linkCardSegment(on, id, one)),
  fc
    .tuple(board, card, few('evidence'), arbitraryPredicate)
    .map(([on, id, one, predicate]) => pinEvidence(on, id, evidenceOf(one, { predicate }))),
  fc.tuple(board, card, few('evidence')).map(([on, id, one]) => unpinEvidence(on, id, one)),
  fc.tuple(few('evidence'), fc.option(claim)).map(([id, said]) => setClaim(id, said)),
  fc
    .tuple(board, few('pair'), card, card, text)
    .map(([on, id, internalCardId, externalCardId, words]) =>
      addPair(on, { id, internalCardId, externalCardId, text: words }),
    ),
  fc.tuple(board, few('pair'), text).map(([on, id, words]) => editPairText(on, id, words)),
  fc.tuple(board, few('pair')).map(([on, id]) => removePair(on, id)),
  fc.tuple(theme, text).map(([id, name]) => addTheme({ id, name, colour: 3 })),
  fc.tuple(theme, text).map(([id, name]) => editTheme(id, { name })),
  theme.map(removeTheme),
  fc.tuple(few('enabler'), text).map(([id, name]) => addEnabler(id, name)),
  fc.tuple(fc.constantFrom('people', 'enabler1'), text).map(([id, name]) => renameEnabler(id, name)),
  fc.tuple(fc.constantFrom('people', 'process', 'enabler1'), index).map(([id, at]) => moveEnabler(id, at)),
  fc.constantFrom('people', 'enabler1').map(removeEnabler),
  fc
    .tuple(fc.constantFrom('rfm', 'overview', '__proto__'), fc.dictionary(text, fc.integer()))
    .map(([id, params]) => setAnalysisParams(id, params)),
  fc.constantFrom('rfm', 'overview').map(resetAnalysisParams),
  fc
    .tuple(fc.constantFrom('Champions', 'Lost', '__proto__'), fc.constantFrom(...playFields), text)
    .map(([segmentName, field, words]) => editPlaybook(segmentName, field, words)),
  fc.constantFrom('Champions', 'Lost').map(resetPlaybook),
  fc.tuple(scenario, arbitraryPlanLine).map(([key, one]) => addPlanLine(key, one)),
  fc.tuple(scenario, arbitraryPlanLine, segment, few('evidence')).map(([key, one, segmentId, evidenceId]) =>
    keepPlanLine(key, {
      line: { ...one, segmentId, evidenceIds: [evidenceId] },
      segment: { id: segmentId, name: 'Kept', note: '', predicate: { kind: 'all', of: [] } },
      evidence: evidenceOf(evidenceId),
    }),
  ),
  fc.tuple(scenario, line, line).map(([key, id, copy]) => duplicatePlanLine(key, id, copy)),
  fc
    .tuple(scenario, line, arbitraryPlanLine)
    .map(([key, id, { start, end, segmentId, assumptions, needs }]) =>
      editPlanLine(key, id, { start, end, segmentId, assumptions, needs }),
    ),
  fc.tuple(scenario, line, month).map(([key, id, end]) => editPlanLine(key, id, { end })),
  fc.tuple(scenario, line).map(([key, id]) => removePlanLine(key, id)),
  fc
    .tuple(scenario, line, few('evidence'))
    .map(([key, id, one]) => pinPlanEvidence(key, id, evidenceOf(one))),
  fc.tuple(scenario, line, few('evidence')).map(([key, id, one]) => unpinPlanEvidence(key, id, one)),
  scenario.map(openScenario),
  fc.tuple(scenario, fc.integer()).map(([key, seed]) => copyScenario(key, countingIds(`copy${seed}-`))),
  fc
    .tuple(scenario, fc.constantFrom(0 as const, 1 as const), text, fc.boolean())
    .map(([key, at, criterion, isMet]) => editGate(key, at, { criterion, isMet })),
  text.map(renameWorkspace),
  worksheetCommand,
);

/** A workbook that someone has worked on for a while. */
export const arbitraryWorkbook: fc.Arbitrary<Workbook> = fc
  .array(arbitraryCommand, { maxLength: 40 })
  .map((commands) => after(newWorkbook(), ...commands));

/** Any command, among them the ones that bring in whole documents. */
export const arbitraryChange: fc.Arbitrary<Command> = fc.oneof(
  { weight: 12, arbitrary: arbitraryCommand },
  { weight: 1, arbitrary: arbitraryWorkbook.map((workbook) => replaceWorkbook(workbook)) },
  {
    weight: 1,
    arbitrary: fc.integer().map((seed) =>
      addBoardCopy(
        {
          board: { id: 'x', level: 'company', name: 'Shared', cards: [], pairs: [] },
          segments: [],
          themes: [{ id: 't', name: 'Channels', colour: 1 }],
          evidence: [],
        },
        countingIds(`copy${seed}-`),
      ),
    ),
  },
);
