import { stageEvents as stageEventsDefinition } from '../../tables/relationship.ts';
import type { SampleTable } from '../sample-tables.ts';
import { createTableBuilder } from '../table-builder.ts';
import { timeOf } from '../trading-days.ts';
import type { OrderSummary } from './orders.ts';
import type { Shopper } from './shoppers.ts';

/** Stages of the house's own customer programme, and the pounds spent in all from which a regular is a friend. */
const stages = {
  registered: 'Registered',
  first: 'First order',
  repeat: 'Repeat',
  friend: 'Friend of the house',
};
const friendFrom = 750;

/** The moves of customers through the programme: registered, first order, repeat, friend of the house. */
export const buildStageEventsTable = (
  shoppers: readonly Shopper[],
  ordersOf: readonly (readonly OrderSummary[])[],
): SampleTable => {
  const table = createTableBuilder(stageEventsDefinition, [
    'customer_id',
    'occurred_at',
    'from_stage',
    'to_stage',
  ]);
  for (const shopper of shoppers) {
    let stage = stages.registered;
    const move = (to: string, at: number): void => {
      table.add({
        customer_id: shopper.id,
        occurred_at: at,
        from_stage: to === stage ? null : stage,
        to_stage: to,
      });
      stage = to;
    };
    move(stages.registered, timeOf(shopper.seenOn, 0));
    let spent = 0;
    for (const { visit, net } of ordersOf[shopper.index] ?? []) {
      spent += net / 100;
      if (stage === stages.registered) move(stages.first, visit.at);
      else if (stage === stages.first) move(stages.repeat, visit.at);
      else if (stage === stages.repeat && spent >= friendFrom) move(stages.friend, visit.at);
    }
  }
  return table.build();
};
