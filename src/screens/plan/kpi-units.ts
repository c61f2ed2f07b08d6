import type { Formats } from '../../core/format/formats.ts';
import type { Kpi } from '../../strategy/records/plan.ts';

/** What a KPI can be measured in. */
export const kpiUnits: readonly { readonly value: Kpi['unit']; readonly label: string }[] = [
  { value: 'share', label: '%' },
  { value: 'count', label: 'number' },
  { value: 'money', label: 'money' },
  { value: 'days', label: 'days' },
  { value: 'ratio', label: 'ratio' },
  { value: 'points', label: 'points' },
];

/** The target of a KPI in its unit; an en dash without one. */
export const kpiFormat = ({ target, unit }: Kpi, formats: Formats): string => formats.value(target, unit);
