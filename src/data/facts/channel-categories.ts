import sql from './channel-categories.sql?raw';

/** The six categories of channels (Payne & Frow 2005), from personal to virtual. */
export const channelCategories = [
  'sales force',
  'outlets',
  'telephony',
  'direct marketing',
  'e-commerce',
  'm-commerce',
] as const;

/** One of {@link channelCategories}. */
export type ChannelCategory = (typeof channelCategories)[number];

/** The select that places every channel name of the data; its parameter `$own_channels` is still to be bound. */
export const channelCategoriesSql: string = sql;
