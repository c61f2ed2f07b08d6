import type { Formats } from '../../core/format/formats.ts';
import type { Concentration } from './result.ts';

/** Below this erosion the whale curve has no back to speak of. House rule. */
const noErosion = 0.005;

/** Whether customers after the peak take away enough to speak of. */
export const hasErosion = (value: Concentration): boolean =>
  value.whale.erosion === null ? value.whale.erosionMoney > 0 : value.whale.erosion >= noErosion;

/** The finding above the whale curve: what the best bring and the rest take away. */
export const whaleFinding = (value: Concentration, formats: Formats): string => {
  const { peakCustomers, peakShare, erosion, peak, erosionMoney } = value.whale;
  if (value.customers === 0) return 'Nobody in focus has bought yet';
  const best = `The best ${formats.value(peakCustomers, 'count')} customers bring`;
  if (peakShare === null || erosion === null) {
    return `${best} ${formats.compact(peak, 'money')}; the others take ${formats.compact(erosionMoney, 'money')} away again`;
  }
  if (!hasErosion(value)) return decileFinding(value, formats);
  return `${best} ${formats.value(peakShare, 'share')} of ${value.measure}; the others take ${formats.value(erosion, 'share')} away again`;
};

/** The finding above the tenths: what the best tenth brings. */
export const decileFinding = (value: Concentration, formats: Formats): string =>
  value.top10Share === null
    ? `All customers together bring ${formats.compact(value.total, 'money')}`
    : `The best tenth of customers bring ${formats.value(value.top10Share, 'share')} of ${value.measure}`;

/** The finding above the Lorenz curve: what the less buying half brings. */
export const lorenzFinding = (value: Concentration, formats: Formats): string => {
  const half = value.lorenz.findLast((point) => point.x <= 0.5);
  return half && half.x > 0
    ? `The less buying half of customers bring ${formats.value(half.y, 'share')} of revenue`
    : 'Too few customers for a Lorenz curve';
};

/** How many customers bring four fifths, in a sentence; empty when the total is not positive. */
export const eightyFinding = (value: Concentration, formats: Formats): string =>
  value.customersFor80 === null
    ? ''
    : `${formats.value(value.customersFor80, 'count')} customers (${formats.value(value.customersFor80Share, 'share')}) bring ${formats.value(0.8, 'share')} of ${value.measure}.`;
