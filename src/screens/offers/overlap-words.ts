import type { OfferOverlap } from '../../strategy/worksheets/overlapping-offers.ts';

/** Why two offers collide. */
export const overlapWords: Readonly<Record<OfferOverlap['why'], string>> = {
  silence: 'One of them is to say nothing',
  exclusive: 'One of them is to stand alone',
  same: 'Both go to the same customers',
};

/** What the collisions amount to. `known`: customers in both, where they are counted. */
export const overlapFinding = (pairs: number, known: readonly number[]): string => {
  if (pairs === 0) return 'No two offers collide';
  const most = Math.max(0, ...known);
  const words = pairs === 1 ? 'One pair of offers collides' : `${pairs} pairs of offers collide`;
  return known.length === 0 ? words : `${words}, the largest on ${most.toLocaleString('en-GB')} customers`;
};
