import { givenFile } from './browser-files.ts';
import type { GivenFile } from './browser-files.ts';

/**
 * A shop small enough to check by hand: ann 4 orders, bob 2, cyd, dee and eve 1 each; 9 orders, 450 in all, the
 * last on 30 June 2024. Until the end of March: 3 customers, 4 orders, 130.
 */
export const smallShop = (name = 'shop.csv'): GivenFile =>
  givenFile(
    name,
    [
      'customer,date,amount',
      'ann,2024-01-15,10',
      'bob,2024-02-01,50',
      'ann,2024-02-20,20',
      'cyd,2024-03-31,50',
      'ann,2024-04-10,30',
      'dee,2024-05-05,60',
      'ann,2024-05-20,40',
      'bob,2024-06-01,90',
      'eve,2024-06-30,100',
    ].join('\n'),
  );

/** Another one: two customers with one order each, 300 in all. */
export const otherShop = (): GivenFile =>
  givenFile('other.csv', 'customer,date,amount\nfay,2024-01-15,100\ngus,2024-02-16,200');
