import { playFields } from '../records/playbook.ts';
import type { PlayField, Playbook } from '../records/playbook.ts';
import { defaultPlaybook } from '../templates/default-playbooks.ts';
import type { Workbook } from '../workbook.ts';
import type { Command } from './command.ts';

const keep = (draft: Workbook, playbooks: readonly Playbook[]): void => {
  if (playbooks.length > 0) draft.playbooks = [...playbooks];
  else delete draft.playbooks;
};

/** The play of an RFM segment: the user's own, else the default; undefined for a name that isn't a segment. */
export const findPlaybook = (
  { playbooks = [] }: Pick<Workbook, 'playbooks'>,
  segment: string,
): Playbook | undefined => playbooks.find((one) => one.segment === segment) ?? defaultPlaybook(segment);

/** Writes one field of the play of a segment. A play that is the default again is no longer kept as the user's own. */
export const editPlaybook = (segment: string, field: PlayField, text: string): Command => ({
  label: 'Edit play',
  apply: (draft) => {
    const known = findPlaybook(draft, segment);
    if (!known || known[field] === text) return;
    const edited: Playbook = { ...known, [field]: text };
    const usual = defaultPlaybook(segment);
    const isUsual = usual !== undefined && playFields.every((name) => usual[name] === edited[name]);
    const others = (draft.playbooks ?? []).filter((one) => one.segment !== segment);
    keep(draft, isUsual ? others : [...others, edited]);
  },
});

/** Brings the play of a segment back to the default. */
export const resetPlaybook = (segment: string): Command => ({
  label: 'Reset play',
  apply: (draft) => {
    const others = draft.playbooks?.filter((one) => one.segment !== segment) ?? [];
    if (others.length !== (draft.playbooks?.length ?? 0)) keep(draft, others);
  },
});
