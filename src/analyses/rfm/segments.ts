/** The segments of the map, best first, with what each asks for. Names are those of `rfm-map.sql`. */
export const rfmSegments = [
  { name: 'Champions', meaning: 'Bought lately and buy most often' },
  { name: 'Loyal', meaning: 'Buy often, if not in the last weeks' },
  { name: 'Potential Loyalist', meaning: 'Bought lately and more than once' },
  { name: 'New', meaning: 'First purchase just now' },
  { name: 'Promising', meaning: 'First purchase a little while ago' },
  { name: 'Need Attention', meaning: 'Average in both; about to decide' },
  { name: 'About to Sleep', meaning: 'Seldom, and it is a while ago' },
  { name: 'At Risk', meaning: 'Used to buy often, not for long' },
  { name: "Can't Lose Them", meaning: 'Were among the most frequent, and have stopped' },
  { name: 'Hibernating', meaning: 'Seldom and long ago' },
  { name: 'Lost', meaning: 'Once, and longest ago' },
] as const;
