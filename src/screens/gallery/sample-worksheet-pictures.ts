import type { CoverageCell, CoverageLevel } from '../../charts/layout/coverage.ts';
import type { NetworkNode } from '../../charts/layout/network-map.ts';
import type { LaneStep } from '../../charts/layout/two-lanes.ts';
import type { StripItem } from '../../charts/layout/year-strip.ts';

/** Kinds of relations. */
export const sectors = ['Suppliers', 'Partners', 'Owners', 'Employees'].map((label) => ({
  key: label,
  label,
}));

/** A small network with a risk, a relation that nobody has judged, and a kind without anybody. */
export const network: readonly NetworkNode[] = [
  { key: 'a', label: 'Carrier', sector: 'Suppliers', strength: 2, isAtRisk: true, details: [] },
  { key: 'b', label: 'Main supplier', sector: 'Suppliers', strength: 5, isAtRisk: false, details: [] },
  { key: 'c', label: 'Village shops', sector: 'Partners', strength: 3, isAtRisk: false, details: [] },
  { key: 'd', label: 'Service team', sector: 'Employees', strength: null, isAtRisk: false, details: [] },
];

/** What can be done somewhere. */
export const levels: readonly CoverageLevel[] = [
  { key: 'none', label: 'Nothing', short: '–', step: null },
  { key: 'inform', label: 'Inform', short: 'I', step: 2 },
  { key: 'buy', label: 'Buy', short: 'B', step: 4 },
];

/** A grid with a gap and a cell that nobody has judged. */
export const coverage: readonly CoverageCell[] = [
  { row: 'Retention', column: 'Outlets', level: 'buy' },
  { row: 'Retention', column: 'Telephony', level: 'none' },
  { row: 'Advocacy', column: 'Outlets', level: 'inform' },
];

/** A step where both meet, and one where customers are alone. */
export const laneSteps: readonly LaneStep[] = [
  { key: 'a', label: 'Search', left: 'Look for solutions', right: 'Identify leads' },
  { key: 'b', label: 'Choice', left: 'Select a supplier', right: '' },
];

/** A quiet summer, and a mailing that runs into it. */
export const quiet: readonly StripItem[] = [
  {
    key: 'a',
    label: 'Summer holidays',
    from: '2025-07-20',
    to: '2025-08-17',
    isQuiet: true,
    clashes: [],
    details: [],
  },
  {
    key: 'b',
    label: 'Planned: mailing',
    from: '2025-08-01',
    to: '2025-09-30',
    isQuiet: false,
    clashes: [{ from: '2025-08-01', to: '2025-08-17' }],
    details: [],
  },
];
