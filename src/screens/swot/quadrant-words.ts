import type { Quadrant } from '../../strategy/records/swot.ts';

/** A quadrant's heading, and one card of it in the singular. */
export const quadrantWords: Readonly<Record<Quadrant, { readonly title: string; readonly one: string }>> = {
  strengths: { title: 'Strengths', one: 'strength' },
  weaknesses: { title: 'Weaknesses', one: 'weakness' },
  opportunities: { title: 'Opportunities', one: 'opportunity' },
  threats: { title: 'Threats', one: 'threat' },
};
