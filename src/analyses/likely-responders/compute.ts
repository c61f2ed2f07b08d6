import type { Compute } from '../analysis.ts';
import { numberOf, ratioOf } from '../cells.ts';
import { groupsOf } from './groups.ts';
import { effectsOf, judgeOnHeldOut } from './model.ts';
import type { LikelyRespondersParams } from './params.ts';
import type { LikelyResponders } from './result.ts';
import { answerValueOf, isAnswered, signsOf } from './signs.ts';
import { likelyRespondersWarnings } from './warnings.ts';

/** Fits what was known before messages to whether they were answered, judges it on customers held out, and counts simple groups. */
export const computeLikelyResponders: Compute<
  'messages' | 'now',
  LikelyRespondersParams,
  LikelyResponders
> = ({ rows: { messages: rows, now }, params }) => {
  const answered = rows.map(isAnswered);
  const answers = answered.filter(Boolean).length;
  const signs = signsOf(rows, params.minimumMessages);
  const value: LikelyResponders = {
    eligible: numberOf(rows[0], 'eligible'),
    messages: rows.length,
    answers,
    rate: ratioOf(answers, rows.length),
    answerValue: answers === 0 ? null : answerValueOf(rows),
    signs: effectsOf(answered, signs),
    ...judgeOnHeldOut(answered, signs, (place) => rows[place]?.['is_held_out'] === true),
    groups: groupsOf(rows, now, params.minimumMessages),
  };
  return { value, warnings: likelyRespondersWarnings(value, params) };
};
