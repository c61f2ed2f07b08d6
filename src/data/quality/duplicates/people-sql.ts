import { quoteIdentifier } from '../../sql/quote-identifier.ts';
import type { ContactColumns } from './contact-columns.ts';

const titles =
  'mr|mrs|ms|miss|dr|prof|herr|frau|mme|mlle|monsieur|madame|sr|sra|srta|senor|senora|sig|signor|signora|dott|ltd|limited|gmbh|ag|kg|ohg|ug|inc|llc|corp|corporation|company|plc|sa|sas|sarl|srl|spa|lda|bv|nv|ab|oy|aps';
/** Mailboxes that belong to an office rather than a person. */
const offices =
  'info|sales|office|mail|contact|kontakt|hello|admin|service|support|buchhaltung|accounts|einkauf|orders|contacto|contato|contatto|ventas|vendas';

/** A telephone number or postal code as text: the import may have taken it for a number. */
export const plainText = (value: string): string => `regexp_replace((${value})::VARCHAR, '[.]0$', '')`;

/** Lower case without accents, titles, legal forms and punctuation; “Smith, Ann” as “ann smith”; ä, ae and a alike. */
const plainName = (name: string): string => {
  const turned = `regexp_replace(lower(${name}), '^\\s*([^,]+),\\s*(\\S.*)$', '\\2 \\1')`;
  const letters = `replace(replace(replace(replace(strip_accents(${turned}), 'ß', 'ss'), 'ø', 'o'), 'æ', 'a'), 'ł', 'l')`;
  const alike = `replace(replace(replace(${letters}, 'ae', 'a'), 'oe', 'o'), 'ue', 'u')`;
  const spaced = `regexp_replace(${alike}, '[^\\pL\\pN]+', ' ', 'g')`;
  const bare = `regexp_replace(${spaced}, '\\b(${titles})\\b', ' ', 'g')`;
  return `nullif(trim(regexp_replace(${bare}, '\\s+', ' ', 'g')), '')`;
};

const plainWord = (text: string): string =>
  `nullif(regexp_replace(strip_accents(lower(${text})), '[^\\pL\\pN]+', '', 'g'), '')`;

/** The last nine digits: with or without country code they are the same. Shorter than seven: no telephone number. */
const phoneKey = (phone: string): string => {
  const digits = `regexp_replace((${phone})::VARCHAR, '[^0-9]', '', 'g')`;
  return `case when length(${digits}) >= 7 then right(${digits}, 9) end`;
};

/**
 * Query of all customers with what they are compared by: `plain_name`, `name_key` (its words sorted), `first_word`, `last_word`,
 * `mailbox`, `email_key` (without +tags; dots of Gmail don't count), `phone_key`, `postcode_key`, `city_key`,
 * `country_key`. What isn't known is null.
 */
export const peopleSql = ({ phone, postcode }: ContactColumns): string => {
  const attribute = (column: string | undefined): string =>
    column === undefined ? 'null::VARCHAR' : plainText(`attributes.${quoteIdentifier(column)}`);
  const join =
    phone === undefined && postcode === undefined
      ? ''
      : 'left join customer_attributes as attributes on attributes.customer_id = customers.customer_id';
  return `
    with plain as (
      select customers.customer_id, ${plainName('name')} as plain_name,
        lower(trim(email)) as address, ${attribute(phone)} as phone, ${attribute(postcode)} as postcode, city, country
      from customers ${join}
    ),
    parted as (
      select *,
        case when contains(address, '@') then regexp_replace(split_part(address, '@', 1), '[+].*$', '') end as box,
        replace(split_part(address, '@', 2), 'googlemail.com', 'gmail.com') as domain
      from plain
    ),
    boxed as (select *, case when domain = 'gmail.com' then replace(box, '.', '') else box end as own_box from parted)
    select customer_id, plain_name,
      array_to_string(list_sort(string_split(plain_name, ' ')), ' ') as name_key,
      split_part(plain_name, ' ', 1) as first_word, split_part(plain_name, ' ', -1) as last_word,
      case when length(own_box) >= 6 and not regexp_full_match(own_box, '(${offices})[0-9]*') then own_box end as mailbox,
      case when own_box <> '' and domain <> '' then own_box || '@' || domain end as email_key,
      ${phoneKey('phone')} as phone_key,
      nullif(upper(regexp_replace(postcode, '[^0-9A-Za-z]', '', 'g')), '') as postcode_key,
      ${plainWord('city')} as city_key, ${plainWord('country')} as country_key
    from boxed`;
};
