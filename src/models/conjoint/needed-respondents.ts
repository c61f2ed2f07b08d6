import type { ConjointDesign } from './design.ts';

/**
 * Respondents that a study should have at least: 500·c/(t·a), where c is the most levels of an attribute and t·a the offers that
 * a respondent judges; with ratings, the cards (Johnson and Orme's rule of thumb, Orme 2010). 0 without cards.
 */
export const neededRespondents = ({ attributes, cards }: ConjointDesign): number =>
  cards.length === 0
    ? 0
    : Math.ceil((500 * Math.max(0, ...attributes.map(({ levels }) => levels.length))) / cards.length);
