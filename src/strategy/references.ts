import { scenarioKeys, type Plan, type Scenario } from './records/plan.ts';
import type { SwotBoard } from './records/swot.ts';
import { settleBoard } from './swot/settle-board.ts';
import type { Workbook } from './workbook.ts';
import { findWorksheet } from './worksheets/registry.ts';
import { settleRow } from './worksheets/settle-row.ts';

type Identified = readonly { readonly id: string }[];

const idsOf = (list: Identified): ReadonlySet<string> => new Set(list.map((one) => one.id));

const repeatedIn = (path: string, list: Identified): string | undefined => {
  const seen = new Set<string>();
  for (const { id } of list) {
    if (seen.has(id)) return `${path}: the id “${id.slice(0, 40)}” occurs twice`;
    seen.add(id);
  }
  return undefined;
};

const planLists = ({ scenarios }: Plan): readonly (readonly [string, Identified])[] =>
  scenarioKeys.flatMap((key) => [
    [`plan.scenarios.${key}.lines`, scenarios[key].lines] as const,
    ...scenarios[key].lines.map(
      (line, at) => [`plan.scenarios.${key}.lines.${at}.assumptions`, line.assumptions] as const,
    ),
  ]);

const worksheetLists = (worksheets: Workbook['worksheets']): readonly (readonly [string, Identified])[] =>
  Object.entries(worksheets).flatMap(([id, rows]) => [
    [`worksheets.${id}`, rows] as const,
    ...rows.map((row, at) => [`worksheets.${id}.${at}.comments`, row.comments] as const),
  ]);

/** The first list in which two records have the same id, in words; undefined when every record can be told apart. */
export const findRepeatedId = (
  workbook: Pick<Workbook, 'segments' | 'evidence' | 'themes' | 'boards'> & {
    readonly enablers?: Identified;
    readonly plan?: Plan;
    readonly assessors?: Identified;
    readonly worksheets?: Workbook['worksheets'];
  },
): string | undefined => {
  const lists: readonly (readonly [string, Identified])[] = [
    ['segments', workbook.segments],
    ['evidence', workbook.evidence],
    ['themes', workbook.themes],
    ['enablers', workbook.enablers ?? []],
    ['boards', workbook.boards],
    ...workbook.boards.flatMap((board, at) => [
      [`boards.${at}.cards`, board.cards] as const,
      [`boards.${at}.pairs`, board.pairs] as const,
    ]),
    ...(workbook.plan ? planLists(workbook.plan) : []),
    ['assessors', workbook.assessors ?? []],
    ...worksheetLists(workbook.worksheets ?? {}),
  ];
  return lists.map(([path, list]) => repeatedIn(path, list)).find((found) => found !== undefined);
};

const known = (ids: ReadonlySet<string>, id: string | null): string | null =>
  id !== null && ids.has(id) ? id : null;

/** The ids that the cards of a board may refer to. */
export interface KnownIds {
  readonly segments: ReadonlySet<string>;
  readonly themes: ReadonlySet<string>;
  readonly evidence: ReadonlySet<string>;
}

/** A board whose links lead somewhere: those to unknown segments, themes, evidence and cards are dropped. */
export const keepKnownReferences = (board: SwotBoard, ids: KnownIds): SwotBoard =>
  settleBoard({
    ...board,
    cards: board.cards.map((card) => ({
      ...card,
      themeId: known(ids.themes, card.themeId),
      segmentId: known(ids.segments, card.segmentId),
      evidenceIds: [...new Set(card.evidenceIds)].filter((id) => ids.evidence.has(id)),
    })),
  });

const keepKnownInPlan = (
  scenario: Scenario,
  ids: Omit<KnownIds, 'themes'> & { readonly enablers: ReadonlySet<string> },
): Scenario => ({
  ...scenario,
  lines: scenario.lines.map((line) => {
    const evidenceIds = [...new Set(line.evidenceIds)].filter((id) => ids.evidence.has(id));
    return {
      ...line,
      segmentId: known(ids.segments, line.segmentId),
      evidenceIds,
      assumptions: line.assumptions.map((assumption) => ({
        ...assumption,
        evidenceId: known(new Set(evidenceIds), assumption.evidenceId),
      })),
      ...(line.needs ? { needs: [...new Set(line.needs)].filter((id) => ids.enablers.has(id)) } : {}),
    };
  }),
});

/** The rows of worksheets that are known, as these can hold them. */
const settleWorksheets = (workbook: Workbook): Workbook['worksheets'] =>
  Object.fromEntries(
    Object.entries(workbook.worksheets).flatMap(([id, rows]) => {
      const worksheet = findWorksheet(id);
      return worksheet ? [[id, rows.map((row) => settleRow(workbook, worksheet, row))]] : [];
    }),
  );

/** A workbook whose every link leads somewhere. Applying it twice is the same as once. */
export const repairReferences = (workbook: Workbook): Workbook => {
  const ids = {
    segments: idsOf(workbook.segments),
    themes: idsOf(workbook.themes),
    evidence: idsOf(workbook.evidence),
    enablers: idsOf(workbook.enablers),
  };
  return {
    ...workbook,
    settings: {
      ...workbook.settings,
      focusId: known(ids.segments, workbook.settings.focusId),
      comparisonId: known(ids.segments, workbook.settings.comparisonId),
    },
    evidence: workbook.evidence.map((one) => ({ ...one, segmentId: known(ids.segments, one.segmentId) })),
    boards: workbook.boards.map((board) => keepKnownReferences(board, ids)),
    worksheets: settleWorksheets(workbook),
    plan: {
      ...workbook.plan,
      scenarios: {
        A: keepKnownInPlan(workbook.plan.scenarios.A, ids),
        B: keepKnownInPlan(workbook.plan.scenarios.B, ids),
      },
    },
  };
};
