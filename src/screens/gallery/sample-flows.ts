import type { Flow } from '../../charts/layout/flows.ts';

export const moves = {
  groups: ['Loyal', 'New', 'At risk', 'Gone'].map((label) => ({ key: label, label })),
  flows: [
    { from: 'Loyal', to: 'Loyal', value: 420, tone: 'same' },
    { from: 'Loyal', to: 'At risk', value: 130, tone: 'worse' },
    { from: 'New', to: 'Loyal', value: 90, tone: 'same' },
    { from: 'New', to: 'Gone', value: 160, tone: 'worse' },
    { from: 'At risk', to: 'Loyal', value: 45, tone: 'better' },
    { from: 'At risk', to: 'Gone', value: 210, tone: 'same' },
    { from: 'Gone', to: 'Gone', value: 380, tone: 'same' },
  ] satisfies readonly Flow[],
};
