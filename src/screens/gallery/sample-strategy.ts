import type { RadarAxis } from '../../charts/layout/radar.ts';
import type { StrategyMap } from '../../charts/layout/strategy-map.ts';

export const areas: readonly RadarAxis[] = [
  { key: 'analysis', label: 'Analysis and planning', now: 3.2, goal: 4 },
  { key: 'people', label: 'People', now: 1.5, goal: 4 },
  { key: 'technology', label: 'Information and technology', now: 2.5, goal: 3 },
  { key: 'process', label: 'Process', now: null, goal: 3.5 },
  { key: 'experience', label: 'Experience', now: 2, goal: null },
];

export const strategyMap: StrategyMap = {
  bands: [
    { key: 'employees', label: 'Employees' },
    { key: 'customers', label: 'Customers' },
    { key: 'value', label: 'Shareholder value' },
  ],
  nodes: [
    {
      key: 'skill',
      band: 'employees',
      label: 'Fixed at first contact',
      figure: '71%, target 70%',
      tone: 'good',
      state: 'on target',
    },
    {
      key: 'delight',
      band: 'customers',
      label: 'Customers very satisfied',
      figure: '58%, target 60%',
      tone: 'near',
      state: 'near',
    },
    {
      key: 'stay',
      band: 'customers',
      label: 'Value retained',
      figure: '64%, target 80%',
      tone: 'bad',
      state: 'behind',
    },
    {
      key: 'profit',
      band: 'value',
      label: 'Profit per customer',
      figure: '–, target £120',
      tone: 'open',
      state: 'no number yet',
    },
  ],
  links: [
    { from: 'skill', to: 'delight' },
    { from: 'delight', to: 'stay' },
    { from: 'stay', to: 'profit' },
    { from: 'skill', to: 'profit' },
  ],
};
