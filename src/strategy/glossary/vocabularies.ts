/** The trades whose words the app can speak. The texts are written for a shop. */
export const vocabularyKeys = ['shop', 'finance', 'health'] as const;

/** One of {@link vocabularyKeys}. */
export type VocabularyKey = (typeof vocabularyKeys)[number];

/** The words of a trade: what takes the place of each of the shop's, singular and plural alike. */
export interface Vocabulary {
  readonly title: string;
  /** What it is for, in a sentence. */
  readonly detail: string;
  /** Longer words first where one begins with another; in lower case. */
  readonly words: Readonly<Record<string, string>>;
}

/** Three vocabularies. “Order” for a sequence (“in order of value”) is left alone. */
export const vocabularies: Readonly<Record<VocabularyKey, Vocabulary>> = {
  shop: {
    title: 'Shop',
    detail: 'Customers place orders for products and bring revenue.',
    words: {},
  },
  finance: {
    title: 'Finance',
    detail: 'Clients make transactions and bring income.',
    words: {
      'an order': 'a transaction',
      'buy again': 'come back',
      'buys again': 'comes back',
      'bought again': 'came back',
      customers: 'clients',
      customer: 'client',
      buyers: 'clients',
      buyer: 'client',
      orders: 'transactions',
      order: 'transaction',
      purchases: 'transactions',
      purchase: 'transaction',
      revenue: 'income',
    },
  },
  health: {
    title: 'Health',
    detail: 'Patients come for visits and treatments; income follows from them.',
    words: {
      'an order': 'a visit',
      'buy again': 'come again',
      'buys again': 'comes again',
      'bought again': 'came again',
      bought: 'visited',
      buys: 'visits',
      buy: 'visit',
      customers: 'patients',
      customer: 'patient',
      buyers: 'patients',
      buyer: 'patient',
      orders: 'visits',
      order: 'visit',
      purchases: 'visits',
      purchase: 'visit',
      products: 'treatments',
      product: 'treatment',
      revenue: 'income',
    },
  },
};
