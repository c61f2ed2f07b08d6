import type { Enabler } from '../workbook.ts';

/**
 * Five conditions without which CRM creates no value. The published value chain (Buttle, Jones, Stone) names the first
 * two; the other three are ours and marked as editable defaults.
 */
export const defaultEnablers: readonly Enabler[] = [
  { id: 'data-and-analytics', name: 'Data and analytics', isDefault: false },
  { id: 'technology', name: 'Technology', isDefault: false },
  { id: 'people', name: 'People', isDefault: true },
  { id: 'process', name: 'Process', isDefault: true },
  { id: 'leadership-and-culture', name: 'Leadership and culture', isDefault: true },
];
