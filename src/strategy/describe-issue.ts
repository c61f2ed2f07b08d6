import * as v from 'valibot';

const maximumLength = 160;

/** Where a document departs from its schema, and how: `boards.0.cards.2.text: Expected string but received 7`. Cut to 160 characters. */
export const describeIssue = (issue: v.BaseIssue<unknown>): string => {
  const path = v.getDotPath(issue);
  const message = issue.message.replace(/^Invalid [a-z]+: /i, '');
  const text = path ? `${path}: ${message}` : message;
  return text.length > maximumLength ? `${text.slice(0, maximumLength - 1)}…` : text;
};
