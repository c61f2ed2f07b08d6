import type { Warning } from '../analysis.ts';
import type { ReferenceCandidates } from './result.ts';
import { signalWords } from './words.ts';

/** What the data don't tell about who would vouch for us. */
export const referenceWarnings = ({ signals, complaining, top }: ReferenceCandidates): readonly Warning[] => {
  if (top === 0)
    return [
      {
        code: 'no-top',
        message: 'None of these customers is among the top of all customers in the last 365 days.',
      },
    ];
  const missing = [
    ...signals
      .filter(({ isKnown }) => !isKnown)
      .map(({ key }) => `“${signalWords[key].label.toLowerCase()}” (needs ${signalWords[key].needs})`),
    ...(complaining === null ? ['open complaints (needs tickets that say whether they are one)'] : []),
  ];
  return [
    ...(missing.length > 0
      ? [
          {
            code: 'not-told',
            message: `The data don’t tell ${missing.join(', ')}: there may be more candidates than these.`,
          },
        ]
      : []),
    {
      code: 'ask-first',
      message:
        'A candidate is somebody to ask. The data say nothing about who agreed to be named: don’t use a name before they have.',
    },
  ];
};
