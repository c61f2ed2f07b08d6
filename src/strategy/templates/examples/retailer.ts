import type { StrategyExample } from './example.ts';
import { retailerAnswers, retailerCards, retailerCrossings } from './retailer/board.ts';
import { retailerChain, retailerConditions } from './retailer/chain.ts';
import { retailerNeeds, retailerOpportunities, retailerStar } from './retailer/customers.ts';
import { retailerChannels, retailerOffers, retailerPropositions } from './retailer/offers.ts';
import { retailerGates, retailerLines } from './retailer/plan.ts';
import { retailerScorecard } from './retailer/scorecard.ts';
import { retailerNumbers, retailerSegments } from './retailer/segments.ts';

/** A worked strategy for Harrow & Vale, the sample retailer (B2C), as of 1 January 2026. Invented, like the company. */
export const retailerExample: StrategyExample = {
  id: 'retailer',
  segments: retailerSegments,
  numbers: retailerNumbers,
  cards: retailerCards,
  crossings: retailerCrossings,
  answers: retailerAnswers,
  assessors: { marketing: 'Head of marketing', service: 'Head of service', finance: 'Finance' },
  worksheets: {
    needs: retailerNeeds,
    opportunities: retailerOpportunities,
    'value-star': retailerStar,
    propositions: retailerPropositions,
    offers: retailerOffers,
    channels: retailerChannels,
    chain: retailerChain,
    'enabling-conditions': retailerConditions,
    scorecard: retailerScorecard,
  },
  lines: retailerLines,
  gates: retailerGates,
};
