import { isProductList } from './key-columns.ts';
import { columnOrNull, type TypedFile } from './typed-file.ts';

/** Whether a file names the categories that products give by a number. */
export const isCategoryList = ({ targets }: TypedFile): boolean =>
  targets.has('products.category_id') &&
  targets.has('products.category') &&
  !targets.has('products.product_id');

/** Whether a file says something about products: it lists them, or its lines name them. */
export const describesProducts = (file: TypedFile): boolean =>
  !isCategoryList(file) &&
  ([...file.targets].some((target) => target.startsWith('products.')) ||
    file.targets.has('lines.product_id'));

/** The names of categories by number, of all files that list them. */
const categoriesSql = (files: readonly TypedFile[]): string => {
  const lists = files
    .filter(isCategoryList)
    .map(({ table }) => `select products__category_id as id, products__category as title from ${table}`);
  return lists.length === 0
    ? 'select null::varchar as id, null::varchar as title'
    : `select id, min(title) as title from (${lists.join(' union all ')}) group by id`;
};

/** What one file says about each product: its commonest name and category, as descriptions are typed by hand. */
const productsOf = (file: TypedFile): string => {
  const column = (name: string): string => columnOrNull(file, `products.${name}`);
  const name = file.targets.has('products.name') ? 'products__name' : 'null::varchar';
  const category = file.targets.has('products.category_id')
    ? `coalesce(${column('category')}, categories.title, products__category_id)`
    : column('category');
  const join = file.targets.has('products.category_id')
    ? 'left join import_categories as categories on categories.id = products__category_id'
    : '';
  return `select product_key as product_id, ${isProductList(file) ? file.index : file.index + 1000} as file_no,
      mode(${name}) as name, mode(${category}) as category,
      max(${column('list_price')}) as list_price, max(${column('unit_cost')}) as unit_cost
    from ${file.table} ${join} where product_key is not null group by product_key`;
};

/** Whether some file is a list of products, which other files refer to. */
const hasProductList = (files: readonly TypedFile[]): boolean => files.some(isProductList);

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
    `create or replace table import_categories as ${categoriesSql(files)}`,
    `create or replace table import_products as
     select product_id, min(file_no) as file_no, arg_min(name, file_no) as name, arg_min(category, file_no) as category,
       arg_min(list_price, file_no) as list_price, arg_min(unit_cost, file_no) as unit_cost
     from (${parts.join('\nunion all\n')}) group by product_id`,
    `insert into next_products select ${insertColumns} from import_products ${listed}`,
    'drop table import_categories',
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
