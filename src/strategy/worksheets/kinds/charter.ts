import { defineWorksheet } from '../worksheet.ts';

const objectives = [
  { value: 'profit', label: 'Profit', hint: 'Profit and lifetime value of customers lead' },
  { value: 'efficiency', label: 'Efficiency', hint: 'Cost to serve and to win customers leads' },
  {
    value: 'satisfaction',
    label: 'Client satisfaction',
    hint: 'What clients get and say leads; not for profit',
  },
] as const;

/** What one of the objectives is steered by, in words. */
export const steeredBy: Readonly<Record<(typeof objectives)[number]['value'], string>> = {
  profit: 'profit and lifetime value of customers',
  efficiency: 'cost to serve and cost of winning',
  satisfaction: 'what clients get and say, within the budget',
};

/** What this undertaking is: its definition of CRM, its objective, its limits, and who answers for it. */
export const charter = defineWorksheet({
  id: 'charter',
  title: 'Charter',
  answers: 'What you mean by CRM here, what it is for, what belongs to it, and who answers for it.',
  concepts: ['B19', 'B20', 'B48', 'D2'],
  item: 'charter',
  fields: {
    project: { kind: 'text', label: 'Undertaking', placeholder: 'Customers first 2027' },
    definition: {
      kind: 'choice',
      label: 'CRM here means',
      options: [
        { value: 'two-sided', label: 'Value both ways: win, grow and keep chosen segments' },
        {
          value: 'shareholder',
          label: 'Value for owners through relations with key customers, across departments',
        },
        { value: 'care', label: 'Looking after customers so that they stay' },
        { value: 'data', label: 'Using what we know of customers to sell and serve better' },
        { value: 'tool', label: 'A system for sales, marketing and service' },
        { value: 'own', label: 'Our own definition, below' },
      ],
    },
    inWords: { kind: 'text', label: 'In our own words', isLong: true },
    objective: {
      kind: 'choice',
      label: 'Objective',
      hint: 'Which figures lead the scorecard',
      options: objectives,
    },
    inside: {
      kind: 'text',
      label: 'Belongs to it',
      placeholder: 'Customers, markets, departments',
      isLong: true,
    },
    outside: { kind: 'text', label: 'Does not belong to it', isLong: true },
    sponsor: { kind: 'text', label: 'Sponsor', placeholder: 'Who answers for it at the top' },
    departments: { kind: 'text', label: 'Departments that take part', isLong: true },
    until: { kind: 'day', label: 'Until' },
  },
  name: 'project',
  columns: ['definition', 'objective', 'sponsor', 'until'],
  finding: (rows) => {
    const [first] = rows;
    if (!first?.values.objective) return '';
    const { objective, sponsor, project } = first.values;
    const name = project.trim() || 'The undertaking';
    return `${name} is steered by ${steeredBy[objective]}${sponsor.trim() === '' ? '; nobody answers for it yet' : `; ${sponsor.trim()} answers for it`}.`;
  },
  source: 'Definitions of CRM in use, among them Payne’s; goals beyond profit after Buttle. Wording is ours.',
});
