import * as v from 'valibot';
import { collectBoard, createRenamer, renameIds, type BoardContent } from '../strategy/board-content.ts';
import { evidenceSchema, type Evidence } from '../strategy/records/evidence.ts';
import { segmentSchema, type Segment } from '../strategy/records/segment.ts';
import { swotBoardSchema, themeSchema } from '../strategy/records/swot.ts';
import { settingsSchema, type Workbook } from '../strategy/workbook.ts';
import { holdsEmailAddress, isPersonalField, namesCustomers } from './personal-fields.ts';

/** Version of the form of a link. */
export const sharedViewVersion = 1;

/** What a link carries: the place in the app with its settings, and perhaps one board with all it cites. Never customer rows. */
export const sharedViewSchema = v.strictObject({
  version: v.literal(sharedViewVersion),
  route: v.strictObject({ path: v.string(), query: v.record(v.string(), v.string()) }),
  settings: settingsSchema,
  segments: v.array(segmentSchema),
  themes: v.array(themeSchema),
  evidence: v.array(evidenceSchema),
  board: v.nullable(swotBoardSchema),
});

/** {@link sharedViewSchema}'s type. */
export type SharedView = v.InferOutput<typeof sharedViewSchema>;

/** What is to be shared. `boardId` null: the view alone. */
export interface ShareRequest {
  readonly route: { readonly path: string; readonly query: Readonly<Record<string, string>> };
  readonly workbook: Workbook;
  readonly boardId: string | null;
}

/** A view ready for a link, and sentences about what was left out of it. */
export interface PreparedShare {
  readonly view: SharedView;
  readonly notices: readonly string[];
}

const emptyBoard: BoardContent['board'] = { id: '', level: 'company', name: '', cards: [], pairs: [] };

/** Evidence keeps its number; a rule that names customers is taken out, and so are parameters that do. */
const withoutCustomers = (evidence: Evidence): Evidence => {
  const params = Object.fromEntries(
    Object.entries(evidence.params).filter(
      ([key, value]) => !isPersonalField(key) && !holdsEmailAddress(JSON.stringify(value) ?? ''),
    ),
  );
  const { comparison, ...rest } = { ...evidence, params };
  const rules = [evidence.predicate, comparison].filter((rule) => rule !== null && rule !== undefined);
  if (rules.some(namesCustomers)) return { ...rest, predicate: null, segmentId: null, ruleWithheld: true };
  return comparison ? { ...rest, comparison } : rest;
};

const cleanQuery = (query: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query).filter(
      ([key, value]) => key !== 'customer' && !isPersonalField(key) && !holdsEmailAddress(value),
    ),
  );

const segmentNotice = (segment: Segment): string =>
  `The segment “${segment.name}” lists customers one by one. Its rule stays here; the link goes without it.`;

/**
 * Prepares a view for a link: collects what the view and the board cite, gives short ids, and leaves out every rule, parameter
 * and query part that names customers, with a notice for each. Texts on cards are shared as they were written.
 */
export const prepareShare = ({ route, workbook, boardId }: ShareRequest): PreparedShare => {
  const collected = boardId === null ? undefined : collectBoard(workbook, boardId);
  const content = collected ?? { board: emptyBoard, segments: [], themes: [], evidence: [] };
  const { focusId, comparisonId } = workbook.settings;
  const cited = workbook.segments.filter(
    (one) =>
      one.id === focusId ||
      one.id === comparisonId ||
      content.segments.some((segment) => segment.id === one.id),
  );
  const segments = cited.filter((segment) => !namesCustomers(segment.predicate));
  const withheld = cited.filter((segment) => namesCustomers(segment.predicate));
  const isShared = (id: string | null): boolean => segments.some((segment) => segment.id === id);
  const keep = (id: string | null): string | null => (isShared(id) ? id : null);
  const query = cleanQuery(route.query);

  let counter = 0;
  const rename = createRenamer(() => (counter++).toString(36));
  const renamed = renameIds(
    {
      segments,
      themes: content.themes,
      evidence: content.evidence
        .map(withoutCustomers)
        .map((one) => ({ ...one, segmentId: keep(one.segmentId) })),
      board: {
        ...content.board,
        cards: content.board.cards.map((card) => ({ ...card, segmentId: keep(card.segmentId) })),
      },
    },
    rename,
  );
  const link = (id: string | null): string | null => (id !== null && isShared(id) ? rename(id) : null);
  const numbersOnly = renamed.evidence.filter((one) => one.ruleWithheld).length;
  const left = Object.keys(route.query).length - Object.keys(query).length;
  return {
    view: {
      version: sharedViewVersion,
      route: { path: route.path, query },
      settings: { ...workbook.settings, focusId: link(focusId), comparisonId: link(comparisonId) },
      segments: [...renamed.segments],
      themes: [...renamed.themes],
      evidence: [...renamed.evidence],
      board: collected ? renamed.board : null,
    },
    notices: [
      ...withheld.map(segmentNotice),
      ...(numbersOnly > 0
        ? [
            `${numbersOnly} pinned ${numbersOnly === 1 ? 'number rests' : 'numbers rest'} on named customers: shown as pinned, not checked again.`,
          ]
        : []),
      ...(left > 0 ? ['The customer shown on this page is not part of the link.'] : []),
    ],
  };
};
