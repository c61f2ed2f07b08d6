import type { Formats } from '../../core/format/formats.ts';
import { counted } from '../counted.ts';
import type { GeoPotential, Place, PlaceLevel } from './result.ts';

/** Levels of place in words. */
export const levelWords: Readonly<Record<PlaceLevel, { readonly one: string; readonly many: string }>> = {
  country: { one: 'country', many: 'countries' },
  region: { one: 'region', many: 'regions' },
  city: { one: 'city', many: 'cities' },
};

/** Growth with its sign: "+12 %". */
export const signed = (growth: number | null, formats: Formats): string =>
  `${growth !== null && growth > 0 ? '+' : ''}${formats.value(growth, 'share')}`;

/** The candidates, those worth most first. */
export const candidatesOf = ({ places }: GeoPotential): readonly Place[] =>
  places
    .filter(({ isCandidate }) => isCandidate)
    .toSorted((one, other) => (other.potential ?? 0) - (one.potential ?? 0));

/** The finding above the shares: the place worth most against its number that grows too. */
export const sharesFinding = (value: GeoPotential, formats: Formats): string => {
  const candidates = candidatesOf(value);
  const best = candidates.find(({ isSure }) => isSure);
  const [nearest] = candidates;
  if (!best && nearest)
    return `No ${levelWords[value.level ?? 'region'].one} is beyond doubt both worth more and growing; ${nearest.name} comes first (index ${formats.value(nearest.index, 'ratio')}, customers ${signed(nearest.growth, formats)})`;
  if (best)
    return `${best.name} holds ${formats.value(best.customerShare, 'share')} of customers and ${formats.value(best.valueShare, 'share')} of ${value.basis}, and grows by ${formats.value(best.growth, 'share')}`;
  const top = value.places
    .filter(({ isSmall, index }) => !isSmall && index !== null)
    .toSorted((one, other) => (other.index ?? 0) - (one.index ?? 0))[0];
  if (!top) return `No ${levelWords[value.level ?? 'region'].one} has customers enough to be judged`;
  return `A customer in ${top.name} is worth ${formats.value(top.index, 'ratio')} times the mean; ${value.isCovered ? 'no place is both worth more and growing' : 'growth isn’t known'}`;
};

/** The finding above the growth of customers. */
export const growthFinding = ({ places, growth, level }: GeoPotential, formats: Formats): string => {
  const judged = places.filter(({ isSmall }) => !isSmall);
  const surely = judged.filter(({ growthLow }) => (growthLow ?? 0) > 0).length;
  const shrinking = judged.filter(({ growthHigh }) => (growthHigh ?? 0) < 0).length;
  const words = levelWords[level ?? 'region'];
  return `Customers ${signed(growth, formats)} over all: ${counted(surely, words.one, words.many)} of ${judged.length} surely grew, ${shrinking} surely shrank`;
};
