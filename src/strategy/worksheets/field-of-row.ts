import type { FormatUnit } from '../../core/format/formats.ts';
import type { Field } from './field.ts';

type Values = Readonly<Record<string, unknown>>;

const units: readonly FormatUnit[] = ['money', 'count', 'share', 'days', 'ratio', 'points'];

const words = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/**
 * A field as it is in one row: the ends of its scale in the row's own words (`anchorsFrom`), its amounts in the row's own unit
 * (`unitFrom`). What the row does not say stays as the worksheet says it.
 */
export const fieldOfRow = (field: Field, values: Values): Field => {
  if (field.kind === 'amount' && field.unitFrom !== undefined) {
    const unit = units.find((one) => one === values[field.unitFrom as string]);
    return unit ? { ...field, unit } : field;
  }
  if (field.kind !== 'assessed' || !field.anchorsFrom || !field.anchors) return field;
  const low = words(values[field.anchorsFrom.low]);
  const high = words(values[field.anchorsFrom.high]);
  return {
    ...field,
    anchors: field.anchors.map((anchor, at, all) =>
      at === 0 ? low || anchor : at === all.length - 1 ? high || anchor : anchor,
    ),
  };
};
