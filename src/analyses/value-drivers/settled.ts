import type { Feature } from './features.ts';

/** Groups all of whose customers came out alike, and what that says of each customer. */
export interface Settled {
  /** What is left to estimate an effect of. */
  readonly features: readonly Feature[];
  readonly groups: readonly { readonly label: string; readonly customers: number; readonly events: number }[];
  /** What a customer’s group came out as, 1 or 0; null for customers of no such group. */
  readonly outcomeAt: (place: number) => 0 | 1 | null;
}

/**
 * Parts off the groups whose outcome is the same for all of them among some customers: their odds ratio is 0 or without end, so they and their customers
 * are kept out of the fit and said by themselves (the usual treatment of perfect prediction: Long & Freese 2014).
 */
export const settledOf = (
  features: readonly Feature[],
  happened: readonly boolean[],
  among: readonly number[],
): Settled => {
  const alike: { feature: Feature; customers: number; events: number }[] = [];
  for (const feature of features) {
    if (feature.kind !== 'group') continue;
    const members = among.filter((place) => (feature.values[place] ?? 0) > 0);
    const events = members.filter((place) => happened[place]).length;
    if (events === 0 || events === members.length) alike.push({ feature, customers: members.length, events });
  }
  return {
    features: features.filter((feature) => alike.every((one) => one.feature !== feature)),
    groups: alike
      .filter(({ customers }) => customers > 0)
      .map(({ feature, customers, events }) => ({ label: feature.label, customers, events })),
    outcomeAt: (place) => {
      const group = alike.find(({ feature }) => (feature.values[place] ?? 0) > 0);
      if (group === undefined) return null;
      return group.events > 0 ? 1 : 0;
    },
  };
};
