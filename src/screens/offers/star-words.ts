import { starAxes, starAxisLabel, type StarAxis } from '../../strategy/worksheets/star-axes.ts';
import type { StarRow } from './star-of.ts';

/** What a star shows: on how many axes we are ahead of the best other, of those where both are scored. */
export const starFinding = (who: string, rows: ReadonlyMap<StarAxis, StarRow>): string => {
  const both = starAxes.flatMap(({ value }) => {
    const { us = null, competitor = null } = rows.get(value)?.values ?? {};
    return us === null || competitor === null ? [] : [{ axis: value, lead: us - competitor }];
  });
  if (both.length === 0) return `The value star of ${who}`;
  const ahead = both.filter(({ lead }) => lead > 0);
  const behind = both.filter(({ lead }) => lead < 0).length;
  const where = ahead.length === 1 && ahead[0] ? ` (${starAxisLabel(ahead[0].axis).toLowerCase()})` : '';
  return `We are ahead of the best other on ${ahead.length}${where} of ${both.length} axes, behind on ${behind}`;
};

/** Which gap is worth most for its cost, else which is widest. `gaps`: widest first; `gain`: per 1,000 of cost, null where no cost is known. */
export const gapFinding = (
  gaps: readonly { readonly label: string; readonly gap: number; readonly gain: number | null }[],
): string => {
  const [widest] = gaps;
  if (!widest || widest.gap === 0) return 'No gap on the axes that are scored';
  const dearest = [...gaps].sort((first, second) => (second.gain ?? 0) - (first.gain ?? 0))[0];
  if (!dearest?.gain) return `${widest.label} is the widest gap; say what a step costs to see the best one`;
  return dearest.label === widest.label
    ? `${widest.label} is the widest gap, and a step there gains most for its cost`
    : `${widest.label} is the widest gap; a step on ${dearest.label.toLowerCase()} gains most for its cost`;
};
