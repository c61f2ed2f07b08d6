import { defineWorksheet } from '../worksheet.ts';
import { counted, quoted } from '../words.ts';

const roles = [
  { value: 'R', label: 'R does', hint: 'Responsible: does the work' },
  {
    value: 'A',
    label: 'A decides',
    hint: 'Accountable: decides and answers for the result; one only',
  },
  { value: 'C', label: 'C asked', hint: 'Consulted before' },
  { value: 'I', label: 'I told', hint: 'Informed after' },
] as const;

/** The six functions among which activities are shared out. */
export const functionKeys = ['marketing', 'sales', 'service', 'it', 'finance', 'operations'] as const;
type FunctionKey = (typeof functionKeys)[number];
type Roles = Readonly<Partial<Record<FunctionKey, string | null>>>;

/** How many functions have a role in an activity; null while none has. `role` undefined: any. */
export const rolesHeld = (values: Roles, role: string): number | null => {
  const held = functionKeys.map((key) => values[key] ?? null).filter((one) => one !== null);
  return held.length === 0 ? null : held.filter((one) => one === role).length;
};

/** What is shared between functions, and whether somebody, and only one, answers for it. */
export const responsibilities = defineWorksheet({
  id: 'responsibilities',
  title: 'Responsibilities',
  answers: 'Which function does what for your customers, and where nobody, or more than one, answers for it.',
  concepts: ['B27', 'D2'],
  item: 'activity',
  fields: {
    activity: { kind: 'text', label: 'Activity', placeholder: 'Answer complaints' },
    marketing: { kind: 'choice', label: 'Marketing', options: roles },
    sales: { kind: 'choice', label: 'Sales', options: roles },
    service: { kind: 'choice', label: 'Service', options: roles },
    it: { kind: 'choice', label: 'IT', options: roles },
    finance: { kind: 'choice', label: 'Finance', options: roles },
    operations: { kind: 'choice', label: 'Operations', options: roles },
    obstacle: {
      kind: 'text',
      label: 'What stands in the way',
      isLong: true,
      placeholder: 'Habits, targets or systems that keep knowledge apart',
    },
  },
  name: 'activity',
  columns: ['marketing', 'sales', 'service', 'it', 'finance', 'operations'],
  derived: [
    {
      key: 'accountable',
      label: 'Decide',
      unit: 'count',
      formula:
        'How many functions are marked A. One is right: with none nobody decides, with several everybody waits.',
      of: (values) => rolesHeld(values, 'A'),
    },
  ],
  starters: {
    label: 'Begin with usual activities',
    rows: [
      {
        activity: 'Keep customer data complete and right',
        it: 'R',
        marketing: 'A',
        sales: 'R',
        service: 'R',
        finance: 'I',
      },
      {
        activity: 'Choose whom to serve, and how',
        marketing: 'R',
        sales: 'C',
        finance: 'C',
        service: 'C',
        operations: 'I',
      },
      { activity: 'Win customers', marketing: 'R', sales: 'A', finance: 'I', service: 'I' },
      { activity: 'Onboard new customers', sales: 'R', service: 'A', operations: 'R', marketing: 'C' },
      { activity: 'Deliver on time and in full', operations: 'A', service: 'I', sales: 'I', it: 'C' },
      { activity: 'Solve complaints', service: 'A', operations: 'R', sales: 'I', finance: 'C' },
      { activity: 'Offer more to those whom it fits', sales: 'R', marketing: 'R', service: 'C' },
      {
        activity: 'Win back, or part with, customers',
        sales: 'A',
        service: 'R',
        finance: 'C',
        marketing: 'C',
      },
      { activity: 'Tell what relations cost and bring', finance: 'A', it: 'R', marketing: 'C', sales: 'I' },
    ],
  },
  finding: (rows) => {
    const unclear = rows.filter(({ values }) => {
      const count = rolesHeld(values, 'A');
      return count !== null && count !== 1;
    });
    const open = rows.filter(({ values }) => rolesHeld(values, 'A') === null).length;
    if (unclear[0])
      return `${counted(unclear.length, 'activity has', 'activities have')} no function, or more than one, that decides: ${quoted(unclear[0].values.activity, 'one without a name')} first.`;
    if (rows.length === open) return '';
    return `Every shared activity has one function that decides${open > 0 ? `; ${open} still to be shared out` : ''}.`;
  },
  source: 'Responsibility matrix (RACI) over six functions.',
});
