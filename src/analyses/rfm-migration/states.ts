/** Bought before the day that is looked at, but not within the window. */
export const lapsed = 'Lapsed';
/** Had not bought at all by the earlier day. */
export const notYet = 'Not yet a customer';

/** The segments of the RFM map in which customers are well, best first. House rule. */
const wellSegments = [
  'Champions',
  'Loyal',
  'Potential Loyalist',
  'New',
  'Promising',
  'Need Attention',
] as const;

/** The segments in which customers slip away, the nearest first, and after them those who are gone from the window. */
const slippingStates = [
  'About to Sleep',
  'At Risk',
  "Can't Lose Them",
  'Hibernating',
  'Lost',
  lapsed,
] as const;

/** Where customers can stand, best first. */
export const states: readonly string[] = [...wellSegments, ...slippingStates];

const well: ReadonlySet<string> = new Set(wellSegments);
const slipping: ReadonlySet<string> = new Set(slippingStates);

/** What a move means: customers slip away, are won back, or neither. */
export const toneOf = (from: string, to: string): 'better' | 'same' | 'worse' => {
  if (well.has(from) && slipping.has(to)) return 'worse';
  return slipping.has(from) && well.has(to) ? 'better' : 'same';
};
