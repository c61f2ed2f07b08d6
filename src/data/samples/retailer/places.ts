import { planted } from './planted.ts';

/** Where customers live. */
export interface Place {
  readonly city: string;
  readonly region: string;
  /** Relative number of customers. */
  readonly weight: number;
  /** Days that delivery usually takes. */
  readonly deliveryDays: number;
  /** No shop of ours within reach. */
  readonly isHomeDeliveryOnly: boolean;
}

const place = (city: string, region: string, weight: number, hasShop: boolean, deliveryDays = 2): Place => ({
  city,
  region,
  weight,
  deliveryDays,
  isHomeDeliveryOnly: !hasShop,
});

/** Towns that the retailer serves; the last is the only one of the captive area. */
export const places: readonly Place[] = [
  place('London', 'London', 22, true),
  place('Brighton', 'South East', 6, true),
  place('Oxford', 'South East', 6, true),
  place('Canterbury', 'South East', 4, false),
  place('Bristol', 'South West', 7, true),
  place('Exeter', 'South West', 4, false),
  place('Norwich', 'East of England', 4, false),
  place('Cambridge', 'East of England', 5, true),
  place('Birmingham', 'Midlands', 7, true),
  place('Nottingham', 'Midlands', 5, false),
  place('Manchester', 'North West', 8, true),
  place('Liverpool', 'North West', 4, false),
  place('Leeds', 'Yorkshire', 7, true),
  place('York', 'Yorkshire', 4, false),
  place('Newcastle', 'North East', 4, false),
  place('Edinburgh', 'Scotland', 6, true),
  place('Glasgow', 'Scotland', 5, false),
  place('Inverness', 'Scotland', 1, false, 4),
  place('Cardiff', 'Wales', 4, false),
  place('Belfast', 'Northern Ireland', 3, false, 4),
  place('Kirkwall', planted.captiveArea.region, 1, false, 4),
];
