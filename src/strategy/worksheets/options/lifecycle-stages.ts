/** The five stages of the customer lifecycle, in their order. */
export const lifecycleStages = [
  { value: 'acquisition', label: 'Acquisition' },
  { value: 'onboarding', label: 'Onboarding' },
  { value: 'engagement', label: 'Engagement' },
  { value: 'retention', label: 'Retention' },
  { value: 'advocacy', label: 'Advocacy' },
] as const;
