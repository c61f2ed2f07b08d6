import type { Random } from '../../../core/numeric/random.ts';
import { createPicker, drawPoisson, happens } from '../draw.ts';
import { monthOf, weekdayOf } from '../trading-days.ts';
import type { Product } from './catalogue.ts';
import { planted } from './planted.ts';
import { productRange } from './product-range.ts';
import type { Visit } from './purchasing.ts';

/** A product in a basket. */
export interface BasketItem {
  readonly product: Product;
  readonly quantity: number;
}

const { unprofitableTail, fridayPair } = planted;
const friday = 5;
const pickCategory = createPicker(productRange.map((category) => category.popularity));
const hampers = productRange.findIndex((category) => category.name === 'Hampers');
const lowMargin = productRange.reduce(
  (lowest, category, index) =>
    category.typicalMargin < (productRange[lowest]?.typicalMargin ?? 1) ? index : lowest,
  0,
);

/** Whether the products of the planted pair are in the basket: independently of each other, except on Fridays. */
const drawFridayPair = (random: Random, onDay: number): readonly [boolean, boolean] => {
  const first = happens(random, fridayPair.aloneProbability);
  const second = happens(random, fridayPair.aloneProbability);
  const together = weekdayOf(onDay) === friday && happens(random, fridayPair.togetherOnFridaysProbability);
  return [first || together, second || together];
};

/** Fills baskets from a catalogue. */
export const createBasketFiller = (
  catalogue: readonly Product[],
): ((random: Random, visit: Visit) => readonly BasketItem[]) => {
  const shelves = productRange.map((_, category) => {
    const products = catalogue.filter((product) => product.category === category && product.popularity > 0);
    return { products, pick: createPicker(products.map((product) => product.popularity)) };
  });
  const pair = [fridayPair.first, fridayPair.second].map((id) =>
    catalogue.find((product) => product.id === id),
  );

  const drawCategory = (random: Random, visit: Visit): number => {
    if (visit.shopper?.kind === 'costly' && happens(random, unprofitableTail.lowMarginShareOfLines))
      return lowMargin;
    if (monthOf(visit.day) % 12 === 11 && happens(random, 0.12)) return hampers;
    const { tastes } = visit.shopper ?? { tastes: [] };
    return tastes.length > 0 && happens(random, 0.6)
      ? (tastes[random.whole(0, tastes.length - 1)] ?? 0)
      : pickCategory(random);
  };

  return (random, visit) => {
    const items: BasketItem[] = [];
    const add = (product: Product | undefined, quantity: number): void => {
      if (product && !items.some((item) => item.product === product)) items.push({ product, quantity });
    };
    const wanted = 1 + drawPoisson(random, visit.shopper?.kind === 'costly' ? 0.8 : 1.3);
    for (let count = 0; count < wanted; count += 1) {
      const category = drawCategory(random, visit);
      const shelf = shelves[category];
      const isFood = productRange[category]?.isFood === true;
      add(shelf?.products[shelf.pick(random)], 1 + drawPoisson(random, isFood ? 0.9 : 0.12));
    }
    drawFridayPair(random, visit.day).forEach((isBought, index) => {
      if (isBought) add(pair[index], 1);
    });
    return items;
  };
};
