/** A built-in sample company as the first screen shows it. */
export interface SampleCompany {
  readonly id: 'retailer' | 'supplier';
  /** Name of the invented company. */
  readonly title: string;
  /** What it is, in one line without a full stop. */
  readonly description: string;
  /** What it holds, in a few words each. */
  readonly facts: readonly string[];
}

/** The built-in sample companies, in the order in which they are offered. */
export const samples: readonly SampleCompany[] = [
  {
    id: 'retailer',
    title: 'Harrow & Vale',
    description: 'A British house of kitchenware and fine food that sells online and in shops',
    facts: [
      '20,000 customers',
      'orders with costs, 2023–2025',
      'tickets, surveys, campaigns, loyalty scheme',
    ],
  },
  {
    id: 'supplier',
    title: 'Calder Packaging',
    description: 'A supplier of packaging to 200 business accounts across Britain and Ireland',
    facts: ['200 accounts', 'orders with costs, 2023–2025', 'deals, visits, calls, contract reviews'],
  },
];
