import { quoteLiteral } from '../../sql/quote-literal.ts';

/** Blocks with more customers than this say nothing about any two of them. House rule. */
export const largestBlock = 20;

/** Points for and against two customers being one. House rules; 100 and more: certain. */
export const points = {
  sameEmail: 60,
  sameMailbox: 20,
  otherEmail: -10,
  samePhone: 35,
  otherPhone: -5,
  sameName: 35,
  veryLikeName: 25,
  likeName: 15,
  otherName: -30,
  otherFirstName: -25,
  samePostcode: 25,
  otherPostcode: -5,
  sameCity: 5,
  otherCity: -10,
  otherCountry: -15,
} as const;

/** From this score on pairs may be merged together. */
export const sureScore = 90;

/** Query of the blocks: customers who share one of five keys; `kind`, `key`, `customer_id`. Reads `duplicate_people`. */
export const blocksSql = `
  select 'email' as kind, email_key as key, customer_id from duplicate_people where email_key is not null
  union all select 'phone', phone_key, customer_id from duplicate_people where phone_key is not null
  union all select 'name', name_key, customer_id from duplicate_people where length(name_key) >= 4
  union all select 'mailbox', mailbox, customer_id from duplicate_people where mailbox is not null
  union all select 'place', postcode_key || ' ' || left(last_word, 4), customer_id from duplicate_people
    where postcode_key is not null and last_word <> ''
  union all select 'town', city_key || ' ' || left(last_word, 5) || ' ' || left(first_word, 1), customer_id from duplicate_people
    where postcode_key is null and city_key is not null and last_word <> ''`;

/** Query of the pairs that share a block of a bounded size: `a` < `b`. Reads `duplicate_blocks`. */
export const candidatesSql = `
  with sized as (
    select * from duplicate_blocks
    qualify count(*) over (partition by kind, key) between 2 and ${largestBlock}
  )
  select distinct one.customer_id as a, other.customer_id as b
  from sized as one join sized as other on one.kind = other.kind and one.key = other.key and one.customer_id < other.customer_id`;

const isSame = (key: string): string => `(one.${key} is not null and one.${key} = other.${key})`;
const differs = (key: string): string =>
  `(one.${key} is not null and other.${key} is not null and one.${key} <> other.${key})`;

/** An initial stands for any first name that begins with it. */
const otherFirstName = `(one.last_word = other.last_word and one.first_word <> other.first_word
  and not (least(length(one.first_word), length(other.first_word)) = 1 and left(one.first_word, 1) = left(other.first_word, 1))
  and jaro_winkler_similarity(one.first_word, other.first_word) < 0.85
  and one.first_word <> one.last_word and other.first_word <> other.last_word)`;

/** Each reason for and against, as a SQL condition on the customers `one` and `other`; at most one of each kind holds. */
export const reasonSql: Readonly<Record<keyof typeof points, string>> = {
  sameEmail: isSame('email_key'),
  sameMailbox: `(not ${isSame('email_key')} and ${isSame('mailbox')})`,
  otherEmail: `(${differs('email_key')} and not ${isSame('mailbox')})`,
  samePhone: isSame('phone_key'),
  otherPhone: differs('phone_key'),
  sameName: isSame('name_key'),
  veryLikeName: `(not ${isSame('name_key')} and similarity >= 0.92 and not ${otherFirstName})`,
  likeName: `(not ${isSame('name_key')} and similarity >= 0.85 and similarity < 0.92 and not ${otherFirstName})`,
  otherName: '(similarity < 0.7)',
  otherFirstName: `(similarity >= 0.7 and ${otherFirstName})`,
  samePostcode: isSame('postcode_key'),
  otherPostcode: differs('postcode_key'),
  sameCity: isSame('city_key'),
  otherCity: differs('city_key'),
  otherCountry: differs('country_key'),
};

/**
 * Query of the candidates with their `score`, the `similarity` of their names (Jaro–Winkler, the better of as written and with the
 * words sorted; null when a name is missing) and a flag for each reason. `apart` are pairs that were said not to be the same; `least` is the score from which a pair is put before the user.
 * Reads `duplicate_candidates` and `duplicate_people`.
 */
export const scoredSql = (apart: readonly (readonly [string, string])[], least: number): string => {
  const names = Object.keys(points) as (keyof typeof points)[];
  const score = names.map((name) => `(case when ${name} then ${points[name]} else 0 end)`).join(' + ');
  const kept = apart.map((pair) => {
    const [a = '', b = ''] = [...pair].sort();
    return `(${quoteLiteral(a)}, ${quoteLiteral(b)})`;
  });
  return `
    with compared as (
      select a, b, one, other,
        case when one.plain_name is not null and other.plain_name is not null then greatest(
          jaro_winkler_similarity(one.plain_name, other.plain_name),
          jaro_winkler_similarity(one.name_key, other.name_key)) end as similarity
      from duplicate_candidates
      join duplicate_people as one on one.customer_id = a
      join duplicate_people as other on other.customer_id = b
      ${kept.length === 0 ? '' : `where (least(a, b), greatest(a, b)) not in (${kept.join(', ')})`}
    ),
    reasoned as (
      select a, b, similarity, ${names.map((name) => `coalesce(${reasonSql[name]}, false) as ${name}`).join(', ')} from compared
    )
    select *, least(100, ${score}) as score from reasoned where ${score} >= ${least}`;
};
