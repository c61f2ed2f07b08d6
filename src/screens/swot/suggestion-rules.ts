import type { Claim } from '../../strategy/records/evidence.ts';
import type { Quadrant } from '../../strategy/records/swot.ts';

/** A card that a number of the data can suggest. Thresholds are house rules; each is shown with the suggestion. */
export interface SuggestionRule {
  readonly analysisId: string;
  readonly headlineKey: string;
  readonly quadrant: Quadrant;
  /** The rule holds when the number does this; it becomes the claim of the pinned number. */
  readonly claim: Claim;
  /** What the card says; `{}` stands for the number. */
  readonly text: string;
}

const rule = (
  quadrant: Quadrant,
  [analysisId, headlineKey]: readonly [string, string],
  [operator, value]: readonly [Exclude<Claim['operator'], 'between'>, number],
  text: string,
): SuggestionRule => ({ quadrant, analysisId, headlineKey, claim: { operator, value }, text });

/** What the data can suggest, in the order of the board. */
export const suggestionRules: readonly SuggestionRule[] = [
  rule(
    'strengths',
    ['overview', 'repeatRate'],
    ['at-least', 0.5],
    'Most customers come back: {} have bought again.',
  ),
  rule(
    'strengths',
    ['overview', 'revenueTrend'],
    ['at-least', 0.05],
    'Revenue grows: {} over the last twelve months.',
  ),
  rule(
    'strengths',
    ['customer-equity', 'netRevenue'],
    ['at-least', 1],
    'Customers we keep buy more: net revenue retention is {}.',
  ),
  rule(
    'strengths',
    ['value-ladder', 'rung-7-customers'],
    ['at-least', 1],
    '{} customers speak for us: they recommend or praise us.',
  ),
  rule('strengths', ['service-levels', 'onTime'], ['at-least', 0.95], 'We deliver on time: {} of orders.'),
  rule(
    'weaknesses',
    ['overview', 'oneTimeShare'],
    ['at-least', 0.4],
    'Many buy once and never again: {} of customers.',
  ),
  rule(
    'weaknesses',
    ['overview', 'revenueTrend'],
    ['less-than', 0],
    'Revenue shrinks: {} over the last twelve months.',
  ),
  rule(
    'weaknesses',
    ['overview', 'byCustomerProfitTrend'],
    ['less-than', 0],
    'A customer brings less than a year ago: {}.',
  ),
  rule(
    'weaknesses',
    ['customer-profit', 'unprofitable'],
    ['at-least', 1],
    '{} customers cost more than they bring.',
  ),
  rule(
    'weaknesses',
    ['customer-profit', 'unallocatedShare'],
    ['at-least', 0.2],
    'We don’t know what customers cost: {} of cost reaches nobody we know.',
  ),
  rule(
    'weaknesses',
    ['service-levels', 'onTime'],
    ['less-than', 0.9],
    'We are late too often: only {} of orders come on time.',
  ),
  rule(
    'opportunities',
    ['retention-economics', 'uplift'],
    ['at-least', 0.05],
    'Better retention pays: a few points more add {} to what customers are worth.',
  ),
  rule(
    'opportunities',
    ['rfm', 'promising-customers'],
    ['at-least', 1],
    '{} recent customers could become regular ones.',
  ),
  rule(
    'opportunities',
    ['rfm', 'potential-loyalists-customers'],
    ['at-least', 1],
    '{} customers are on the way to being loyal.',
  ),
  rule('opportunities', ['portfolio', 'grow'], ['at-least', 1], '{} customers are worth growing.'),
  rule(
    'opportunities',
    ['value-ladder', 'lapsed-share'],
    ['at-least', 0.3],
    '{} of buyers have lapsed and are known by name: some can be won back.',
  ),
  rule(
    'threats',
    ['concentration', 'top10Share'],
    ['at-least', 0.4],
    'Much hangs on few: the best tenth brings {}.',
  ),
  rule(
    'threats',
    ['rfm', 'cant-lose-them-customers'],
    ['at-least', 1],
    '{} customers we would miss have gone quiet.',
  ),
  rule('threats', ['rfm', 'at-risk-customers'], ['at-least', 1], '{} good customers are about to leave.'),
  rule(
    'threats',
    ['customer-value', 'aliveShare'],
    ['less-than', 0.5],
    'Most customers have silently left: only {} are likely still active.',
  ),
  rule('threats', ['customer-equity', 'atRisk'], ['more-than', 0], '{} of customer equity is at risk.'),
  rule(
    'threats',
    ['overview', 'anonymousShare'],
    ['at-least', 0.2],
    '{} of revenue comes from people we don’t know and can’t keep.',
  ),
];
