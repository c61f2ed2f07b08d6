import type { Row } from '../../data/row.ts';
import { shareDifference } from '../../models/claims/share-difference.ts';
import { wilsonInterval } from '../../models/statistics/wilson-interval.ts';
import { numberOf, ratioOf } from '../cells.ts';
import type { ServiceShare, ShareKey } from './result.ts';

/** A share of things of which it is known. */
export interface KnownShare {
  readonly known: number;
  readonly kept: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** A share with Wilson's interval; all null where nothing is known. */
export const knownShare = (kept: number, known: number): KnownShare => {
  const interval = wilsonInterval(kept, known);
  return {
    known,
    kept,
    value: ratioOf(kept, known),
    low: interval?.low ?? null,
    high: interval?.high ?? null,
  };
};

/** The rows of focus and comparison that hold a share's two counts, and the names of these. */
export interface ShareSource {
  readonly key: ShareKey;
  readonly focus: Row | undefined;
  readonly others: Row | undefined;
  readonly known: string;
  readonly kept: string;
}

/** A share beside the comparison's, with Newcombe's interval of the difference. */
export const besideOthers = ({ key, focus, others, known, kept }: ShareSource): ServiceShare => {
  const own = knownShare(numberOf(focus, kept), numberOf(focus, known));
  const theirs = others ? knownShare(numberOf(others, kept), numberOf(others, known)) : null;
  const effect =
    theirs &&
    shareDifference(
      { successes: own.kept, trials: own.known },
      { successes: theirs.kept, trials: theirs.known },
    );
  return {
    key,
    ...own,
    others: theirs,
    difference: effect?.value ?? null,
    differenceLow: effect?.low ?? null,
    differenceHigh: effect?.high ?? null,
  };
};
