import { quadrants, type Card, type Quadrant, type SwotBoard } from '../records/swot.ts';
import { groupJudgement, type GroupJudgement } from './group-judgement.ts';

/** How weights are given: by dots, or by judging pairs. */
export type Weighing = 'votes' | 'pairs';

/** Weights of a board's cards within their quadrants and over all. */
export interface CardWeights {
  /** Weight of a card within its quadrant, by its id; a quadrant's add up to 1. Cards of quadrants without weights are missing. */
  readonly local: ReadonlyMap<string, number>;
  /** Quadrant weight × local weight; adds up to 1 over the quadrants that are weighed. */
  readonly global: ReadonlyMap<string, number>;
  /** How the judgements of each quadrant stand; of the quadrants among themselves under `all`. */
  readonly judgements: Readonly<Record<Quadrant | 'all', GroupJudgement>>;
}

/** Dots that a card got from everyone. */
export const votesOf = ({ votes = {} }: Pick<Card, 'votes'>): number =>
  Object.values(votes).reduce((sum, dots) => sum + dots, 0);

const byVotes = (cards: readonly Card[]): readonly number[] | null => {
  const all = cards.reduce((sum, card) => sum + votesOf(card), 0);
  return all === 0 ? null : cards.map((card) => votesOf(card) / all);
};

/** The quadrants' own weights: judged by pairs when all are, else alike. By dots they are alike. */
const quadrantWeights = (
  judgement: GroupJudgement,
  weighing: Weighing,
  weighed: readonly Quadrant[],
): ReadonlyMap<Quadrant, number> => {
  const judged = weighing === 'pairs' ? judgement.hierarchy?.weights : undefined;
  const raw = weighed.map((quadrant) => judged?.[quadrants.indexOf(quadrant)] ?? 1);
  const sum = raw.reduce((total, value) => total + value, 0);
  return new Map(weighed.map((quadrant, at) => [quadrant, (raw[at] as number) / sum]));
};

/** Weights by dots or by pairs. A lone card of a quadrant has all its weight. */
export const cardWeights = (board: SwotBoard, weighing: Weighing): CardWeights => {
  const comparisons = board.comparisons ?? [];
  const cardsOf = (quadrant: Quadrant): readonly Card[] =>
    board.cards.filter((card) => card.quadrant === quadrant);
  const judged = (quadrant: Quadrant): GroupJudgement =>
    groupJudgement(
      cardsOf(quadrant).map(({ id }) => id),
      comparisons,
    );
  const judgements = {
    strengths: judged('strengths'),
    weaknesses: judged('weaknesses'),
    opportunities: judged('opportunities'),
    threats: judged('threats'),
    all: groupJudgement(quadrants, comparisons),
  };
  const local = new Map<string, number>();
  for (const quadrant of quadrants) {
    const cards = cardsOf(quadrant);
    const weights =
      cards.length === 1
        ? [1]
        : weighing === 'votes'
          ? byVotes(cards)
          : judgements[quadrant].hierarchy?.weights;
    cards.forEach((card, at) => {
      if (weights) local.set(card.id, weights[at] as number);
    });
  }
  const weighed = quadrants.filter((quadrant) => cardsOf(quadrant).some(({ id }) => local.has(id)));
  const own = quadrantWeights(judgements.all, weighing, weighed);
  const global = new Map(
    board.cards.flatMap((card) => {
      const weight = local.get(card.id);
      return weight === undefined ? [] : [[card.id, weight * (own.get(card.quadrant) ?? 0)] as const];
    }),
  );
  return { local, global, judgements };
};
