import type { Formats } from '../../core/format/formats.ts';
import type { Rung, ValueLadder } from './result.ts';

/** The finding above the ladder: how many came back, and what the upper rungs bring. */
export const ladderFinding = (value: ValueLadder, formats: Formats): string => {
  if (value.buyers === 0) return 'Nobody in focus has bought yet';
  const upper = value.rungs.filter(({ rung }) => rung >= 6);
  const count = upper.reduce((sum, { customers }) => sum + customers, 0);
  const revenue = upper.reduce((sum, rung) => sum + rung.revenue, 0);
  const came = `${formats.value(value.repeatShare, 'share')} of buyers came back`;
  if (count === 0) return `${came}; none has reached the loyal rung`;
  const share =
    value.revenue > 0 ? ` and bring ${formats.value(revenue / value.revenue, 'share')} of revenue` : '';
  const are = count === 1 ? 'is loyal or an advocate' : 'are loyal or advocates';
  const bring = count === 1 ? share.replace('bring', 'brings') : share;
  return `${came}; ${formats.value(count, 'count')} ${are}${bring}`;
};

/** The second figure on a rung: revenue and how much of the rung has lapsed. */
export const rungWords = (rung: Rung, formats: Formats): string => {
  if (rung.rung < 3 || rung.customers === 0) return '';
  const lapsed = rung.lapsed === 0 ? '' : ` · ${formats.value(rung.lapsedShare, 'share')} lapsed`;
  return `${formats.compact(rung.revenue, 'money')}${lapsed}`;
};

/** The rule of a rung, and how many of it are loyal by behaviour alone. */
export const rungDetail = (rung: Rung, formats: Formats): string =>
  rung.behavioural > 0 && rung.behavioural < rung.customers
    ? `${rung.rule}; ${formats.value(rung.behavioural, 'count')} were not asked`
    : rung.rule;

/** How silence is judged, in a sentence. */
export const lapsedWords = (value: ValueLadder, activeGaps: number, formats: Formats): string =>
  value.thresholds.usualGapDays === null
    ? 'Nobody has bought on two days yet, so it can’t be said who has lapsed.'
    : `Lapsed: silent for more than ${formats.value(activeGaps, 'points')} usual gaps. Typically ${formats.value(value.thresholds.usualGapDays, 'days')} pass between two purchases.`;
