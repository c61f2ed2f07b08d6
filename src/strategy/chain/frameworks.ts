import { chainPlaces, type ChainPlace } from './places.ts';

/** A box of a framework: the places that it covers. */
export interface FrameworkBox {
  readonly key: string;
  readonly label: string;
  /** What belongs there, in a few words. */
  readonly detail: string;
  readonly places: readonly ChainPlace[];
  /** It carries the others and is not a step between them. */
  readonly isSupport?: true;
  /** Supporting condition that it stands for. */
  readonly enablerId?: string;
}

/** A published way to divide customer strategy. */
export interface Framework {
  readonly key: string;
  readonly title: string;
  /** Short name, for a tab. */
  readonly short: string;
  readonly boxes: readonly FrameworkBox[];
  readonly source: string;
}

const lifecycle = ['acquisition', 'onboarding', 'engagement', 'retention', 'advocacy'] as const;

/** The four frameworks through which one plan is seen. */
export const frameworks: readonly Framework[] = [
  {
    key: 'processes',
    title: 'Three core processes and what enables them',
    short: 'Three processes',
    boxes: [
      {
        key: 'analyse',
        label: 'Analyse opportunities',
        detail: 'Markets, segments, clusters and customers that are worth it',
        places: ['business-strategy', 'customer-strategy', 'portfolio', 'intimacy'],
      },
      {
        key: 'develop',
        label: 'Develop offers',
        detail: 'What is promised to whom, with whom and through which channel',
        places: ['network', 'proposition', 'channels'],
      },
      {
        key: 'manage',
        label: 'Manage the journey',
        detail: 'Win, grow and keep the customers that earn',
        places: lifecycle,
      },
      {
        key: 'data',
        label: 'Data and analytics',
        detail: 'What is known, and what is learnt from it',
        places: ['information', 'measurement'],
        isSupport: true,
        enablerId: 'data-and-analytics',
      },
    ],
    source: 'CRM value chain of Buttle, Jones and Stone: three core processes, five enablers.',
  },
  {
    key: 'stages',
    title: 'Five primary stages to customer profitability',
    short: 'Five stages',
    boxes: [
      {
        key: 'portfolio',
        label: 'Customer portfolio analysis',
        detail: 'Who is worth what',
        places: ['portfolio'],
      },
      {
        key: 'intimacy',
        label: 'Customer intimacy',
        detail: 'Who they are and what they need',
        places: ['intimacy'],
      },
      {
        key: 'network',
        label: 'Network development',
        detail: 'Suppliers, partners, owners, employees, channels',
        places: ['network', 'channels'],
      },
      {
        key: 'proposition',
        label: 'Value proposition development',
        detail: 'What the chosen customers are offered',
        places: ['proposition'],
      },
      {
        key: 'lifecycle',
        label: 'Managing the customer lifecycle',
        detail: 'Winning, keeping, growing',
        places: lifecycle,
      },
      {
        key: 'conditions',
        label: 'Supporting conditions',
        detail: 'Leadership, information, measures',
        places: ['business-strategy', 'customer-strategy', 'information', 'measurement'],
        isSupport: true,
      },
    ],
    source: 'Classic CRM value chain (Buttle 2004): two stages analyse, two build resources, one implements.',
  },
  {
    key: 'lifecycle',
    title: 'Five stages of a customer’s life',
    short: 'Customer’s life',
    boxes: [
      {
        key: 'acquisition',
        label: 'Acquisition',
        detail: 'Campaigns, leads, prospecting',
        places: ['acquisition'],
      },
      { key: 'onboarding', label: 'Onboarding', detail: 'Welcome, set-up, training', places: ['onboarding'] },
      {
        key: 'engagement',
        label: 'Engagement',
        detail: 'Support, preference, loyalty',
        places: ['engagement'],
      },
      {
        key: 'retention',
        label: 'Retention',
        detail: 'Customers at risk, feedback, growth',
        places: ['retention'],
      },
      { key: 'advocacy', label: 'Advocacy', detail: 'Reviews, community, referrals', places: ['advocacy'] },
    ],
    source: 'Five-stage customer lifecycle: what the customer goes through, not what the organisation is.',
  },
  {
    key: 'strategic',
    title: 'Five strategic processes',
    short: 'Strategic processes',
    boxes: [
      {
        key: 'strategy',
        label: 'Strategy development',
        detail: 'Business strategy and customer strategy',
        places: ['business-strategy', 'customer-strategy', 'portfolio'],
      },
      {
        key: 'value',
        label: 'Value creation',
        detail: 'What the customer receives, what the organisation receives',
        places: ['intimacy', 'proposition', 'network', ...lifecycle],
      },
      {
        key: 'channels',
        label: 'Multichannel integration',
        detail: 'Six categories of channels, physical to virtual',
        places: ['channels'],
      },
      {
        key: 'performance',
        label: 'Performance assessment',
        detail: 'Shareholder results and monitoring',
        places: ['measurement'],
      },
      {
        key: 'information',
        label: 'Information management',
        detail: 'Repository, analysis, front and back office',
        places: ['information'],
        isSupport: true,
      },
    ],
    source: 'Strategic framework for CRM (Payne and Frow 2005).',
  },
];

/** The places that no box of a framework covers: what it doesn’t see. */
export const uncovered = (framework: Framework): readonly ChainPlace[] =>
  chainPlaces.filter((place) => !framework.boxes.some((box) => box.places.includes(place)));
