import { chain } from './kinds/chain.ts';
import { competitors } from './kinds/competitors.ts';
import { effort } from './kinds/effort.ts';
import { knowTargetSellService } from './kinds/know-target-sell-service.ts';
import { marketSizing } from './kinds/market-sizing.ts';
import { needs } from './kinds/needs.ts';
import { offers } from './kinds/offers.ts';
import { opportunities } from './kinds/opportunities.ts';
import { processTest } from './kinds/process-test.ts';
import { processes } from './kinds/processes.ts';
import { promotions } from './kinds/promotions.ts';
import { propositions } from './kinds/propositions.ts';
import { segmentChoice } from './kinds/segment-choice.ts';
import { servicePhases } from './kinds/service-phases.ts';
import { valueExchange } from './kinds/value-exchange.ts';
import { valueStar } from './kinds/value-star.ts';
import type { Worksheet } from './worksheet.ts';

/**
 * Every worksheet. Adding one = one file in `kinds`, one line here and one on the page that shows it. Their types are widened together:
 * a worksheet's functions are only ever given rows that were read by its own fields.
 */
export const worksheets = [
  chain,
  competitors,
  effort,
  knowTargetSellService,
  marketSizing,
  needs,
  offers,
  opportunities,
  processTest,
  processes,
  promotions,
  propositions,
  segmentChoice,
  servicePhases,
  valueExchange,
  valueStar,
] as readonly unknown[] as readonly Worksheet[];

/** The worksheet with this id. */
export const findWorksheet = (id: string): Worksheet | undefined =>
  worksheets.find((worksheet) => worksheet.id === id);
