import { planStages } from '../records/plan.ts';

/**
 * Where something is done: the nine stages that a plan's lines serve, and five tasks that run across them. The finest grain of the four
 * frameworks, so that each framework's box is a set of places.
 */
export const chainPlaces = [
  ...planStages,
  'business-strategy',
  'customer-strategy',
  'channels',
  'information',
  'measurement',
] as const;

/** One of {@link chainPlaces}. */
export type ChainPlace = (typeof chainPlaces)[number];

/** Names of the places. */
export const placeWords: Readonly<Record<ChainPlace, string>> = {
  portfolio: 'Customer portfolio analysis',
  intimacy: 'Customer intimacy',
  network: 'Network development',
  proposition: 'Value proposition',
  acquisition: 'Acquisition',
  onboarding: 'Onboarding',
  engagement: 'Engagement',
  retention: 'Retention',
  advocacy: 'Advocacy',
  'business-strategy': 'Business strategy',
  'customer-strategy': 'Customer strategy',
  channels: 'Channels',
  information: 'Customer information',
  measurement: 'Measuring performance',
};
