import type { Random } from '../../../core/numeric/random.ts';
import { toPence, toPounds } from '../money.ts';
import type { SampleTable } from '../sample-tables.ts';
import { createTableBuilder } from '../table-builder.ts';
import { products as productsDefinition } from '../../tables/commerce.ts';
import { planted } from './planted.ts';
import { productRange } from './product-range.ts';

/** A product of the shop; money in pence of the first year. */
export interface Product {
  readonly id: string;
  readonly name: string;
  readonly category: number;
  readonly price: number;
  readonly cost: number;
  /** Relative sales within its category. */
  readonly popularity: number;
}

const productId = (index: number): string => `P-${String(index + 1).padStart(3, '0')}`;

/** Prices end as shops like them: on 50 or 95 pence. */
const shopPrice = (pounds: number): number => Math.max(2, Math.floor(pounds)) * 100 + (pounds < 15 ? 50 : 95);

const fridayProducts = (): readonly Product[] => {
  const category = (name: string): number => productRange.findIndex((plan) => plan.name === name);
  const common = { popularity: 0 };
  const { first, second } = planted.fridayPair;
  return [
    { ...common, id: first, name: 'Pizza dough, two', category: category('Larder'), price: 650, cost: 330 },
    { ...common, id: second, name: 'Chianti, 75 cl', category: category('Cellar'), price: 1_295, cost: 810 },
  ];
};

/** Every product, by id. The Friday pair comes last and has no popularity of its own: baskets add it. */
export const createCatalogue = (random: Random): readonly Product[] => {
  const range = productRange.flatMap((plan, category) =>
    plan.products.map((name, rank) => {
      const price = shopPrice(plan.typicalPrice * Math.exp(plan.priceSpread * random.normal()));
      const margin = Math.max(0.05, plan.typicalMargin + 0.06 * random.normal());
      return { name, category, price, cost: Math.round(price * (1 - margin)), popularity: 1 / (rank + 2) };
    }),
  );
  return [...range.map((product, index) => ({ id: productId(index), ...product })), ...fridayProducts()];
};

/** The products table, with the prices and costs of the last year. */
export const buildProductsTable = (
  catalogue: readonly Product[],
  lastYear: { readonly price: number; readonly cost: number },
): SampleTable => {
  const table = createTableBuilder(productsDefinition, [
    'product_id',
    'name',
    'category',
    'list_price',
    'unit_cost',
  ]);
  for (const product of catalogue)
    table.add({
      product_id: product.id,
      name: product.name,
      category: productRange[product.category]?.name ?? null,
      list_price: toPounds(Math.round(product.price * lastYear.price)),
      unit_cost: toPounds(toPence(toPounds(product.cost * lastYear.cost))),
    });
  return table.build();
};
