import { planted } from './planted.ts';

/** A sector that the supplier sells to. */
export interface Sector {
  readonly name: string;
  /** Relative number of accounts. */
  readonly weight: number;
  /** Yearly change of what its accounts buy. */
  readonly growth: number;
  /** What firms of the sector call themselves. */
  readonly trades: readonly [string, string, string, string];
}

const { growingSector, shrinkingSector } = planted;

/** All sectors of the supplier. */
export const sectors: readonly Sector[] = [
  { name: 'Food and drink', weight: 26, growth: 0.03, trades: ['Foods', 'Bakery', 'Brewing', 'Creamery'] },
  {
    name: growingSector.sector,
    weight: 20,
    growth: growingSector.growth,
    trades: ['Direct', 'Mail Order', 'Online', 'Boxes'],
  },
  { name: 'Pharmacy', weight: 14, growth: 0.05, trades: ['Pharma', 'Laboratories', 'Health', 'Vitamins'] },
  { name: 'Engineering', weight: 18, growth: 0, trades: ['Engineering', 'Fasteners', 'Tools', 'Castings'] },
  { name: 'Cosmetics', weight: 10, growth: 0.06, trades: ['Beauty', 'Soap', 'Fragrance', 'Skincare'] },
  {
    name: shrinkingSector.sector,
    weight: 12,
    growth: shrinkingSector.growth,
    trades: ['Print Works', 'Press', 'Bindery', 'Stationers'],
  },
];

const rivers = [
  'Aire',
  'Bramley',
  'Calder Vale',
  'Derwent',
  'Eden',
  'Farnley',
  'Goyt',
  'Hebden',
  'Irwell',
  'Kirkstall',
  'Lune',
  'Marple',
  'Nidd',
  'Ouse',
  'Pendle',
  'Ribble',
  'Saddleworth',
  'Tame',
  'Ure',
  'Wharfe',
];

/** Name of the `position`-th invented firm of a sector (0–79): a river or place of the north, and a trade. */
export const firmName = (sector: Sector, position: number): string =>
  `${rivers[(position * 7) % rivers.length] ?? ''} ${sector.trades[Math.floor(position / rivers.length) % 4] ?? ''}`;
