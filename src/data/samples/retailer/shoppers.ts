import type { Random } from '../../../core/numeric/random.ts';
import { createPicker, drawBeta, happens } from '../draw.ts';
import { createBusyness, dayCount, drawDay } from '../trading-days.ts';
import { places } from './places.ts';
import { planted } from './planted.ts';
import { productRange } from './product-range.ts';

/** Why somebody shops as they do. Never in the tables: the analyses must find it. */
export type ShopperKind = 'ordinary' | 'costly' | 'promotion-bought' | 'captive';

/** The hidden truth about one customer. */
export interface Shopper {
  readonly index: number;
  readonly id: string;
  readonly kind: ShopperKind;
  /** Day of the data on which the record was made. */
  readonly seenOn: number;
  readonly place: number;
  readonly acqChannel: string;
  readonly acqCampaign: string | null;
  /** Orders a year while active. */
  readonly rate: number;
  /** Probability of having bought for the last time, after each order. */
  readonly dropout: number;
  /** Never orders: registered, or taken over from a list. */
  readonly neverOrders: boolean;
  /** Liking for us, on the 0–10 scale of "would you recommend". */
  readonly attitude: number;
  /** Preferred categories. */
  readonly tastes: readonly number[];
  /** Preferred way of ordering. */
  readonly channel: 'e-commerce' | 'm-commerce' | 'outlet' | 'telephone';
}

/** How many customers the retailer has. */
export const shopperCount = 20_000;

const { unprofitableTail, promotionBoughtCohort, captiveArea } = planted;
const captivePlace = places.findIndex((place) => place.region === captiveArea.region);
const pickOpenPlace = createPicker(
  places.map((place) => (place.region === captiveArea.region ? 0 : place.weight)),
);
const pickTaste = createPicker(productRange.map((category) => category.popularity));
const channels = ['e-commerce', 'm-commerce', 'outlet', 'telephone'] as const;
const pickChannel = createPicker([48, 24, 23, 5]);
const acqChannels = ['search', 'social', 'outlet', 'direct mail', 'referral', 'marketplace'] as const;
const pickAcqChannel = createPicker([34, 22, 20, 9, 8, 7]);
/** Arrivals: more at weekends and before Christmas. */
const arrivals = createBusyness(
  [1.2, 0.95, 0.9, 0.9, 0.95, 1.1, 1.3],
  [0.85, 0.8, 0.9, 0.95, 1, 0.95, 0.9, 0.85, 1, 1.05, 1.35, 1.6],
);

const kindOf = (random: Random, index: number): ShopperKind => {
  if (index < promotionBoughtCohort.customers) return 'promotion-bought';
  const chance = random.next();
  if (chance < unprofitableTail.shareOfCustomers) return 'costly';
  return chance < unprofitableTail.shareOfCustomers + captiveArea.shareOfCustomers ? 'captive' : 'ordinary';
};

const habits = (random: Random, kind: ShopperKind): Pick<Shopper, 'rate' | 'dropout' | 'attitude'> => {
  switch (kind) {
    case 'promotion-bought':
      return {
        rate: 0.8 + random.gamma(1.2, 1.5),
        dropout: 1 - promotionBoughtCohort.secondOrderProbability,
        attitude: 6.3 + 1.8 * random.normal(),
      };
    case 'costly':
      return {
        rate: 3 + random.gamma(2, 4),
        dropout: drawBeta(random, 1.2, 14),
        attitude: 7 + 1.6 * random.normal(),
      };
    case 'captive':
      return {
        rate: 5 + random.gamma(2.5, 1.8),
        dropout: drawBeta(random, 1, 60),
        attitude: 4.6 + 1.9 * random.normal(),
      };
    case 'ordinary':
      return {
        rate: 0.4 + random.gamma(1.1, 4.2),
        dropout: drawBeta(random, 1.1, 4.4),
        attitude: 8 + 1.5 * random.normal(),
      };
  }
};

const drawArrival = (random: Random, kind: ShopperKind): number => {
  if (kind === 'promotion-bought')
    return drawDay(random, arrivals, promotionBoughtCohort.from, promotionBoughtCohort.to);
  // Half of the captive customers were there from the first months: nobody else delivered.
  if (kind === 'captive' && happens(random, 0.5)) return drawDay(random, arrivals, 0, 180);
  return drawDay(random, arrivals, 0, dayCount);
};

const drawShopper = (random: Random, index: number): Omit<Shopper, 'index' | 'id'> => {
  const kind = kindOf(random, index);
  const isBought = kind === 'promotion-bought';
  const taste = (): number => pickTaste(random);
  const favourite = taste();
  return {
    kind,
    seenOn: drawArrival(random, kind),
    place: kind === 'captive' ? captivePlace : pickOpenPlace(random),
    acqChannel: isBought ? 'promotion' : (acqChannels[pickAcqChannel(random)] ?? 'search'),
    acqCampaign: isBought ? promotionBoughtCohort.campaign : null,
    ...habits(random, kind),
    neverOrders: kind === 'ordinary' && happens(random, 0.055),
    tastes: [favourite, favourite, taste(), taste()],
    channel: kind === 'captive' ? 'e-commerce' : (channels[pickChannel(random)] ?? 'e-commerce'),
  };
};

/** All customers of the retailer, numbered in the order in which they arrived. */
export const createShoppers = (random: Random): readonly Shopper[] =>
  Array.from({ length: shopperCount }, (_, index) => drawShopper(random, index))
    .sort((a, b) => a.seenOn - b.seenOn)
    .map((shopper, index) => ({ index, id: `HV${String(index + 1).padStart(6, '0')}`, ...shopper }));
