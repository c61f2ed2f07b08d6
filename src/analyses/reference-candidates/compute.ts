import type { Row } from '../../data/row.ts';
import type { Compute } from '../analysis.ts';
import { knownNumberOf, numberOf, ratioOf } from '../cells.ts';
import type { ReferenceCandidatesParams } from './params.ts';
import type { ReferenceCandidates, SignalKey } from './result.ts';
import { referenceWarnings } from './warnings.ts';

type QueryName = 'people' | 'referred' | 'loop';

const columns: Readonly<Record<SignalKey, string>> = {
  recommends: 'recommends',
  refers: 'refers',
  broad: 'is_broad',
};

const signsOf = (row: Row): number => Object.values(columns).filter((column) => row[column] === true).length;

const sumOf = (rows: readonly Row[], column: string): number =>
  rows.reduce((sum, row) => sum + numberOf(row, column), 0);

/** A sum that stays unknown where no row knows it. */
const sumKnown = (rows: readonly Row[], column: string): number | null =>
  rows.every((row) => knownNumberOf(row, column) === null) ? null : sumOf(rows, column);

const leastOf = (rows: readonly Row[], column: string): number | null => {
  const known = rows.flatMap((row) => knownNumberOf(row, column) ?? []);
  return known.length === 0 ? null : Math.min(...known);
};

const referralsOf = (
  rows: readonly Row[],
  loop: Row | undefined,
  { dueToReferral }: ReferenceCandidatesParams,
) => {
  const isLoaded = loop?.['has_referrals'] === true;
  const whenLoaded = (value: number | null): number | null => (isLoaded ? value : null);
  const brought = whenLoaded(numberOf(loop, 'brought'));
  const customers = numberOf(loop, 'customers');
  const invites = knownNumberOf(loop, 'invites');
  const clv = sumKnown(rows, 'clv');
  return {
    referred: whenLoaded(sumOf(rows, 'referred')),
    came: whenLoaded(sumOf(rows, 'came')),
    referredRevenue: whenLoaded(sumOf(rows, 'revenue')),
    referralValue: whenLoaded(clv === null ? null : clv * dueToReferral),
    candidatesCame: whenLoaded(
      sumOf(
        rows.filter((row) => row['is_candidate'] === true),
        'came',
      ),
    ),
    brought,
    k: ratioOf(brought, customers),
    invites: ratioOf(invites, customers),
    conversion: invites === null ? null : ratioOf(brought, invites),
  };
};

/** Top customers who would vouch for us, those who do, what it brings, and whom we are about to disappoint. */
export const computeReferenceCandidates: Compute<
  QueryName,
  ReferenceCandidatesParams,
  ReferenceCandidates
> = ({ rows, params }) => {
  const [loop] = rows.loop;
  const top = rows.people.filter((row) => row['is_everyone'] !== true);
  const candidates = top.filter((row) => signsOf(row) > 0);
  const showing = (column: string): number =>
    sumOf(
      candidates.filter((row) => row[column] === true),
      'customers',
    );
  const known: Readonly<Record<SignalKey, boolean>> = {
    recommends: loop?.['has_nps'] === true,
    refers: loop?.['has_referrals'] === true,
    broad: loop?.['has_breadth'] === true,
  };
  const count = sumOf(candidates, 'customers');
  const topCount = sumOf(top, 'customers');
  const value: ReferenceCandidates = {
    active: numberOf(
      rows.people.find((row) => row['is_everyone'] === true),
      'customers',
    ),
    top: topCount,
    topFrom: leastOf(top, 'patronage_from'),
    breadthFrom: leastOf(rows.people, 'breadth_from'),
    breadthField: loop?.['has_categories'] === true ? 'categories' : 'products',
    asked: sumOf(top, 'asked'),
    candidates: count,
    candidateShare: ratioOf(count, topCount),
    several: sumOf(
      candidates.filter((row) => signsOf(row) > 1),
      'customers',
    ),
    consented: sumOf(candidates, 'consented'),
    clv: sumKnown(candidates, 'clv'),
    alreadyRefer: known.refers ? showing(columns.refers) : null,
    signals: (['recommends', 'refers', 'broad'] as const).map((key) => ({
      key,
      isKnown: known[key],
      customers: showing(columns[key]),
    })),
    complaining: loop?.['has_tickets'] === true ? sumOf(candidates, 'complaining') : null,
    slipping: sumOf(candidates, 'slipping'),
    alarmed: sumOf(candidates, 'alarmed'),
    alarmedValue: sumKnown(candidates, 'alarmed_clv'),
    ...referralsOf(rows.referred, loop, params),
  };
  return { value, warnings: referenceWarnings(value) };
};
