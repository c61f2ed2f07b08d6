import { columnOrNull, type TypedFile } from './typed-file.ts';

const describesProducts = ({ targets }: TypedFile): boolean =>
  [...targets].some((target) => target.startsWith('products.')) || targets.has('lines.product_id');

/** Whether a file's rows are products. */
const isProductList = ({ targets }: TypedFile): boolean => targets.has('products.product_id');

/** What one file says about each product: its commonest name and category, as descriptions are typed by hand. */
const productsOf = (file: TypedFile): string => {
  const column = (name: string): string => columnOrNull(file, `products.${name}`);
  const name = file.targets.has('products.name') ? 'products__name' : 'null::varchar';
  return `select product_key as product_id, ${isProductList(file) ? file.index : file.index + 1000} as file_no,
      mode(${name}) as name, mode(${column('category')}) as category,
      max(${column('list_price')}) as list_price, max(${column('unit_cost')}) as unit_cost
    from ${file.table} where product_key is not null group by product_key`;
};

/** Whether some file is a list of products, which other files refer to. */
export const hasProductList = (files: readonly TypedFile[]): boolean => files.some(isProductList);

const insertColumns = 'product_id, coalesce(name, product_id), category, list_price, unit_cost';

/**
 * Fills `next_products` from the lists of products, or from what order lines say where there is no list. All that is
 * said about products stays in `import_products` for {@link addNamedProducts}. Without a name the number is the name.
 */
export const buildProducts = (files: readonly TypedFile[]): readonly string[] => {
  const parts = files.filter(describesProducts).map(productsOf);
  if (parts.length === 0) return [];
  const listed = hasProductList(files) ? 'where file_no < 1000' : '';
  return [
    `create or replace table import_products as
     select product_id, min(file_no) as file_no, arg_min(name, file_no) as name, arg_min(category, file_no) as category,
       arg_min(list_price, file_no) as list_price, arg_min(unit_cost, file_no) as unit_cost
     from (${parts.join('\nunion all\n')}) group by product_id`,
    `insert into next_products select ${insertColumns} from import_products ${listed}`,
  ];
};

/** Adds the products that only lines and deals name, once near-misses have been joined. */
export const addNamedProducts = (files: readonly TypedFile[]): readonly string[] => {
  const unknown = `select distinct product_id from (
      select product_id from next_lines union all select product_id from next_deals
    ) where product_id is not null and product_id not in (select product_id from next_products)`;
  const isDescribed = files.some(describesProducts);
  return [
    isDescribed
      ? `insert into next_products select ${insertColumns} from (${unknown}) left join import_products using (product_id)`
      : `insert into next_products (product_id, name) select product_id, product_id from (${unknown})`,
    'drop table if exists import_products',
  ];
};
