/** The four levels at which customers are addressed, from a market down to a cluster of one. Source: CRM value chain. */
export const levels = [
  { value: 'market', label: 'Market' },
  { value: 'segment', label: 'Segment' },
  { value: 'cluster', label: 'Cluster' },
  { value: 'customer', label: 'Unique customer' },
] as const;
