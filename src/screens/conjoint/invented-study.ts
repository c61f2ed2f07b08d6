import { createRandom } from '../../core/numeric/random.ts';

const attributes = [
  { name: 'Price a month', levels: ['€19', '€29', '€39'] },
  { name: 'Delivery', levels: ['weekly', 'fortnightly', 'monthly'] },
  { name: 'Roast', levels: ['mild', 'medium', 'dark'] },
  { name: 'Cancelling', levels: ['any time', 'after a year'] },
] as const;

/** What three kinds of invented respondents like, in points of a scale from 0 to 10, and how common they are. */
const tastes = [
  {
    share: 5,
    worths: [
      [1.9, 0.1, -2],
      [0.2, 0.3, -0.5],
      [0.1, 0.2, -0.3],
      [0.4, -0.4],
    ],
  },
  {
    share: 3,
    worths: [
      [0.5, 0.1, -0.6],
      [0.4, 0.2, -0.6],
      [0.2, 0.3, -0.5],
      [1.5, -1.5],
    ],
  },
  {
    share: 4,
    worths: [
      [0.5, 0.2, -0.7],
      [0.9, 0.1, -1],
      [-1.3, 0, 1.3],
      [0.3, -0.3],
    ],
  },
] as const;

const respondents = 120;

/** Every price with every delivery, each with one roast (a Latin square), and both ways to cancel: 18 cards that stay apart. */
const cards = [0, 1, 2].flatMap((price) =>
  [0, 1, 2].flatMap((delivery) =>
    [0, 1].map((cancelling) => [price, delivery, (price + delivery) % 3, cancelling]),
  ),
);

const row = (cells: readonly (string | number)[]): string => cells.join('\t');

/** A made-up study of coffee by subscription, as the two tables that a user would paste; the same every time. */
export const inventedStudy = (): { readonly cards: string; readonly ratings: string } => {
  const random = createRandom(1971);
  const cardRows = cards.map((card, at) =>
    row([`Card ${at + 1}`, ...card.map((level, place) => attributes[place]?.levels[level] ?? '')]),
  );
  const rateAll = (): readonly number[] => {
    const taste = tastes[random.weighted(tastes.map(({ share }) => share))] ?? tastes[0];
    const leaning = 5 + 0.7 * random.normal();
    return cards.map((card) => {
      const liking = card.reduce((sum, level, place) => sum + (taste.worths[place]?.[level] ?? 0), leaning);
      return Math.min(10, Math.max(0, Math.round(liking + random.normal())));
    });
  };
  const ratingRows = Array.from({ length: respondents }, (_, at) => row([`R${at + 1}`, ...rateAll()]));
  return {
    cards: [row(['Card', ...attributes.map(({ name }) => name)]), ...cardRows].join('\n'),
    ratings: [row(['Respondent', ...cards.map((_, at) => `Card ${at + 1}`)]), ...ratingRows].join('\n'),
  };
};
