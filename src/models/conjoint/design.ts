import type { Predictor } from '../estimation/predictor.ts';
import { numberAt } from '../estimation/number-at.ts';

/** A property of the offers in a study, with the forms it takes. */
export interface Attribute {
  readonly name: string;
  readonly levels: readonly string[];
}

/** An offer: for each attribute, in order, the index of its level. */
export type Composition = readonly number[];

/** What was put before the respondents: offers ("cards") composed of levels. */
export interface ConjointDesign {
  readonly attributes: readonly Attribute[];
  readonly cards: readonly Composition[];
}

const effect = (level: number, column: number, last: number): number => {
  if (level === last) return -1;
  return level === column ? 1 : 0;
};

/**
 * The cards in effects coding: a column for each level but the last of its attribute, 1 where the card has the level, −1
 * where it has the last one, 0 otherwise, so that the part-worths of an attribute add up to 0 (Green and Rao 1971).
 */
export const effectsColumns = ({ attributes, cards }: ConjointDesign): readonly Predictor[] =>
  attributes.flatMap(({ name, levels }, place) =>
    levels.slice(0, -1).map((level, column) => ({
      name: `${name}: ${level}`,
      values: cards.map((card) => effect(numberAt(card, place), column, levels.length - 1)),
    })),
  );
