import { competitors } from './kinds/competitors.ts';
import { marketSizing } from './kinds/market-sizing.ts';
import { needs } from './kinds/needs.ts';
import { offers } from './kinds/offers.ts';
import { opportunities } from './kinds/opportunities.ts';
import { processes } from './kinds/processes.ts';
import { promotions } from './kinds/promotions.ts';
import { propositions } from './kinds/propositions.ts';
import { servicePhases } from './kinds/service-phases.ts';
import { valueStar } from './kinds/value-star.ts';
import type { Worksheet } from './worksheet.ts';

/**
 * Every worksheet. Adding one = one file in `kinds`, one line here and one on the page that shows it. Their types are widened together:
 * a worksheet's functions are only ever given rows that were read by its own fields.
 */
export const worksheets = [
  needs,
  opportunities,
  marketSizing,
  competitors,
  valueStar,
  propositions,
  offers,
  promotions,
  processes,
  servicePhases,
] as readonly unknown[] as readonly Worksheet[];

/** The worksheet with this id. */
export const findWorksheet = (id: string): Worksheet | undefined =>
  worksheets.find((worksheet) => worksheet.id === id);
