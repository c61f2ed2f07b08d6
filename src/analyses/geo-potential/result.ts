import * as v from 'valibot';
import { described, numberOrUnknown } from '../result-fields.ts';

/** Levels of place, coarsest first; each is a column of the customer profile. */
export const placeLevels = ['country', 'region', 'city'] as const;

/** One of {@link placeLevels}. */
export type PlaceLevel = (typeof placeLevels)[number];

const place = v.object({
  key: described(v.string(), 'Identifies level and place'),
  name: described(v.string(), 'Country, region or city'),
  customers: described(v.number(), 'Customers who bought in the period'),
  before: described(v.number(), 'Customers who bought in the period before'),
  known: described(v.number(), 'All customers known there'),
  customerShare: described(v.number(), 'Of all customers who bought in the period, 0–1'),
  value: described(v.number(), 'Margin, or revenue by the basis, in the period; money'),
  valueShare: numberOrUnknown('Of the value of all; null where all together bring nothing'),
  index: numberOrUnknown('Share of value ÷ share of customers: value a customer against the mean'),
  indexLow: numberOrUnknown('Lower end of its 95 % interval; null of fewer than two customers'),
  indexHigh: numberOrUnknown('Upper end of its 95 % interval'),
  growth: numberOrUnknown('Growth of customers against the period before; null where it isn’t covered'),
  growthLow: numberOrUnknown('Lower end of its 95 % interval'),
  growthHigh: numberOrUnknown('Upper end of its 95 % interval'),
  valueGrowth: numberOrUnknown('Growth of value against the period before; null from nothing or a loss'),
  isSmall: described(v.boolean(), 'Fewer customers than the setting asks for'),
  isCandidate: described(v.boolean(), 'Large enough, index above 1 and growing'),
  isSure: described(v.boolean(), 'A candidate whose both intervals say so too'),
  potential: numberOrUnknown(
    'What another period of the same growth would bring, as money a year; null unless a candidate',
  ),
});

/** Where customers are, what they bring, and where they become more. */
export const geoPotentialResult = v.object({
  level: described(v.nullable(v.picklist(placeLevels)), 'The level compared; null where no place is known'),
  basis: described(v.picklist(['margin', 'revenue']), 'What value is counted in'),
  customers: described(v.number(), 'Customers who bought in the period, of known places'),
  unplaced: described(v.number(), 'Customers who bought in the period, of whom the place isn’t known'),
  value: described(v.number(), 'Their value in the period, of known places; money'),
  growth: numberOrUnknown('Growth of customers of all places'),
  isCovered: described(v.boolean(), 'The data reach back over both periods'),
  places: v.pipe(v.array(place), v.description('All places, most customers first')),
});

/** {@link geoPotentialResult}'s type. */
export type GeoPotential = v.InferOutput<typeof geoPotentialResult>;
/** One place. */
export type Place = GeoPotential['places'][number];
