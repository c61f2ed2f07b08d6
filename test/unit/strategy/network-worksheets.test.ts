import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { desireOf, desires, pressOf } from '../../../src/strategy/worksheets/kinds/desires.ts';
import { flags, flagWorth } from '../../../src/strategy/worksheets/kinds/flags.ts';
import { adviceFor, interviews, sampleSize } from '../../../src/strategy/worksheets/kinds/interviews.ts';
import { network } from '../../../src/strategy/worksheets/kinds/network.ts';
import { isUsedUnasked, references } from '../../../src/strategy/worksheets/kinds/references.ts';
import { responsibilities, rolesHeld } from '../../../src/strategy/worksheets/kinds/responsibilities.ts';
import {
  overdueAccounts,
  reviews,
  reviewScore,
  reviewTrend,
} from '../../../src/strategy/worksheets/kinds/reviews.ts';
import { figureOf, rowsFrom } from './worksheet-rows.ts';

describe('network', () => {
  it('says how many relations are at high risk, and who is missing', () => {
    const rows = rowsFrom(network, [
      { who: 'Carrier', kind: 'supplier', strength: 2, risk: 'high' },
      { who: 'Agency', kind: 'partner', strength: 4, risk: 'low' },
    ]);
    expect(network.finding(rows)).toBe(
      '1 relation is at high risk, “Carrier” first. Nobody is named among owners and investors or employees.',
    );
  });

  it('names the weakest where nobody is at risk', () => {
    const weak = rowsFrom(network, [
      { who: 'Carrier', kind: 'supplier', strength: 2 },
      { who: 'Team', kind: 'employee', strength: 4 },
      { who: 'Agency', kind: 'partner' },
      { who: 'Family', kind: 'owner', strength: 5 },
    ]);
    expect(network.finding(weak)).toBe('The network is weakest at “Carrier”.');
    expect(network.finding(weak.slice(1))).toBe(
      '3 relations, none known to be at high risk. Nobody is named among suppliers.',
    );
  });
});

describe('references', () => {
  it('flag a name that is used without consent', () => {
    expect(isUsedUnasked(true, 'asked')).toBe(1);
    expect(isUsedUnasked(true, null)).toBe(1);
    expect(isUsedUnasked(true, 'consented')).toBe(0);
    expect(isUsedUnasked(false, 'refused')).toBe(0);
    expect(isUsedUnasked(false, null)).toBeNull();
    const rows = rowsFrom(references, [
      { who: 'Mill', status: 'consented', isNamed: true },
      { who: 'Bakery', status: 'asked', isNamed: true },
    ]);
    expect(references.finding(rows)).toContain('1 name is used without consent: ask “Bakery” first');
  });

  it('count consent, introductions and what an introduction brought (4 of 12,000 give 3,000)', () => {
    const rows = rowsFrom(references, [
      { who: 'Mill', status: 'consented', introductions: 4, revenue: 12_000 },
      { who: 'Bakery', status: 'candidate' },
    ]);
    expect(figureOf(references, rows, 'each')).toEqual([3_000, null]);
    expect(references.finding(rows)).toBe(
      '1 of 2 references have consented and made 4 introductions; 1 still to be asked.',
    );
  });
});

describe('review meetings', () => {
  const rows = rowsFrom(reviews, [
    { account: 'Mill', held: '2025-01-10', nextDue: '2025-04-10', working: 5, measuresUp: 4 },
    { account: 'mill ', held: '2025-04-12', nextDue: '2025-07-12', working: 3, measuresUp: 4 },
    { account: 'Bakery', nextDue: '2025-05-01' },
  ]);

  it('score by the mean of the questions that were answered', () => {
    expect(reviewScore(5, 4)).toBe(4.5);
    expect(reviewScore(null, 4)).toBe(4);
    expect(reviewScore(null, null)).toBeNull();
  });

  it('compare with the meeting before of the same account (3.5 after 4.5 is −1)', () => {
    expect(figureOf(reviews, rows, 'score')).toEqual([4.5, 3.5, null]);
    expect(figureOf(reviews, rows, 'trend')).toEqual([null, -1, null]);
    expect(reviewTrend({ account: '', held: '2025-01-01', working: 3, measuresUp: 3 }, [])).toBeNull();
  });

  it('are overdue when the day has passed and none was held since', () => {
    expect(overdueAccounts(rows, '2025-05-01')).toEqual([]);
    expect(overdueAccounts(rows, '2025-06-01')).toEqual(['Bakery']);
    expect(overdueAccounts(rows, '2025-08-01')).toEqual(['Bakery', 'mill ']);
    expect(reviews.finding(rows, { asOf: '2025-08-01' })).toBe('2 reviews are overdue, “Bakery” longest.');
    expect(reviews.finding(rows, { asOf: '2025-04-20' })).toBe(
      '“mill” has become less content by 1 of 5 points; no review is overdue.',
    );
    expect(reviews.finding(rows.slice(0, 1), { asOf: '2025-02-01' })).toBe('No review is overdue.');
  });
});

