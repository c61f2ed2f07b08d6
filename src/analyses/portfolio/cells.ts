import type { PortfolioCell, PriceCell } from '../../models/portfolio/portfolio-cell.ts';

/** What to do about customers, in the order in which it is shown. */
export const cellNames: readonly PortfolioCell[] = ['retain', 'grow', 'maintain', 'divest'];

/** Shapiro's four, in the order in which they are shown. */
export const priceCellNames: readonly PriceCell[] = [
  'carriage trade',
  'passive',
  'aggressive',
  'bargain basement',
];

/** A part of the portfolio in words. */
interface CellWords {
  readonly title: string;
  /** Who is in it. */
  readonly who: string;
  /** What to do. */
  readonly play: string;
}

/** The cells of the portfolio in words. */
export const cellWords: Readonly<Record<PortfolioCell, CellWords>> = {
  retain: {
    title: 'Retain',
    who: 'Valuable, slipping away',
    play: 'Find out what went wrong, and win them back in person',
  },
  grow: {
    title: 'Grow',
    who: 'Valuable, staying, cheap to serve',
    play: 'Sell across the range; ask for introductions',
  },
  maintain: {
    title: 'Maintain',
    who: 'Valuable but dear to serve, or of little value and cheap',
    play: 'Keep the service as it is; move the dear ones to cheaper ways',
  },
  divest: {
    title: 'Divest or re-price',
    who: 'Of little value, dear to serve',
    play: 'Other terms first: order minimum, surcharge, self-service',
  },
};

/** Shapiro's four in words. */
export const priceCellWords: Readonly<Record<PriceCell, CellWords>> = {
  'carriage trade': {
    title: 'Carriage trade',
    who: 'Pay well, dear to serve',
    play: 'Keep the service that they pay for',
  },
  passive: {
    title: 'Passive',
    who: 'Pay well, cheap to serve',
    play: 'Protect: they earn most and ask least',
  },
  aggressive: {
    title: 'Aggressive',
    who: 'Pay little, dear to serve',
    play: 'Renegotiate price or service',
  },
  'bargain basement': {
    title: 'Bargain basement',
    who: 'Pay little, cheap to serve',
    play: 'Keep simple; let them serve themselves',
  },
};
