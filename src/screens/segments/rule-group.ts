import type { Comparison, Predicate, Purchased } from '../../core/predicate.ts';

/** How the members of a group are joined. `none` = not any of them; `not-all` = at least one fails. */
export const groupJoins = ['all', 'any', 'none', 'not-all'] as const;

/** One of {@link groupJoins}. */
export type GroupJoin = (typeof groupJoins)[number];

/** A rule as the builder shows it: members under one join. */
export interface RuleGroup {
  readonly join: GroupJoin;
  readonly of: readonly Predicate[];
}

/** Whether the rule is a single condition, not a group of them. */
export const isCondition = (predicate: Predicate): predicate is Comparison | Purchased =>
  predicate.kind === 'compare' || predicate.kind === 'purchased';

/** Reads a rule as a group. A single condition becomes a group of one; `not` becomes “none of” or “not all of”. */
export const groupOf = (predicate: Predicate): RuleGroup => {
  if (predicate.kind === 'all' || predicate.kind === 'any') return { join: predicate.kind, of: predicate.of };
  if (predicate.kind !== 'not') return { join: 'all', of: [predicate] };
  const inner = predicate.of;
  if (inner.kind === 'any') return { join: 'none', of: inner.of };
  if (inner.kind === 'all') return { join: 'not-all', of: inner.of };
  return { join: 'none', of: [inner] };
};

/** Writes a group as a rule; the members stay as they are. */
export const predicateOf = ({ join, of }: RuleGroup): Predicate => {
  if (join === 'none') return { kind: 'not', of: { kind: 'any', of } };
  if (join === 'not-all') return { kind: 'not', of: { kind: 'all', of } };
  return { kind: join, of };
};

/** A group without the member at a position. */
export const withoutMember = (group: RuleGroup, at: number): RuleGroup => ({
  ...group,
  of: group.of.filter((_, index) => index !== at),
});

/** A group with another member at a position. */
export const withMember = (group: RuleGroup, at: number, member: Predicate): RuleGroup => ({
  ...group,
  of: group.of.map((one, index) => (index === at ? member : one)),
});

/** A group with one more member after a position; without a position, at the end. */
export const withMemberAfter = (
  group: RuleGroup,
  member: Predicate,
  at: number = group.of.length - 1,
): RuleGroup => ({ ...group, of: [...group.of.slice(0, at + 1), member, ...group.of.slice(at + 1)] });

/** A group whose member at a position moved `by` places (−1 up, 1 down), within its bounds. */
export const withMemberMoved = (group: RuleGroup, at: number, by: number): RuleGroup => {
  const to = at + by;
  const member = group.of[at];
  if (!member || to < 0 || to >= group.of.length) return group;
  const rest = group.of.filter((_, index) => index !== at);
  return { ...group, of: [...rest.slice(0, to), member, ...rest.slice(to)] };
};

/** Every condition of a rule, depth first, in reading order. */
export const conditionsOf = (predicate: Predicate): readonly (Comparison | Purchased)[] =>
  isCondition(predicate) ? [predicate] : groupOf(predicate).of.flatMap(conditionsOf);
