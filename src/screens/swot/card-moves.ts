import { quadrants, type Card, type Quadrant } from '../../strategy/records/swot.ts';
import { quadrantWords } from './quadrant-words.ts';

/** One way to move a card without dragging it. */
export interface CardMove {
  readonly label: string;
  readonly quadrant: Quadrant;
  /** Position among the cards of that quadrant after the move, 0 first. */
  readonly index: number;
}

/** The moves of a card among the cards of its board: up and down within its quadrant, and to the end of another. */
export const cardMoves = (card: Card, cards: readonly Card[]): readonly CardMove[] => {
  const peers = cards.filter((one) => one.quadrant === card.quadrant);
  const at = peers.findIndex((one) => one.id === card.id);
  const within = [
    ...(at > 0 ? [{ label: 'Move up', quadrant: card.quadrant, index: at - 1 }] : []),
    ...(at < peers.length - 1 ? [{ label: 'Move down', quadrant: card.quadrant, index: at + 1 }] : []),
  ];
  const across = quadrants
    .filter((quadrant) => quadrant !== card.quadrant)
    .map((quadrant) => ({
      label: `Move to ${quadrantWords[quadrant].title}`,
      quadrant,
      index: cards.filter((one) => one.quadrant === quadrant).length,
    }));
  return [...within, ...across];
};

/** A card's text as a short plain label: first line, Markdown marks left out, at most so many characters. */
export const cardLabel = (text: string, most = 60): string => {
  const line = text
    .split('\n')
    .map((one) =>
      one
        .replace(/^[\s#>*+-]+/, '')
        .replaceAll(/[*_`~]|\[|\]\([^)]*\)/g, '')
        .trim(),
    )
    .find((one) => one !== '');
  if (!line) return 'Empty card';
  return line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line;
};
