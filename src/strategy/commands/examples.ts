import type { Evidence } from '../records/evidence.ts';
import type { SwotBoard } from '../records/swot.ts';
import type { WorksheetRow } from '../records/worksheet.ts';
import { settleBoard } from '../swot/settle-board.ts';
import type { ExampleRow, StrategyExample } from '../templates/examples/example.ts';
import type { Workbook } from '../workbook.ts';
import type { Field } from '../worksheets/field.ts';
import { findWorksheet } from '../worksheets/registry.ts';
import { blankRow } from '../worksheets/rows.ts';
import type { Worksheet } from '../worksheets/worksheet.ts';
import type { Command } from './command.ts';
import { findById, replaceBoard } from './find.ts';
import { addPlanLine } from './plan-lines.ts';
import { addRows } from './worksheets.ts';

/** What a run said of a number that an example rests on. */
export type LookedUpNumber = Pick<Evidence, 'params' | 'label' | 'unit' | 'value' | 'asOf' | 'fingerprint'>;

/** Ids of what comes along, by kind and key. */
type IdOf = (kind: string, key: string) => string;

/** Gives each key of each kind one new id, made when it is first asked for. */
const idsBy = (newId: () => string): IdOf => {
  const ids = new Map<string, string>();
  return (kind, key) => {
    const known = ids.get(`${kind}/${key}`);
    if (known !== undefined) return known;
    const id = newId();
    ids.set(`${kind}/${key}`, id);
    return id;
  };
};

const linked = (field: Field | undefined, value: ExampleRow['values'][string], idOf: IdOf): unknown => {
  if (field?.kind === 'segment' && typeof value === 'string') return idOf('segment', value);
  if (field?.kind === 'row' && typeof value === 'string') return idOf(field.worksheet, value);
  if (field?.kind === 'assessed' && typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([who, score]) => [idOf('assessor', who), score]));
  return value;
};

const rowOf = (worksheet: Worksheet, row: ExampleRow, at: number, parts: Parts): WorksheetRow => ({
  ...blankRow(
    worksheet,
    parts.idOf(worksheet.id, row.key ?? `row ${at}`),
    Object.fromEntries(
      Object.entries(row.values).map(([key, value]) => [
        key,
        linked(worksheet.fields[key], value, parts.idOf),
      ]),
    ),
  ),
  owner: row.owner ?? '',
  evidenceIds: parts.pinned(row.numbers),
});

interface Parts {
  readonly idOf: IdOf;
  /** Ids of those of the numbers that were looked up. */
  readonly pinned: (numbers: readonly string[] | undefined) => string[];
}

const evidenceOf = (
  example: StrategyExample,
  looked: ReadonlyMap<string, LookedUpNumber>,
  idOf: IdOf,
): readonly Evidence[] =>
  Object.entries(example.numbers).flatMap(([key, { analysisId, headlineKey, segment, claim }]) => {
    const found = looked.get(key);
    if (!found) return [];
    const about = example.segments.find((one) => one.key === segment);
    return [
      {
        id: idOf('number', key),
        analysisId,
        headlineKey,
        ...found,
        segmentId: about ? idOf('segment', about.key) : null,
        segmentName: about?.name ?? 'All customers',
        predicate: about?.predicate ?? null,
        claim: { ...claim },
      },
    ];
  });

const freeName = (wanted: string, taken: readonly string[]): string => {
  let name = wanted;
  for (let count = 2; taken.includes(name); count += 1) name = `${wanted} ${count}`;
  return name;
};

/** The company’s board; one is added where there is none. */
const companyBoard = (draft: Workbook, idOf: IdOf): SwotBoard => {
  const known = draft.boards.findIndex(({ level }) => level === 'company');
  if (known < 0)
    draft.boards.push({
      id: idOf('board', 'company'),
      level: 'company',
      name: 'Our company',
      cards: [],
      pairs: [],
    });
  return draft.boards.at(known) as SwotBoard;
};

