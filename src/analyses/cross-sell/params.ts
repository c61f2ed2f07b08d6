import * as v from 'valibot';
import { choiceParameter, numberParameter } from '../parameters.ts';

/** What is looked at, and which pairs are worth an offer. */
export const crossSellParams = v.object({
  item: choiceParameter(
    { title: 'Pairs of', help: 'Where products are many and seldom bought again, take categories' },
    [
      { value: 'product', label: 'Products' },
      { value: 'category', label: 'Categories' },
    ],
    'product',
  ),
  level: choiceParameter(
    { title: 'Bought by the same', help: 'Customer: at any time of the look-back. Basket: in one order' },
    [
      { value: 'customer', label: 'Customer' },
      { value: 'basket', label: 'Basket' },
    ],
    'customer',
  ),
  windowDays: numberParameter(
    { title: 'Look back', help: 'Orders of so many days up to as-of', houseRule: true },
    { default: 365, min: 28, max: 7_300, step: 1, unit: 'days' },
  ),
  items: numberParameter(
    {
      title: 'Most frequent',
      help: 'So many products or categories, those that most customers (or baskets) hold, are paired; the others are left out',
      houseRule: true,
    },
    { default: 120, min: 10, max: 400, step: 10, unit: 'items' },
  ),
  minimumTogether: numberParameter(
    { title: 'Together at least', help: 'Customers, or baskets, that hold both', houseRule: true },
    { default: 10, min: 1, max: 10_000, step: 1, unit: 'times' },
  ),
  minimumShare: numberParameter(
    { title: 'And of all at least', help: 'Share of customers, or baskets, that hold both', houseRule: true },
    { default: 0.001, min: 0, max: 1, step: 0.0005, unit: 'share' },
  ),
  minimumConfidence: numberParameter(
    { title: 'Confidence from', help: 'Share of those with the first who have the second', houseRule: true },
    { default: 0.1, min: 0, max: 1, step: 0.01, unit: 'share' },
  ),
  minimumLift: numberParameter(
    {
      title: 'Lift from',
      help: 'Times as often as chance would have it, also among customers of one RFM segment; from 1 on, its interval must lie above 1 too',
      houseRule: true,
    },
    { default: 1.2, min: 0, max: 10, step: 0.1, unit: 'times' },
  ),
  listed: numberParameter(
    { title: 'List', help: 'So many pairs, those worth most', houseRule: true },
    { default: 40, min: 5, max: 500, step: 5, unit: 'pairs' },
  ),
});

/** {@link crossSellParams}' type. */
export type CrossSellParams = v.InferOutput<typeof crossSellParams>;
