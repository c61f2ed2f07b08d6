import { placeWords } from '../../strategy/chain/places.ts';
import type { PlanChannel, PlanPhase, PlanStage } from '../../strategy/records/plan.ts';

/** Names of the stages: four of the value chain, then those of the customer lifecycle. */
export const stageWords: Readonly<Record<PlanStage, string>> = placeWords;

/** Names of the six channel categories. */
export const channelWords: Readonly<Record<PlanChannel, string>> = {
  'sales-force': 'Sales force',
  outlets: 'Outlets',
  telephony: 'Telephony',
  'direct-marketing': 'Direct marketing',
  'e-commerce': 'E-commerce',
  'm-commerce': 'M-commerce',
};

/** Names of the phases of the value chain. */
export const phaseWords: Readonly<Record<PlanPhase, string>> = {
  1: 'Analysis',
  2: 'Resources',
  3: 'Implementation',
};

/** What a line is called: its title, else that it has none. */
export const lineName = (title: string): string => title.trim() || 'Unnamed line';
