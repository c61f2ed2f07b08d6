import type { PersonalKind, PrivacyTreatment } from '../../data/importing/contract.ts';

/** What a personal column holds, in words. */
export const personalWords: Readonly<Record<PersonalKind, string>> = {
  name: 'Names of people',
  email: 'E-mail addresses',
  phone: 'Phone numbers',
  address: 'Addresses',
  card: 'Payment cards',
  iban: 'Bank accounts',
  'birth-date': 'Dates of birth',
  'national-id': 'National ids',
  'ip-address': 'IP addresses',
  'free-text': 'Text with contacts',
};

/** What can happen to a personal column. */
export const privacyOptions: readonly { readonly value: PrivacyTreatment; readonly label: string }[] = [
  { value: 'keep', label: 'Keep as it is' },
  { value: 'pseudonymise', label: 'Replace by a code' },
  { value: 'drop', label: 'Leave out' },
];
