import type { Finding } from '../finding.ts';

/** A table as the dictionary describes it. */
interface DescribedTable {
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly { readonly name: string; readonly known: number }[];
}

const namedExamples = 5;
const words = (column: string): string => column.replace(/^attr_/, '').replaceAll('_', ' ');

/** One finding for all customer attributes that some customers have and others don't; none when there is none such. */
export const attributeFinding = (tables: readonly DescribedTable[]): readonly Finding[] => {
  const table = tables.find(({ name }) => name === 'customer_attributes');
  if (!table) return [];
  const columns = table.columns.filter(({ name }) => name !== 'customer_id');
  const partial = columns
    .filter(({ known }) => known > 0 && known < table.rows)
    .sort((a, b) => a.known - b.known);
  if (partial.length === 0) return [];
  return [
    {
      id: 'customer_attributes/empty',
      severity: 'info',
      title: 'Attributes that not every customer has',
      table: 'customer_attributes',
      count: partial.length,
      population: columns.length,
      share: partial.length / columns.length,
      unit: 'attributes',
      explanation: 'Columns of your own that are empty for some customers.',
      examples: partial.slice(0, namedExamples).map(({ name, known }) => ({
        id: null,
        text: `${words(name)}: ${Math.round((100 * known) / table.rows)} % known`,
      })),
      effect: {
        revenue: null,
        revenueShare: null,
        customers: null,
        analyses: ['segment-profile'],
        how: 'Customers without a value are left out where a segment asks for it.',
      },
      treatments: [],
    },
  ];
};
