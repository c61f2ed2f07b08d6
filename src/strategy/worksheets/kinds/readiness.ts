import { defineWorksheet } from '../worksheet.ts';

type State = 'yes' | 'partly' | 'no';

/** How far the organisation is ready, 0–1: what is in place counts wholly, what is partly so half, by weight (2 until somebody says); null while nothing is judged. */
export const readinessShare = (
  rows: readonly { readonly values: { readonly state: State | null; readonly weight: number | null } }[],
): number | null => {
  const judged = rows.flatMap(({ values: { state, weight } }) =>
    state === null ? [] : [{ worth: { yes: 1, partly: 0.5, no: 0 }[state], weight: weight ?? 2 }],
  );
  const all = judged.reduce((sum, { weight }) => sum + weight, 0);
  return all === 0 ? null : judged.reduce((sum, { worth, weight }) => sum + worth * weight, 0) / all;
};

/** Whether the organisation is ready to change: what has to be in place before the plan starts. */
export const readiness = defineWorksheet({
  id: 'readiness',
  title: 'Readiness',
  answers: 'What has to be in place before the plan starts, and who sees to what is not.',
  concepts: ['D20', 'B27'],
  item: 'check',
  fields: {
    check: { kind: 'text', label: 'Check', placeholder: 'A sponsor who stays' },
    theme: {
      kind: 'choice',
      label: 'Theme',
      options: [
        { value: 'case', label: 'Reason to change' },
        { value: 'lead', label: 'Leading it' },
        { value: 'project', label: 'Running it' },
        { value: 'people', label: 'Bringing people along' },
      ],
    },
    state: {
      kind: 'choice',
      label: 'In place',
      options: [
        { value: 'yes', label: 'Yes' },
        { value: 'partly', label: 'Partly' },
        { value: 'no', label: 'No' },
      ],
    },
    weight: {
      kind: 'score',
      label: 'Weight',
      hint: '1 helps, 2 matters, 3 without it the plan fails; counts as 2 until you say',
      low: 1,
      high: 3,
      anchors: ['helps', 'matters', 'fails without'],
    },
    step: { kind: 'text', label: 'What is done about it', placeholder: 'Next step' },
    until: { kind: 'day', label: 'Until' },
    proof: { kind: 'text', label: 'What shows it', isLong: true },
  },
  name: 'check',
  columns: ['state', 'weight', 'step', 'until'],
  groupBy: 'theme',
  starters: {
    label: 'Begin with the usual checks',
    rows: [
      { check: 'Everyone can say why we can’t stay as we are', theme: 'case', weight: 3 },
      { check: 'What it should bring is written down, in money', theme: 'case', weight: 2 },
      { check: 'Earlier attempts, and why they failed, are known', theme: 'case', weight: 1 },
      { check: 'A sponsor at the top who stays for the whole time', theme: 'lead', weight: 3 },
      { check: 'Departments agree on who decides what', theme: 'lead', weight: 2 },
      { check: 'Leaders stop something to make room for it', theme: 'lead', weight: 2 },
      { check: 'One person runs it, with time set free for it', theme: 'project', weight: 3 },
      { check: 'Small first steps with a result within a quarter', theme: 'project', weight: 2 },
      { check: 'Risks and what we do about them are listed', theme: 'project', weight: 1 },
      { check: 'Those who meet customers helped to shape it', theme: 'people', weight: 3 },
      { check: 'Training is planned before the tools arrive', theme: 'people', weight: 2 },
      { check: 'Targets and rewards change together with the work', theme: 'people', weight: 2 },
      { check: 'Worries are asked for, and answered', theme: 'people', weight: 1 },
    ],
  },
  finding: (rows) => {
    const share = readinessShare(rows);
    if (share === null) return '';
    const missing = rows
      .filter(({ values }) => values.state === 'no' || values.state === 'partly')
      .sort(
        (first, second) =>
          (second.values.weight ?? 2) - (first.values.weight ?? 2) ||
          Number(first.values.state === 'partly') - Number(second.values.state === 'partly'),
      )[0];
    const ready = `${Math.round(share * 100)}% ready`;
    return missing
      ? `${ready}; first to see to: “${missing.values.check.trim() || 'an unnamed check'}”.`
      : `${ready} in what is judged so far.`;
  },
  source:
    'Implementation themes after Payne and Frow (2006): readiness, change, project, engagement; checks and weights are house rules.',
});
