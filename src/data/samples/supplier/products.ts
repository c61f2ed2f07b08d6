import type { Random } from '../../../core/numeric/random.ts';
import { products as productsDefinition } from '../../tables/commerce.ts';
import { toPounds } from '../money.ts';
import type { SampleTable } from '../sample-tables.ts';
import { createTableBuilder } from '../table-builder.ts';

/** Something that the supplier sells by the piece or roll; money in pence. */
export interface SupplierProduct {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly price: number;
  readonly cost: number;
}

/** Share of the list price that is left after the cost of goods, before any discount. */
const listMargin = 0.28;
const range: readonly {
  readonly category: string;
  readonly pounds: number;
  readonly names: readonly string[];
}[] = [
  {
    category: 'Cartons',
    pounds: 0.9,
    names: [
      'Single wall, small',
      'Single wall, medium',
      'Single wall, large',
      'Double wall, medium',
      'Double wall, large',
      'Wine carton, six',
      'Book wrap',
      'Archive box',
      'Printed carton, small',
      'Printed carton, large',
    ],
  },
  {
    category: 'Mailers',
    pounds: 0.35,
    names: [
      'Paper mailer, A5',
      'Paper mailer, A4',
      'Padded mailer, small',
      'Padded mailer, large',
      'Board envelope',
      'Grip-seal bag',
      'Compostable mailer',
      'Bottle sleeve',
    ],
  },
  {
    category: 'Tape and film',
    pounds: 3.4,
    names: [
      'Paper tape, 50 m',
      'Vinyl tape, 66 m',
      'Printed tape',
      'Stretch film, hand',
      'Stretch film, machine',
      'Strapping, 1,000 m',
      'Shrink film',
      'Bubble film, 100 m',
    ],
  },
  {
    category: 'Void fill',
    pounds: 14,
    names: [
      'Kraft paper, roll',
      'Paper fill, fan-fold',
      'Air pillows, roll',
      'Starch chips, sack',
      'Wood wool, bale',
      'Tissue paper, ream',
    ],
  },
  {
    category: 'Labels',
    pounds: 6.5,
    names: [
      'Address labels, 1,000',
      'Fragile labels, 500',
      'Thermal labels, roll',
      'Document pouches, 250',
      'Barcode labels, roll',
      'Tamper seals, 500',
    ],
  },
  {
    category: 'Pallets and crates',
    pounds: 11,
    names: [
      'Pallet, euro',
      'Pallet, heat-treated',
      'Plywood crate',
      'Pallet collar',
      'Pallet cover, 50',
      'Edge protectors, 100',
    ],
  },
];

/** The whole range, in the order of its categories. */
export const createRange = (random: Random): readonly SupplierProduct[] =>
  range
    .flatMap(({ category, pounds, names }) => names.map((name) => ({ category, name, pounds })))
    .map(({ category, name, pounds }, index) => {
      const price = Math.max(8, Math.round(100 * pounds * Math.exp(0.4 * random.normal())));
      return {
        id: `CPX-${100 + index}`,
        name,
        category,
        price,
        cost: Math.round(price * (1 - listMargin + 0.02 * random.normal())),
      };
    });

/** The products table. */
export const buildSupplierProductsTable = (products: readonly SupplierProduct[]): SampleTable => {
  const table = createTableBuilder(productsDefinition, [
    'product_id',
    'name',
    'category',
    'list_price',
    'unit_cost',
  ]);
  for (const { id, name, category, price, cost } of products)
    table.add({ product_id: id, name, category, list_price: toPounds(price), unit_cost: toPounds(cost) });
  return table.build();
};
