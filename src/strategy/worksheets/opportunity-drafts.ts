import type { opportunities } from './kinds/opportunities.ts';
import type { competitors } from './kinds/competitors.ts';
import type { needs } from './kinds/needs.ts';
import { starGap, type valueStar } from './kinds/value-star.ts';
import { starAxes, starAxisLabel, type StarAxis } from './star-axes.ts';
import type { RowOf, Worksheet } from './worksheet.ts';
import type { ValuesOf } from './field.ts';

/** A row of the worksheet `W`. */
export type RowIn<W> = W extends Worksheet<infer F> ? RowOf<F> : never;

/** What an opportunity that comes from elsewhere says from the start, and the numbers it brings along. */
export interface OpportunityDraft {
  readonly values: Partial<ValuesOf<typeof opportunities.fields>>;
  readonly evidenceIds: readonly string[];
}

const gains: Readonly<Record<StarAxis, 'effective' | 'cheaper' | 'experience'>> = {
  product: 'effective',
  process: 'experience',
  price: 'cheaper',
  service: 'experience',
  location: 'experience',
  logistics: 'effective',
  communication: 'experience',
  people: 'experience',
};

const outOfTen = (name: string, score: number | null): string =>
  score === null ? '' : `${name} ${score} of 10`;

const listed = (...parts: readonly string[]): string => {
  const known = parts.filter(Boolean).join(', ');
  return known === '' ? '' : `${known.charAt(0).toUpperCase()}${known.slice(1)}.`;
};

const levelFor = (segment: string | null): 'segment' | 'market' => (segment === null ? 'market' : 'segment');

/** An under-served need as an opportunity. */
export const opportunityOfNeed = ({ values, evidenceIds }: RowIn<typeof needs>): OpportunityDraft => ({
  values: {
    title: values.need.trim() || 'An under-served need',
    level: levelFor(values.segment),
    segment: values.segment,
    problem: listed(
      outOfTen('importance', values.importance),
      outOfTen('satisfaction', values.satisfaction),
      values.heardFrom.trim() && `heard from ${values.heardFrom.trim()}`,
    ),
    today: listed(outOfTen('best competitor', values.competitor)),
  },
  evidenceIds,
});

/** The axis on which they are furthest ahead of us, and by how much; undefined when they are nowhere ahead. */
export const widestLead = (
  them: Readonly<Record<StarAxis, number | null>>,
  us: Readonly<Record<StarAxis, number | null>>,
): { readonly axis: StarAxis; readonly by: number } | undefined =>
  starAxes
    .map(({ value: axis }) => ({ axis, by: (them[axis] ?? -Infinity) - (us[axis] ?? Infinity) }))
    .filter(({ by }) => by > 0)
    .sort((first, second) => second.by - first.by)[0];

/** What a competitor does better than we do, as an opportunity; undefined when nothing is. */
export const opportunityOfCompetitor = (
  them: RowIn<typeof competitors>,
  us: RowIn<typeof competitors> | undefined,
): OpportunityDraft | undefined => {
  const lead = us && widestLead(them.values, us.values);
  if (!lead) return undefined;
  const name = them.values.name.trim() || 'A competitor';
  return {
    values: {
      title: `Catch up with ${name} on ${starAxisLabel(lead.axis).toLowerCase()}`,
      level: 'market',
      problem: `${name} ${them.values[lead.axis]} of 10, we ${us.values[lead.axis]} of 10.`,
      today: `Bought from ${name}.`,
      gain: gains[lead.axis],
    },
    evidenceIds: them.evidenceIds,
  };
};

/** A gap of the star as an opportunity; undefined where there is none. */
export const opportunityOfGap = ({
  values,
  evidenceIds,
}: RowIn<typeof valueStar>): OpportunityDraft | undefined => {
  const { axis, segment, us, importance, competitor, step } = values;
  if (axis === null || (starGap(values) ?? 0) <= 0) return undefined;
  return {
    values: {
      title: `Close the gap on ${starAxisLabel(axis).toLowerCase()}`,
      level: levelFor(segment),
      segment,
      problem: [listed(outOfTen('importance', importance), outOfTen('we', us)), step.trim()].join(' ').trim(),
      today: listed(outOfTen('best competitor', competitor)),
      gain: gains[axis],
    },
    evidenceIds,
  };
};
