import type { MenuEntry } from '../../ui/menu-item.ts';
import {
  groupOf,
  isCondition,
  withMember,
  withMemberAfter,
  withMemberMoved,
  type RuleGroup,
} from './rule-group.ts';

/** What can be done with a member of a group besides editing and removing it. */
export const memberEntries = (
  group: RuleGroup,
  at: number,
  give: (next: RuleGroup) => void,
): readonly MenuEntry[] => {
  const member = group.of[at];
  if (!member) return [];
  const dissolve = (): void =>
    give({ ...group, of: [...group.of.slice(0, at), ...groupOf(member).of, ...group.of.slice(at + 1)] });
  return [
    { label: 'Move up', disabled: at === 0, onselect: () => give(withMemberMoved(group, at, -1)) },
    {
      label: 'Move down',
      disabled: at === group.of.length - 1,
      onselect: () => give(withMemberMoved(group, at, 1)),
    },
    { label: 'Duplicate', onselect: () => give(withMemberAfter(group, member, at)) },
    isCondition(member)
      ? {
          label: 'Put into a group',
          hint: 'To join it with others by “or”, or to negate it',
          onselect: () => give(withMember(group, at, { kind: 'any', of: [member] })),
        }
      : {
          label: 'Dissolve the group',
          hint: 'Its conditions join the ones around it',
          onselect: dissolve,
        },
  ];
};
