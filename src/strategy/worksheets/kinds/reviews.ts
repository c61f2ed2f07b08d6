import { defineWorksheet } from '../worksheet.ts';
import { counted, oneDecimal, quoted } from '../words.ts';

const answer = ['not at all', 'a little', 'partly', 'mostly', 'fully'] as const;

/** Mean of the two scored questions, 1–5; of one where only that was answered; null where neither was. */
export const reviewScore = (working: number | null, measuresUp: number | null): number | null => {
  const given = [working, measuresUp].filter((score) => score !== null);
  return given.length === 0 ? null : given.reduce((sum, score) => sum + score, 0) / given.length;
};

interface Meeting {
  readonly account: string;
  readonly held: string | null;
  readonly working: number | null;
  readonly measuresUp: number | null;
}

const sameAccount = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Score of a meeting less that of the latest earlier one with the same account; null where there was none. */
export const reviewTrend = (now: Meeting, all: readonly Meeting[]): number | null => {
  const score = reviewScore(now.working, now.measuresUp);
  const { held } = now;
  if (score === null || held === null || now.account.trim() === '') return null;
  const before = all
    .filter(
      (one) =>
        one.held !== null &&
        one.held < held &&
        sameAccount(one.account, now.account) &&
        reviewScore(one.working, one.measuresUp) !== null,
    )
    .sort((a, b) => ((a.held ?? '') < (b.held ?? '') ? 1 : -1))[0];
  const earlier = before ? reviewScore(before.working, before.measuresUp) : null;
  return earlier === null ? null : score - earlier;
};

/** Accounts whose latest planned meeting lies before a day and was not held since, longest overdue first. */
export const overdueAccounts = (
  rows: readonly {
    readonly values: Pick<Meeting, 'account' | 'held'> & { readonly nextDue: string | null };
  }[],
  asOf: string,
): readonly string[] => {
  const heldLater = (account: string, day: string): boolean =>
    rows.some(
      ({ values }) => sameAccount(values.account, account) && values.held !== null && values.held >= day,
    );
  return [...rows]
    .sort((a, b) => ((a.values.nextDue ?? '') < (b.values.nextDue ?? '') ? -1 : 1))
    .flatMap(({ values }) =>
      values.nextDue !== null && values.nextDue < asOf && !heldLater(values.account, values.nextDue)
        ? [values.account]
        : [],
    )
    .filter((account, at, all) => all.findIndex((one) => sameAccount(one, account)) === at);
};

const meetingsOf = (rows: readonly { readonly values: Meeting }[]): readonly Meeting[] =>
  rows.map(({ values }) => values);

/** Meetings with accounts about what was delivered: four questions, how the answers develop, and which meeting is overdue. */
export const reviews = defineWorksheet({
  id: 'reviews',
  title: 'Review meetings',
  answers:
    'What your accounts say about what you delivered, whether it gets better, and whom you have kept waiting.',
  concepts: ['B16', 'B14'],
  item: 'review',
  fields: {
    account: {
      kind: 'text',
      label: 'Account',
      hint: 'By a name of your own; meetings of one account bear the same name',
    },
    held: { kind: 'day', label: 'Held on' },
    nextDue: { kind: 'day', label: 'Next due', hint: 'Agreed day of the next meeting' },
    working: {
      kind: 'score',
      label: 'Advice works',
      hint: 'Do our recommendations work?',
      low: 1,
      high: 5,
      anchors: answer,
    },
    measuresUp: {
      kind: 'score',
      label: 'Measures up',
      hint: 'How does the solution measure up, now that they have used it?',
      low: 1,
      high: 5,
      anchors: answer,
    },
    improve: {
      kind: 'text',
      label: 'To improve',
      isLong: true,
      placeholder: 'Is there anything else that could be better?',
    },
    issues: {
      kind: 'text',
      label: 'New since then',
      isLong: true,
      placeholder: 'What has come up since the last meeting?',
    },
    promised: { kind: 'text', label: 'Promised', placeholder: 'What we do about it, by when' },
  },
  name: 'account',
  columns: ['held', 'nextDue', 'working', 'measuresUp'],
  derived: [
    {
      key: 'score',
      label: 'Score',
      unit: 'ratio',
      formula: 'Mean of the two scored questions, 1 to 5.',
      of: ({ working, measuresUp }) => reviewScore(working, measuresUp),
    },
    {
      key: 'trend',
      label: 'Change',
      unit: 'ratio',
      formula: 'This score less that of the same account’s meeting before.',
      of: (values, rows = []) => reviewTrend(values, meetingsOf(rows)),
    },
  ],
  finding: (rows, { asOf } = {}) => {
    const overdue = asOf === undefined ? [] : overdueAccounts(rows, asOf);
    if (overdue[0] !== undefined)
      return `${counted(overdue.length, 'review is', 'reviews are')} overdue, ${quoted(overdue[0], 'one without a name')} longest.`;
    const changes = rows.flatMap(({ values }) => {
      const change = reviewTrend(values, meetingsOf(rows));
      return change === null ? [] : [{ account: values.account, change }];
    });
    const worst = changes.sort((a, b) => a.change - b.change)[0];
    if (worst && worst.change < 0)
      return `${quoted(worst.account, '')} has become less content by ${oneDecimal(-worst.change)} of 5 points; no review is overdue.`;
    return rows.some(({ values }) => values.held !== null)
      ? `No review is overdue${changes.length > 0 ? ', and no account has become less content' : ''}.`
      : '';
  },
  source:
    'The four questions of a contract review meeting: advice, solution in use, what to improve, what is new.',
});
