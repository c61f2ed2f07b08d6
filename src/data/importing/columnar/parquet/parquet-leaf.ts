import type { SchemaElement, SchemaTree } from 'hyparquet';

/** A physical column: a leaf of the schema. */
export interface ParquetLeaf {
  readonly element: SchemaElement;
  /** Names from the top. */
  readonly path: readonly string[];
  /** From the root of the schema down to the leaf. */
  readonly nodes: readonly SchemaTree[];
  /** Level at which a value is there: below it, it or something above it is null. */
  readonly definition: number;
  /** How many lists it is in. */
  readonly repetition: number;
}

const countNodes = (nodes: readonly SchemaTree[], isCounted: (node: SchemaTree) => boolean): number =>
  nodes.slice(1).reduce((count, node) => count + (isCounted(node) ? 1 : 0), 0);

/** All leaves below a node; `above` are the nodes from the root down to it. */
export const leavesOf = (node: SchemaTree, above: readonly SchemaTree[]): readonly ParquetLeaf[] => {
  const nodes = [...above, node];
  if (node.children.length > 0) return node.children.flatMap((child) => leavesOf(child, nodes));
  return [
    {
      element: node.element,
      path: node.path,
      nodes,
      definition: countNodes(nodes, ({ element }) => element.repetition_type !== 'REQUIRED'),
      repetition: countNodes(nodes, ({ element }) => element.repetition_type === 'REPEATED'),
    },
  ];
};
