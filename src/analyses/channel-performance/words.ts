import { channelCategories } from '../../data/facts/channel-categories.ts';
import type { ChannelCategory } from '../../data/facts/channel-categories.ts';

/** The categories in words, short for narrow columns, with what belongs to each (Payne & Frow 2005). */
export const categoryWords: Readonly<
  Record<ChannelCategory, { readonly label: string; readonly short: string; readonly meaning: string }>
> = {
  'sales force': {
    label: 'Sales force',
    short: 'Sales',
    meaning: 'Field sales, account managers, visits, fairs, personal service',
  },
  outlets: { label: 'Outlets', short: 'Outlets', meaning: 'Shops, branches, depots, kiosks, dealers' },
  telephony: { label: 'Telephony', short: 'Telephone', meaning: 'Telephone, call centre, telesales, fax' },
  'direct marketing': {
    label: 'Direct marketing',
    short: 'Direct',
    meaning: 'Letters, catalogues, print, radio, television',
  },
  'e-commerce': {
    label: 'E-commerce',
    short: 'E-comm.',
    meaning: 'Web shop, e-mail, search, social media, marketplaces',
  },
  'm-commerce': { label: 'M-commerce', short: 'M-comm.', meaning: 'Apps, mobile web, text messages' },
};

/** The categories, from personal to virtual. */
export const categories = channelCategories;

/** Where a name can be placed: choices of a field. */
export const placeOptions = [
  ...channelCategories.map((value) => ({ value: value as string, label: categoryWords[value].label })),
  { value: 'none', label: 'In none of the six' },
];

/** A number of channels in words. */
export const mixName = (channels: number): string =>
  ['', 'One channel', 'Two channels', 'Three and more'][channels] ?? String(channels);
