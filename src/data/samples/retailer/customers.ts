import type { Random } from '../../../core/numeric/random.ts';
import { customers as customersDefinition } from '../../tables/commerce.ts';
import { happens, pickOne } from '../draw.ts';
import { familyNames, givenNames } from '../names.ts';
import type { SampleTable } from '../sample-tables.ts';
import { createTableBuilder } from '../table-builder.ts';
import { epochDayOfStart } from '../trading-days.ts';
import { places } from './places.ts';
import type { Shopper } from './shoppers.ts';

/** Who has agreed to be contacted: true, false, or null where nobody asked. Same order as the shoppers. */
export const drawConsents = (random: Random, shoppers: readonly Shopper[]): readonly (boolean | null)[] =>
  shoppers.map(() => (happens(random, 0.08) ? null : happens(random, 0.66)));

/** The customers table. Addresses use the domain that is reserved for examples. */
export const buildCustomersTable = (
  random: Random,
  shoppers: readonly Shopper[],
  consents: readonly (boolean | null)[],
): SampleTable => {
  const table = createTableBuilder(customersDefinition, [
    'customer_id',
    'name',
    'email',
    'kind',
    'first_seen',
    'acq_channel',
    'acq_campaign',
    'country',
    'region',
    'city',
    'consent',
  ]);
  for (const shopper of shoppers) {
    const given = pickOne(random, givenNames);
    const family = pickOne(random, familyNames);
    const place = places[shopper.place];
    table.add({
      customer_id: shopper.id,
      name: `${given} ${family}`,
      email: `${given}.${family}.${shopper.index + 1}@example.com`.toLowerCase(),
      kind: 'b2c',
      first_seen: epochDayOfStart + shopper.seenOn,
      acq_channel: shopper.acqChannel,
      acq_campaign: shopper.acqCampaign,
      country: 'United Kingdom',
      region: place?.region ?? null,
      city: place?.city ?? null,
      consent: consents[shopper.index] ?? null,
    });
  }
  return table.build();
};
