import type { FilePlan } from '../contract.ts';
import { attributeName } from '../mapping/customer-attributes.ts';
import { findTarget, type MappingTarget } from '../mapping/targets.ts';
import { stagedColumn } from './staged-columns.ts';
import type { ColumnSource } from './column-reading.ts';
import type { AttributeSource } from './typed-file.ts';

/** The columns of a staged file that a plan uses. */
export interface PlacedColumns {
  readonly sources: readonly ColumnSource[];
  readonly attributes: readonly AttributeSource[];
}

/** The target under a name of its own where several columns may go there: `stage_events.entered_at_2`. */
const ownTarget = (target: MappingTarget, sources: readonly ColumnSource[]): MappingTarget | undefined => {
  const before = sources.filter((source) => source.target.target.replace(/_\d+$/, '') === target.target);
  if (before.length === 0) return target;
  return target.isRepeatable ? { ...target, target: `${target.target}_${before.length + 1}` } : undefined;
};

/** Finds the plan's columns in the staged file. */
export const placeColumns = (plan: FilePlan, names: readonly string[]): PlacedColumns => {
  const sources: ColumnSource[] = [];
  const attributes: AttributeSource[] = [];
  for (const { column, target } of plan.mapping) {
    const index = names.indexOf(column);
    if (index < 0) continue;
    const staged = stagedColumn(index);
    const found = findTarget(target);
    const own = found && ownTarget(found, sources);
    if (own !== undefined) sources.push({ name: column, staged, target: own });
    if (target === 'attribute') attributes.push({ name: uniqueName(attributes, column), column, staged });
  }
  return { sources, attributes };
};

const uniqueName = (taken: readonly AttributeSource[], column: string): string => {
  const base = attributeName(column);
  let name = base;
  for (let copy = 2; taken.some((attribute) => attribute.name === name); copy += 1) name = `${base}_${copy}`;
  return name;
};
