import { expect, it } from 'vitest';
import type { ImportIssue } from '../../../../src/data/importing/contract.ts';
import { issuesAfterMerge } from '../../../../src/data/importing/recipe/merge-issues.ts';

const issue = (code: string): ImportIssue => ({ severity: 'info', code, message: code });

it('keeps what was said of the files alone, unless the data before make it untrue', () => {
  const ofFiles = ['orphan-lines', 'deals-as-orders', 'returns'].map(issue);
  const codes = (ofMerge: readonly string[]): readonly string[] =>
    issuesAfterMerge(ofFiles, ofMerge.map(issue)).map(({ code }) => code);
  expect(codes(['orders-updated'])).toEqual(['deals-as-orders', 'returns', 'orders-updated']);
  expect(codes(['deals-not-orders'])).toEqual(['returns', 'deals-not-orders']);
});
