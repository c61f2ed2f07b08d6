import type { AcceptedFinding } from '../workbook.ts';
import type { Command } from './command.ts';

/** Marks a finding about the data as fine as it is. */
export const acceptFinding = (finding: AcceptedFinding): Command => ({
  label: 'Mark finding as fine',
  apply: ({ settings }) => {
    const others = (settings.acceptedFindings ?? []).filter(({ id }) => id !== finding.id);
    settings.acceptedFindings = [...others, finding];
  },
});

/** Takes that mark off a finding: it is open again. */
export const reopenFinding = (findingId: string): Command => ({
  label: 'Open finding again',
  apply: ({ settings }) => {
    const others = settings.acceptedFindings?.filter(({ id }) => id !== findingId) ?? [];
    if (others.length > 0) settings.acceptedFindings = others;
    else delete settings.acceptedFindings;
  },
});

/** Changes a house rule of the checks; null is its usual value. */
export const setQualityRule = (name: string, value: number | null): Command => ({
  label: 'Change house rule',
  apply: ({ settings }) => {
    const others = Object.entries(settings.qualityRules ?? {}).filter(([other]) => other !== name);
    const rules = Object.fromEntries(value === null ? others : [...others, [name, value]]);
    if (Object.keys(rules).length > 0) settings.qualityRules = rules;
    else delete settings.qualityRules;
  },
});

/** Brings all house rules of the checks back to their usual values. */
export const resetQualityRules = (): Command => ({
  label: 'Reset house rules',
  apply: ({ settings }) => {
    delete settings.qualityRules;
  },
});