describe('responsibilities', () => {
  it('want exactly one function that answers for an activity', () => {
    expect(rolesHeld({ sales: 'A', service: 'R' }, 'A')).toBe(1);
    expect(rolesHeld({ sales: 'R' }, 'A')).toBe(0);
    expect(rolesHeld({}, 'A')).toBeNull();
    const rows = rowsFrom(responsibilities, [
      { activity: 'Win', sales: 'A', marketing: 'R' },
      { activity: 'Keep', sales: 'A', service: 'A' },
      { activity: 'Part', sales: 'R' },
      { activity: 'Learn' },
    ]);
    expect(responsibilities.finding(rows)).toBe(
      '2 activities have no function, or more than one, that decides: “Keep” first.',
    );
    expect(responsibilities.finding([rows[0], rows[3]].flatMap((row) => row ?? []))).toBe(
      'Every shared activity has one function that decides; 1 still to be shared out.',
    );
  });

  it('ready content leaves two activities without one that answers, to be seen', () => {
    const rows = rowsFrom(responsibilities, responsibilities.starters?.rows ?? []);
    expect(figureOf(responsibilities, rows, 'accountable')).toEqual([1, 0, 1, 1, 1, 1, 0, 1, 1]);
  });
});

describe('wish for a relationship', () => {
  const [firm, crowd] = rowsFrom(desires, [
    { who: 'Firms', kind: 'business', complexity: 2, importance: 3, risk: 1, status: 3, effort: 1 },
    { who: 'Crowd', kind: 'consumer', recognition: 1, status: 0, effort: 2 },
  ]);

  it('is the mean of the reasons of that kind of customers ((2+3+1)/3 = 2, status not counted)', () => {
    expect(firm && desireOf(firm.values)).toBe(2);
    expect(crowd && desireOf(crowd.values)).toBe(0.5);
    expect(firm && pressOf(firm.values)).toBe(-1);
    expect(crowd && pressOf(crowd.values)).toBe(1.5);
  });

  it('is compared with our effort', () => {
    expect(desires.finding([firm, crowd].flatMap((row) => row ?? []))).toBe(
      '“Crowd” is courted more than it wants.',
    );
    expect(desires.finding([firm].flatMap((row) => row ?? []))).toBe(
      '“Firms” wants more of a relationship than it gets.',
    );
    const left = rowsFrom(desires, [{ who: 'Crowd', leave: true, effort: 1 }]);
    expect(desires.finding(left)).toContain('1 segment is courted that should be left in peace');
    const starters = rowsFrom(desires, desires.starters?.rows ?? []);
    expect(desires.finding(starters)).toContain('wants a relationship most; say how hard');
  });
});

describe('asking them', () => {
  it('takes the published sizes: 10,000 at ±5% 370, 1,000 278, 100 80, no end 385', () => {
    expect(sampleSize(10_000, 0.05)).toBe(370);
    expect(sampleSize(1_000, 0.05)).toBe(278);
    expect(sampleSize(100, 0.05)).toBe(80);
    expect(sampleSize(1e9, 0.05)).toBe(385);
    expect(sampleSize(1e9, 0.05, '99')).toBe(664);
    expect(sampleSize(1_000, 0.05, '95', 0.7)).toBe(245);
    expect(sampleSize(null, 0.05)).toBeNull();
    expect(sampleSize(100, 0)).toBeNull();
  });

  it('never takes more than there are, and more for a narrower range (law)', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e7 }),
        fc.double({ min: 0.001, max: 0.2, noNaN: true }),
        (population, precision) => {
          const size = sampleSize(population, precision) ?? 0;
          expect(size).toBeGreaterThanOrEqual(1);
          expect(size).toBeLessThanOrEqual(population);
          expect(sampleSize(population, precision / 2)).toBeGreaterThanOrEqual(size);
        },
      ),
    );
  });

  it('advises by how many there are', () => {
    expect(adviceFor(12, 12)).toBe('interviews');
    expect(adviceFor(200, 132)).toBe('everybody');
    expect(adviceFor(10_000, 370)).toBe('sample');
    const finding = (population: number) =>
      interviews.finding(rowsFrom(interviews, [{ subject: 'Why', population, precision: 0.05 }]));
    expect(finding(12)).toBe('“Why”: talk to each of the 12; a survey of so few tells little.');
    expect(finding(200)).toContain('ask all 200, since 132 would have to answer');
    expect(finding(10_000)).toContain('survey until 370 of 10,000 have answered');
  });

  it('asks as many as it takes for those who answer, all at most (370 at 25% are 1,480)', () => {
    const rows = rowsFrom(interviews, [
      { population: 10_000, precision: 0.05, rate: 0.25 },
      { population: 100, precision: 0.05, rate: 0.1 },
      { population: 100, precision: 0.05 },
    ]);
    expect(figureOf(interviews, rows, 'sample')).toEqual([370, 80, 80]);
    expect(figureOf(interviews, rows, 'invitations')).toEqual([1_480, 100, null]);
  });
});

describe('flags from service', () => {
  it('are worth their value times their chance, and wait while nobody says what is next', () => {
    expect(flagWorth(5_000, 0.2)).toBe(1_000);
    expect(flagWorth(null, 0.2)).toBeNull();
    const rows = rowsFrom(flags, [
      { heard: 'Second branch', status: 'new' },
      { heard: 'Knows a firm', next: 'Ask on Monday', status: 'taken' },
      { heard: 'Old', status: 'dropped' },
    ]);
    expect(flags.finding(rows)).toBe('1 flag waits for a next step, “Second branch” first.');
    expect(flags.finding(rows.slice(1))).toBe('1 flag is open, each with a next step; 1 closed.');
  });
});
