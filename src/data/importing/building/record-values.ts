import { quoteLiteral } from '../../sql/quote-literal.ts';
import { normaliseHeader } from '../mapping/normalise-header.ts';
import { columnOrNull, type TypedFile } from './typed-file.ts';

/** SQL for satisfaction in words as points from 1 to 5; null for “offered”, “unoffered” and unknown words. */
export const satisfactionSql = (words: string): string => `(case
  when regexp_matches(strip_accents(lower(${words})), 'bad|unsatisf|dissatisf|unhappy|negativ|schlecht|unzufrieden|mauvais|mal[oa]?$|insatis|cattiv') then 1
  when regexp_matches(strip_accents(lower(${words})), 'good|satisf|happy|positiv|gut|zufrieden|^bon|buen|^bom|buon') then 5
  when regexp_matches(lower(${words}), 'neutral|^ok') then 3 end)::double`;

/** SQL for whether a ticket's category means a complaint; null when there is none. */
export const complaintSql = (category: string): string =>
  `regexp_matches(strip_accents(lower(${category})), 'complain|beschwerde|reklamation|reclam|plainte|queja|lamentel')`;

/** What the names of a file's columns say about which questionnaire it is. */
const instrumentOfHeaders = (headers: readonly string[]): string | undefined => {
  const names = headers.map(normaliseHeader);
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/\b(nps|net promoter|promoter|recommend(ation)?)\b/)) return 'nps';
  if (has(/\b(csat|satisfaction)\b/)) return 'csat';
  if (has(/\b(ces|effort)\b/)) return 'ces';
  if (has(/\b(review|rating|stars?)\b/)) return 'review';
  return undefined;
};

/**
 * SQL of the questionnaire of a file's answers: as its columns are named; answers about an order are reviews; whole numbers
 * from 0 to 10 of which some are above 5 are the recommendation question.
 */
export const instrumentSql = (file: TypedFile): string => {
  const { targets, plan, table } = file;
  const headers = plan.mapping.filter(({ target }) => target !== 'ignore').map(({ column }) => column);
  const named = instrumentOfHeaders(headers);
  if (named !== undefined) return quoteLiteral(named);
  if (targets.has('surveys.order_id')) return `'review'`;
  const score = columnOrNull(file, 'surveys.score');
  return `(select case when min(${score}) >= 0 and max(${score}) <= 10 and max(${score}) > 5 and bool_and(${score} = round(${score})) then 'nps' end from ${table})`;
};
