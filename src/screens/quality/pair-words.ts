import type { PairReason } from '../../data/quality/duplicates/duplicate-pair.ts';

/** Why two customers may be one, or not. */
export const reasonWords: Readonly<Record<PairReason, string>> = {
  sameEmail: 'Same e-mail address',
  sameMailbox: 'Same mailbox, another provider',
  otherEmail: 'Different addresses',
  samePhone: 'Same telephone number',
  otherPhone: 'Different telephone numbers',
  sameName: 'Same name',
  veryLikeName: 'Names almost the same',
  likeName: 'Names alike',
  otherName: 'Different names',
  otherFirstName: 'Different first names',
  samePostcode: 'Same postal code',
  otherPostcode: 'Different postal codes',
  sameCity: 'Same city',
  otherCity: 'Different cities',
  otherCountry: 'Different countries',
};
