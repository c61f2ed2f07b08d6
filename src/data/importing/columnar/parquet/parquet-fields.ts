import type { SchemaTree } from 'hyparquet';
import type { NativeColumn } from '../native-column.ts';
import { leafKind, nativeType } from './leaf-kind.ts';
import { nestedParts } from './nested-column.ts';
import { leavesOf, type ParquetLeaf } from './parquet-leaf.ts';

/** A field of the file's first level, with its leaves and where they are among all leaves. */
export interface ParquetField {
  readonly node: SchemaTree;
  readonly leaves: readonly { readonly leaf: ParquetLeaf; readonly index: number }[];
  readonly isNested: boolean;
}

/** The fields of a schema's first level. */
export const fieldsOf = (root: SchemaTree): readonly ParquetField[] => {
  let index = 0;
  return root.children.map((node) => {
    const leaves = leavesOf(node, [root]).map((leaf) => ({ leaf, index: index++ }));
    const isNested = leaves.some(
      ({ leaf }) =>
        leaf.repetition > 0 || leaf.nodes.some(({ element }) => element.logical_type?.type === 'VARIANT'),
    );
    return { node, leaves, isNested };
  });
};

/** The columns that a field gives. */
export const columnsOf = ({ node, leaves, isNested }: ParquetField): readonly NativeColumn[] =>
  isNested
    ? nestedParts(node).map(({ name }) => ({ name, type: 'VARCHAR' }))
    : leaves.map(({ leaf }) => ({ name: leaf.path.join('.'), type: nativeType(leafKind(leaf.element)) }));
