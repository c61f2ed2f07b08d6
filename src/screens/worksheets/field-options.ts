import type { App } from '../../state/app.svelte.ts';
import type { Field } from '../../strategy/worksheets/field.ts';
import { findWorksheet } from '../../strategy/worksheets/registry.ts';
import { rowsOf } from '../../strategy/worksheets/rows.ts';
import { rowName } from './write-row.ts';

/** A choice in a cell; the empty value stands for none. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

type Scale = Pick<Extract<Field, { kind: 'score' }>, 'low' | 'high' | 'anchors'>;

/** The steps of a scale, lowest first, each with its number and what it means. */
export const scaleOptions = ({ low, high, anchors }: Scale): readonly Option[] =>
  Array.from({ length: high - low + 1 }, (_, at) => ({
    value: String(low + at),
    label: anchors?.[at] ? `${low + at} ${anchors[at]}` : String(low + at),
  }));

/** What can be chosen for a field, without “none”; undefined for fields that are written. */
export const fieldOptions = (app: App, field: Field): readonly Option[] | undefined => {
  if (field.kind === 'choice') return field.options;
  if (field.kind === 'score' || field.kind === 'assessed') return scaleOptions(field);
  if (field.kind === 'segment')
    return app.workbook.current.segments.map(({ id, name }) => ({ value: id, label: name }));
  if (field.kind === 'enabler')
    return app.workbook.current.enablers.map(({ id, name }) => ({ value: id, label: name }));
  if (field.kind !== 'row') return undefined;
  const worksheet = findWorksheet(field.worksheet);
  return worksheet
    ? rowsOf(app.workbook.current, worksheet).map((row) => ({
        value: row.id,
        label: rowName(worksheet, row),
      }))
    : [];
};
