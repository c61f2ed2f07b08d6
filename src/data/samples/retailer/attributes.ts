import type { Random } from '../../../core/numeric/random.ts';
import { createPicker, happens } from '../draw.ts';
import type { SampleTable } from '../sample-tables.ts';
import { createAttributesTable } from '../table-builder.ts';
import type { Membership } from './loyalty-scheme.ts';
import { places } from './places.ts';
import type { Shopper } from './shoppers.ts';

const ageBands = ['18–29', '30–44', '45–59', '60 and over'] as const;
const households = ['single', 'couple', 'family', 'shared'] as const;
/** Weights of the age bands: bargain hunters are younger, the islands older. */
const agesOf = {
  ordinary: createPicker([16, 34, 30, 20]),
  costly: createPicker([38, 38, 17, 7]),
  'promotion-bought': createPicker([44, 34, 15, 7]),
  captive: createPicker([8, 22, 36, 34]),
} as const;
const householdsOf = createPicker([24, 33, 34, 9]);

/** What is known of each customer besides the canonical columns; gaps where a form was not filled in. */
export const buildAttributesTable = (
  random: Random,
  shoppers: readonly Shopper[],
  memberships: readonly (Membership | null)[],
): SampleTable => {
  const ages = shoppers.map(({ kind }) =>
    happens(random, 0.1) ? null : (ageBands[agesOf[kind](random)] ?? null),
  );
  const homes = shoppers.map(() =>
    happens(random, 0.15) ? null : (households[householdsOf(random)] ?? null),
  );
  return createAttributesTable(
    shoppers.map((shopper) => shopper.id),
    [
      { name: 'attr_age_band', type: 'VARCHAR', values: ages },
      { name: 'attr_household', type: 'VARCHAR', values: homes },
      {
        name: 'attr_home_delivery_only',
        type: 'BOOLEAN',
        values: shoppers.map((shopper) => places[shopper.place]?.isHomeDeliveryOnly ?? null),
      },
      {
        name: 'attr_loyalty_tier',
        type: 'VARCHAR',
        values: memberships.map((membership) => membership?.tier ?? 'Not a member'),
      },
      {
        name: 'attr_loyalty_points',
        type: 'INTEGER',
        values: memberships.map((membership) => membership?.points ?? null),
      },
    ],
  );
};