const fillBoard = (draft: Workbook, example: StrategyExample, { idOf, pinned }: Parts): void => {
  const board = companyBoard(draft, idOf);
  for (const { key, quadrant, text, theme, impact, segment, numbers } of example.cards)
    board.cards.push({
      id: idOf('card', key),
      quadrant,
      text,
      impact,
      themeId: findById(draft.themes, theme)?.id ?? null,
      segmentId: segment === undefined ? null : idOf('segment', segment),
      evidenceIds: pinned(numbers),
    });
  for (const { internal, external, text } of example.answers)
    board.pairs.push({
      id: idOf('answer', `${internal}/${external}`),
      internalCardId: idOf('card', internal),
      externalCardId: idOf('card', external),
      text,
    });
  board.crossings = [
    ...(board.crossings ?? []),
    ...example.crossings.map(([internal, external, rating]) => ({
      internalCardId: idOf('card', internal),
      externalCardId: idOf('card', external),
      rating,
    })),
  ];
  replaceBoard(draft, settleBoard(board));
};

const fillPlan = (draft: Workbook, example: StrategyExample, { idOf, pinned }: Parts): void => {
  const { plan } = draft;
  example.lines.forEach(({ segment, numbers, assumptions, ...line }, at) => {
    addPlanLine(plan.scenario, {
      ...line,
      id: idOf('line', String(at)),
      segmentId: idOf('segment', segment),
      evidenceIds: pinned(numbers),
      assumptions: assumptions.map(({ text, number }, nth) => ({
        id: idOf('assumption', `${at}/${nth}`),
        text,
        evidenceId: number === undefined ? null : idOf('number', number),
      })),
    }).apply(draft);
  });
  const { gates } = plan.scenarios[plan.scenario];
  example.gates.forEach((gate, at) => {
    const known = gates[at];
    if (known?.day === null && known.criterion.trim() === '') Object.assign(known, gate);
  });
};

/**
 * Adds a worked example to what is there, as one change: segments, the company’s board, worksheets, plan and gates that were not set. Nothing
 * that is there is changed. `looked` holds the numbers that were looked up, by their keys in the example; what rests on others
 * comes without them.
 */
export const fillExample = (
  example: StrategyExample,
  newId: () => string,
  looked: ReadonlyMap<string, LookedUpNumber> = new Map(),
): Command => {
  const idOf = idsBy(newId);
  const parts: Parts = {
    idOf,
    pinned: (numbers = []) => numbers.filter((key) => looked.has(key)).map((key) => idOf('number', key)),
  };
  return {
    label: 'Fill in the worked example',
    apply: (draft) => {
      if (example.segments.some(({ key }) => findById(draft.segments, idOf('segment', key)))) return;
      draft.evidence.push(...evidenceOf(example, looked, idOf));
      for (const { key, name, note, predicate } of example.segments)
        draft.segments.push({
          id: idOf('segment', key),
          name: freeName(
            name,
            draft.segments.map((one) => one.name),
          ),
          note,
          predicate,
        });
      for (const [key, name] of Object.entries(example.assessors))
        draft.assessors.push({ id: idOf('assessor', key), name });
      fillBoard(draft, example, parts);
      for (const [id, rows] of Object.entries(example.worksheets)) {
        const worksheet = findWorksheet(id);
        if (worksheet)
          addRows(
            id,
            rows.map((row, at) => rowOf(worksheet, row, at, parts)),
          ).apply(draft);
      }
      fillPlan(draft, example, parts);
    },
  };
};

/** Whether a workbook holds an example already: a segment with each of its rules, and its plan. */
export const holdsExample = (workbook: Workbook, example: StrategyExample): boolean => {
  const rules = workbook.segments.map(({ predicate }) => JSON.stringify(predicate));
  const titles = Object.values(workbook.plan.scenarios).flatMap(({ lines }) =>
    lines.map(({ title }) => title),
  );
  return (
    example.segments.every(({ predicate }) => rules.includes(JSON.stringify(predicate))) &&
    example.lines.every(({ title }) => titles.includes(title))
  );
};
