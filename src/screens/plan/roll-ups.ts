import {
  budgetByChannel,
  budgetByMonth,
  budgetBySegment,
  budgetByStage,
  type BudgetPart,
} from '../../strategy/plan/plan-budget.ts';
import { planChannels, planStages, type PlanLine } from '../../strategy/records/plan.ts';
import { channelWords, stageWords } from './plan-words.ts';

/** What a budget can be rolled up by. */
export type RollUpKey = 'stage' | 'segment' | 'channel' | 'month';

/** The parts of the budget by one of these; they add up to it. */
export const rollUpBy: Readonly<Record<RollUpKey, (lines: readonly PlanLine[]) => readonly BudgetPart[]>> = {
  stage: budgetByStage,
  segment: budgetBySegment,
  channel: budgetByChannel,
  month: budgetByMonth,
};

/** The name of a part. `others` writes segments and months. */
export const partName = (
  by: RollUpKey,
  key: string,
  others: { readonly segment: (id: string) => string; readonly month: (month: string) => string },
): string => {
  if (by === 'month') return others.month(key);
  if (key === '') return by === 'segment' ? 'No segment' : 'No channel';
  if (by === 'segment') return others.segment(key);
  const stage = planStages.find((one) => one === key);
  const channel = planChannels.find((one) => one === key);
  return (stage && stageWords[stage]) ?? (channel && channelWords[channel]) ?? key;
};
