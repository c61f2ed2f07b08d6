import type { GateRelation } from './check.ts';
import { customerRelation, productRelation } from './customer-relations.ts';
import type { GateFacts } from './gate-facts.ts';
import { lineRelation, repeatedLineRelation } from './line-relation.ts';
import { orderRelation } from './order-relation.ts';
import { recordRelations } from './record-relations.ts';

/** What the gate looks at: the tables that hold rows, one relation or two for each. */
export const gateRelations = (facts: GateFacts): readonly GateRelation[] =>
  [
    orderRelation(facts),
    lineRelation(facts),
    repeatedLineRelation,
    customerRelation(facts),
    productRelation,
    ...recordRelations(facts),
  ].filter(({ table }) => facts.filled.has(table));
