import { mappingTargets } from '../../data/importing/mapping/targets.ts';
import { canonicalTables } from '../../data/tables/canonical-tables.ts';

/** A place where a column can go, as the mapping screen offers it. */
export interface MappingOption {
  readonly value: string;
  readonly label: string;
  readonly hint: string;
}

const titleOf = (table: string): string => canonicalTables.find(({ name }) => name === table)?.title ?? table;

/** A target in words: “Order lines: unit price”. */
export const targetWords = (target: string): string => {
  if (target === 'ignore') return 'Leave out';
  if (target === 'attribute') return 'Customer attribute';
  const [table = '', column = ''] = target.split('.', 2);
  return `${titleOf(table)}: ${column.replaceAll('_', ' ')}`;
};

/** All places: leave out, customer attribute, and everything that the importer can use. */
export const mappingOptions: readonly MappingOption[] = [
  { value: 'ignore', label: targetWords('ignore'), hint: 'The column is not read' },
  {
    value: 'attribute',
    label: targetWords('attribute'),
    hint: 'Kept under its own name, for segments and profiles',
  },
  ...mappingTargets.map(({ target, meaning }) => ({
    value: target,
    label: targetWords(target),
    hint: meaning,
  })),
];
