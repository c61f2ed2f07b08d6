import type { Random } from '../../../core/numeric/random.ts';
import { createPicker, happens, pickOne } from '../draw.ts';
import { dayCount } from '../trading-days.ts';
import { planted } from './planted.ts';
import { firmName, sectors } from './sectors.ts';
import type { Sector } from './sectors.ts';

/** The hidden truth about one account. */
export interface Account {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  readonly sector: string;
  readonly region: string;
  readonly country: string;
  readonly acqChannel: string;
  readonly owner: string;
  /** Day of the data on which we began to talk. */
  readonly seenOn: number;
  /** Day from which it buys nothing more; after the last day when it stays. */
  readonly leavesOn: number;
  /** Still being courted: has never ordered. */
  readonly isProspect: boolean;
  /** Pounds a year at the start. */
  readonly yearlySpend: number;
  /** Yearly change of what it buys. */
  readonly growth: number;
  readonly ordersEveryDays: number;
  /** Share off the list price. */
  readonly discount: number;
  readonly isCostly: boolean;
  readonly missesReviews: boolean;
  readonly contract: 'framework' | 'annual' | 'spot';
  readonly employees: string;
  readonly paymentDays: number;
}

/** How many accounts the supplier has. */
export const accountCount = 200;

const { costlyAccounts, concentration, growingSector, missedReviews } = planted;
const pickSector = createPicker(sectors.map((sector) => sector.weight));
const regions = [
  'North West',
  'Yorkshire',
  'Midlands',
  'London',
  'South West',
  'Scotland',
  'Wales',
  'Leinster',
];
const pickRegion = createPicker([18, 20, 18, 14, 9, 9, 5, 7]);
const acqChannels = ['sales force', 'trade fair', 'referral', 'web enquiry', 'telephone'];
const pickAcqChannel = createPicker([40, 18, 17, 17, 8]);
/** Sales people of the supplier. */
export const owners = [
  'A. Drummond',
  'B. Okafor',
  'C. Whitaker',
  'D. Pryce',
  'E. Nowak',
  'F. Rahman',
] as const;
const headcounts = [
  { upTo: 20_000, band: '1–49' },
  { upTo: 90_000, band: '50–249' },
  { upTo: 300_000, band: '250–999' },
  { upTo: Infinity, band: '1,000 and over' },
];

const drawSeenOn = (random: Random, isGrowing: boolean): number => {
  // Two thirds were customers from the first weeks; the others came later, most of them from the growing sector.
  if (happens(random, isGrowing ? 0.68 / growingSector.arrivalFactor : 0.68)) return random.whole(0, 40);
  return random.whole(41, dayCount - 60);
};

const drawLeavesOn = (random: Random, seenOn: number, missesReviews: boolean): number => {
  const { overdueAfterDays, yearlyLeaving } = missedReviews;
  const yearly = missesReviews ? yearlyLeaving.missed : yearlyLeaving.reviewed;
  return seenOn + overdueAfterDays + Math.floor(random.exponential(-365 / Math.log(1 - yearly)));
};

const contractOf = (random: Random, yearlySpend: number): Account['contract'] => {
  if (yearlySpend > 120_000) return 'framework';
  return happens(random, yearlySpend > 30_000 ? 0.7 : 0.35) ? 'annual' : 'spot';
};

const drawOrdinary = (random: Random, index: number, sector: Sector, inSector: number): Account => {
  const drawnSpend = 14_000 * Math.exp(concentration.spreadOfLogSpend * random.normal());
  const yearlySpend = Math.min(concentration.mostPoundsAYear, drawnSpend);
  const region = regions[pickRegion(random)] ?? 'Yorkshire';
  const seenOn = drawSeenOn(random, sector.name === growingSector.sector);
  const missesReviews = happens(random, missedReviews.shareOfAccounts);
  return {
    index,
    id: `CP-${String(index + 1).padStart(3, '0')}`,
    name: firmName(sector, inSector),
    sector: sector.name,
    region,
    country: region === 'Leinster' ? 'Ireland' : 'United Kingdom',
    acqChannel: acqChannels[pickAcqChannel(random)] ?? 'sales force',
    owner: pickOne(random, owners),
    seenOn,
    leavesOn: drawLeavesOn(random, seenOn, missesReviews),
    isProspect: seenOn > 60 && happens(random, 0.22),
    yearlySpend,
    growth: sector.growth + 0.04 * random.normal(),
    ordersEveryDays: Math.min(
      75,
      Math.max(9, 30 * (40_000 / yearlySpend) ** 0.35 * Math.exp(0.3 * random.normal())),
    ),
    discount: Math.min(0.2, Math.max(0, 0.03 * Math.log(yearlySpend / 8_000) + 0.02 * random.normal())),
    isCostly: false,
    missesReviews,
    contract: contractOf(random, yearlySpend),
    employees: headcounts.find(({ upTo }) => yearlySpend < upTo)?.band ?? '1–49',
    paymentDays: pickOne(random, [30, 30, 30, 45, 60] as const),
  };
};

/** Makes an account one of the large ones that are served at a loss. */
const makeCostly = (account: Account): Account => ({
  ...account,
  isProspect: false,
  seenOn: Math.min(account.seenOn, 20),
  leavesOn: dayCount + 1,
  yearlySpend: Math.max(160_000, Math.min(account.yearlySpend, 260_000)),
  growth: 0.02,
  ordersEveryDays: costlyAccounts.ordersEveryDays,
  discount: costlyAccounts.discount,
  isCostly: true,
  missesReviews: false,
  contract: 'framework',
  employees: '1,000 and over',
  paymentDays: 90,
});

/** All accounts of the supplier. The costly ones are among the twenty largest, outside the growing sector. */
export const createAccounts = (random: Random): readonly Account[] => {
  const sizes = sectors.map(() => 0);
  const accounts = Array.from({ length: accountCount }, (_, index) => {
    const choice = pickSector(random);
    const inSector = sizes[choice] ?? 0;
    sizes[choice] = inSector + 1;
    return drawOrdinary(random, index, sectors[choice] as Sector, inSector);
  });
  const candidates = accounts
    .filter((account) => account.sector !== growingSector.sector)
    .sort((a, b) => b.yearlySpend - a.yearlySpend)
    .slice(4);
  const costly = new Set(candidates.slice(0, costlyAccounts.accounts).map((account) => account.index));
  return accounts.map((account) => (costly.has(account.index) ? makeCostly(account) : account));
};
