import type { StrategyExample } from './example.ts';
import { supplierAnswers, supplierCards, supplierCrossings } from './supplier/board.ts';
import { supplierChain, supplierConditions } from './supplier/chain.ts';
import { supplierNeeds, supplierOpportunities, supplierStar } from './supplier/customers.ts';
import { supplierReferences, supplierOffers, supplierPropositions } from './supplier/offers.ts';
import { supplierGates, supplierLines } from './supplier/plan.ts';
import { supplierScorecard } from './supplier/scorecard.ts';
import { supplierNumbers, supplierSegments } from './supplier/segments.ts';

/** A worked strategy for Calder Packaging, the sample supplier (B2B), as of 1 January 2026. Invented, like the company. */
export const supplierExample: StrategyExample = {
  id: 'supplier',
  segments: supplierSegments,
  numbers: supplierNumbers,
  cards: supplierCards,
  crossings: supplierCrossings,
  answers: supplierAnswers,
  assessors: { sales: 'Head of sales', operations: 'Head of operations', finance: 'Finance' },
  worksheets: {
    needs: supplierNeeds,
    opportunities: supplierOpportunities,
    'value-star': supplierStar,
    propositions: supplierPropositions,
    offers: supplierOffers,
    references: supplierReferences,
    chain: supplierChain,
    'enabling-conditions': supplierConditions,
    scorecard: supplierScorecard,
  },
  lines: supplierLines,
  gates: supplierGates,
};
