import type { Gantt } from '../../charts/layout/gantt.ts';

/** A small plan in three phases with two gates. */
export const gantt: Gantt = {
  groups: [
    { key: '1', label: 'Phase 1, Analysis' },
    { key: '2', label: 'Phase 2, Resources' },
    { key: '3', label: 'Phase 3, Implementation' },
  ],
  rows: [
    { key: 'rank', label: 'Rank accounts', from: '2026-01-01', to: '2026-02-28', group: '1', note: '£4k' },
    { key: 'tiers', label: 'Service tiers', from: '2026-03-01', to: '2026-05-31', group: '2', note: '£11k' },
    {
      key: 'call',
      label: 'Welcome call within three days',
      from: '2026-04-01',
      to: '2026-12-31',
      group: '3',
      note: '£11k',
      warning: 'before gate 2',
    },
  ],
  gates: [
    { key: 'gate-1', label: 'Gate 1', day: '2026-03-01', isMet: true, criterion: 'List agreed' },
    { key: 'gate-2', label: 'Gate 2', day: '2026-05-11', isMet: false, criterion: 'Tiers priced' },
  ],
};
