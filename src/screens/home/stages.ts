import type { Headline } from '../../analyses/analysis.ts';
import { findAnalysis, type AnalysisId } from '../../analyses/registry.ts';
import type { Formats } from '../../core/format/formats.ts';
import { boxState } from '../../strategy/chain/box-state.ts';
import { frameworks } from '../../strategy/chain/frameworks.ts';
import type { Workbook } from '../../strategy/workbook.ts';
import { chain } from '../../strategy/worksheets/kinds/chain.ts';
import { rowsOf } from '../../strategy/worksheets/rows.ts';

/** A headline number that a stage shows. */
interface StageFigure {
  readonly id: AnalysisId;
  readonly key: string;
  readonly label: string;
  /** The label of exactly one. */
  readonly one?: string;
  /** Said in place of the number when the data can't tell it; without it the line is left out. */
  readonly unknown?: string;
}

/** One of the five primary stages of the CRM value chain (Buttle), its phase, what it answers and where it leads. */
export interface Stage {
  readonly key: string;
  readonly label: string;
  readonly phase: 'analysis' | 'resources' | 'implementation';
  /** Before data are loaded the stage explains itself. */
  readonly explains: string;
  readonly path: string;
  /** Headline numbers shown: analysis and key. */
  readonly shows: readonly StageFigure[];
}

/** The five primary stages in three phases. */
export const stages: readonly Stage[] = [
  {
    key: 'portfolio',
    label: 'Customer portfolio analysis',
    phase: 'analysis',
    explains: 'Who is worth what, and how much hangs on how few',
    path: '/portfolio',
    shows: [
      { id: 'overview', key: 'customers', label: 'customers', one: 'customer' },
      { id: 'overview', key: 'revenue', label: 'revenue' },
      { id: 'concentration', key: 'top10Share', label: 'from the best tenth' },
    ],
  },
  {
    key: 'intimacy',
    label: 'Customer intimacy',
    phase: 'analysis',
    explains: 'Who they are: groups by behaviour, rules and attributes',
    path: '/rfm',
    shows: [
      { id: 'rfm', key: 'champions-customers', label: 'champions', one: 'champion' },
      { id: 'rfm', key: 'at-risk-customers', label: 'at risk' },
      { id: 'rfm', key: 'hibernating-customers', label: 'hibernating' },
    ],
  },
  {
    key: 'network',
    label: 'Network development',
    phase: 'resources',
    explains: 'Who brings others: advocates and referrals',
    path: '/journey',
    shows: [
      { id: 'value-ladder', key: 'rung-6-customers', label: 'loyal customers', one: 'loyal customer' },
      { id: 'value-ladder', key: 'rung-6-revenue-share', label: 'of revenue from them' },
      {
        id: 'value-ladder',
        key: 'rung-7-customers',
        label: 'advocates',
        one: 'advocate',
        unknown: 'advocates: no referrals or reviews yet',
      },
    ],
  },
  {
    key: 'proposition',
    label: 'Value proposition development',
    phase: 'resources',
    explains: 'Strengths, chances and answers that cite live numbers',
    path: '/swot',
    shows: [],
  },
  {
    key: 'lifecycle',
    label: 'Managing the customer lifecycle',
    phase: 'implementation',
    explains: 'Who comes back, and where customers stand on the ladder',
    path: '/journey',
    shows: [
      { id: 'overview', key: 'repeatRate', label: 'buy again' },
      { id: 'cohort-retention', key: 'retention12', label: 'active a year on' },
      { id: 'value-ladder', key: 'lapsed-share', label: 'of buyers lapsed' },
    ],
  },
];

/** The analyses that the home picture asks for. */
export const homeAnalyses: readonly AnalysisId[] = [
  ...new Set(stages.flatMap((stage) => stage.shows.map(({ id }) => id))),
];

/** A line of a stage: figure and what it is. */
export interface StageLine {
  readonly label: string;
  readonly text: string;
}

const headlineOf = (
  id: AnalysisId,
  key: string,
  values: ReadonlyMap<AnalysisId, unknown>,
): Headline | undefined => {
  const value = values.get(id);
  if (value === undefined) return undefined;
  return findAnalysis(id)
    ?.headlines(value as never)
    .find((headline) => headline.key === key);
};

/** The live lines of a stage; one without a figure says so where that matters, else it is left out. */
export const stageLines = (
  stage: Stage,
  values: ReadonlyMap<AnalysisId, unknown>,
  formats: Formats,
): readonly StageLine[] =>
  stage.shows.flatMap(({ id, key, label, one, unknown }) => {
    const headline = headlineOf(id, key, values);
    if (headline === undefined) return [];
    if (headline.value !== null)
      return [
        {
          label: headline.value === 1 ? (one ?? label) : label,
          text: formats.compact(headline.value, headline.unit),
        },
      ];
    return unknown === undefined ? [] : [{ label: unknown, text: '–' }];
  });

const plural = (count: number, word: string): StageLine => ({
  text: String(count),
  label: count === 1 ? word : `${word}s`,
});

/** The scores of a stage in the record of the value chain; none while nobody scored. */
export const scoreLines = (stage: Stage, workbook: Workbook, formats: Formats): readonly StageLine[] => {
  const box = frameworks.find(({ key }) => key === 'stages')?.boxes.find(({ key }) => key === stage.key);
  const { now, goal } = boxState(box?.places ?? [], rowsOf(workbook, chain), []);
  if (now === null) return [];
  const wanted = goal === null ? '' : `, goal ${formats.value(goal, 'points')}`;
  return [{ text: `${formats.value(now, 'points')} of 5`, label: `how well it is done${wanted}` }];
};

/** The lines of the proposition stage come from the strategy documents: cards, pinned numbers, answers. */
export const propositionLines = (workbook: Workbook): readonly StageLine[] => {
  const cards = workbook.boards.reduce((sum, board) => sum + board.cards.length, 0);
  const pairs = workbook.boards.reduce((sum, board) => sum + board.pairs.length, 0);
  return [
    plural(cards, 'SWOT card'),
    plural(workbook.evidence.length, 'pinned number'),
    plural(pairs, 'TOWS answer'),
  ];
};
