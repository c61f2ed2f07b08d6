import type { Formats } from '../../core/format/formats.ts';
import type { CustomerProfitParams } from './params.ts';
import type { CustomerProfit } from './result.ts';
import { traitWords } from './traits.ts';

/** Below this erosion the whale curve has no back to speak of. House rule. */
const noErosion = 0.005;

/** Fewest buyers of a year of tenure that is drawn. House rule. */
const fewestBuyers = 30;

/** Years of tenure with enough buyers to be drawn; the first in any case. */
export const drawnTenure = ({ tenure }: CustomerProfit): CustomerProfit['tenure'] =>
  tenure.filter(({ year, buyers }) => year === 1 || buyers >= fewestBuyers);

/** The finding above the whale curve: how many bring how much, and what the others take away. */
export const whaleFinding = ({ before, customers, loss }: CustomerProfit, formats: Formats): string => {
  if (customers === 0) return 'Nobody in focus has bought yet';
  const best = `${formats.value(before.peakCustomers, 'count')} of ${formats.value(customers, 'count')} customers bring`;
  if (before.peakShare === null)
    return `${best} ${formats.compact(before.peak, 'money')}; the others take ${formats.compact(-loss, 'money')} away`;
  if (before.peakShare - 1 < noErosion)
    return `Hardly any of the ${formats.value(customers, 'count')} customers cost more than they bring`;
  return `${best} ${formats.value(before.peakShare, 'share')} of the profit; the others take ${formats.compact(-loss, 'money')} away again`;
};

/** What the surgery changes, in a sentence; a plain one where it changes nothing. */
export const surgeryFinding = ({ surgery, profit }: CustomerProfit, formats: Formats): string => {
  if (surgery.changed === 0) return 'This changes nothing: nobody it is meant for is touched by it';
  const size = formats.compact(Math.abs(surgery.change), 'money');
  const share = profit > 0 ? ` (${formats.value(Math.abs(surgery.change) / profit, 'share')})` : '';
  return `Profit would ${surgery.change >= 0 ? 'rise' : 'fall'} by ${size}${share}, from ${formats.value(surgery.changed, 'count')} customers`;
};

/** What the surgery does to those it is for, in words. */
export const actionWords = (params: CustomerProfitParams, formats: Formats): string => {
  const share = (value: number): string => formats.value(value, 'share');
  switch (params.action) {
    case 'self-service':
      return `${share(params.moved)} of their tickets, calls, visits and messages move to self-service, which saves ${share(params.saving)} of the cost of each`;
    case 'call-frequency':
      return `${share(params.callsCut)} of their calls and visits are dropped`;
    case 'order-minimum':
      return `they put orders together until each reaches ${formats.value(params.minimumOrder, 'money')}`;
    case 'surcharge':
      return `they pay ${formats.value(params.surcharge, 'money')} more for each order`;
    case 're-price':
      return `their prices rise by ${share(params.priceRise)}`;
    case 'exit':
      return `${share(params.exitShare)} of their business ends`;
  }
};

const whomWords = (params: CustomerProfitParams, formats: Formats): string => {
  if (params.whom === 'unprofitable') return 'customers who cost more than they bring';
  return params.whom === 'below'
    ? `customers below a profit of ${formats.value(params.profitBelow, 'money')}`
    : 'everyone in focus';
};

/** What the surgery assumes, in full. */
export const assumption = (params: CustomerProfitParams, formats: Formats): string => {
  const lost =
    params.action === 'exit'
      ? ''
      : `; ${formats.value(params.expectedLoss, 'share')} of the business of those it changes goes elsewhere`;
  return `Assumed for ${whomWords(params, formats)}: ${actionWords(params, formats)}${lost}. Cost that is set free counts as saved: that holds once the capacity is given up or used otherwise.`;
};

/** The finding above the tenths: what the best and the last tenth bring. */
export const decileFinding = (value: CustomerProfit, formats: Formats): string => {
  const [first, last] = [value.deciles[0], value.deciles.at(-1)];
  if (!first || !last || value.deciles.length < 2) return 'Too few customers for tenths';
  const bring = `The best tenth bring ${formats.compact(first.profit, 'money')}`;
  return last.profit < 0
    ? `${bring}; the last tenth cost ${formats.compact(-last.profit, 'money')} more than they bring`
    : `${bring}, the last tenth ${formats.compact(last.profit, 'money')}`;
};

/** The finding above the tenure curve: whether a customer who stays brings more. */
export const tenureFinding = (value: CustomerProfit, formats: Formats): string => {
  const years = drawnTenure(value);
  const [first, last] = [years[0], years.at(-1)];
  if (!first || first.profitBuyer === null) return 'Nobody has been a customer for a full year yet';
  if (!last || last.profitBuyer === null || last === first)
    return `In their first year customers bring ${formats.value(first.profitBuyer, 'money')} each`;
  const more = last.profitBuyer > first.profitBuyer ? 'more' : 'less';
  return `Those who still buy in year ${last.year} bring ${more} than in year 1: ${formats.value(last.profitBuyer, 'money')} against ${formats.value(first.profitBuyer, 'money')}`;
};

/** The finding above the tail: who the unprofitable customers are. */
export const tailFinding = (value: CustomerProfit, formats: Formats): string => {
  const [trait] = value.tail;
  if (value.unprofitable === 0) return 'Nobody costs more than they bring';
  const share = formats.value(value.unprofitable / value.customers, 'share');
  if (!trait) return `${share} of customers cost more than they bring, and nothing we know sets them apart`;
  return `${traitWords(trait)}: ${formats.value(trait.tailShare, 'share')} of unprofitable customers, ${formats.value(trait.baseShare, 'share')} of all`;
};

/** The finding above the pools: how much of what was supplied reached a customer. */
export const capacityFinding = ({ capacity }: CustomerProfit, formats: Formats): string =>
  capacity.supplied === null || capacity.unallocatedShare === null
    ? `Serving customers in focus takes ${formats.compact(capacity.focus, 'money')} at the assumed cost a minute`
    : `${formats.value(capacity.unallocatedShare, 'share')} of ${formats.compact(capacity.supplied, 'money')} supplied reaches no known customer`;
