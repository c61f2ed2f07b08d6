import { chain } from './kinds/chain.ts';
import { needs } from './kinds/needs.ts';
import { effort } from './kinds/effort.ts';
import { knowTargetSellService } from './kinds/know-target-sell-service.ts';
import { processTest } from './kinds/process-test.ts';
import { segmentChoice } from './kinds/segment-choice.ts';
import { valueExchange } from './kinds/value-exchange.ts';
import type { Worksheet } from './worksheet.ts';

/**
 * Every worksheet. Adding one = one file in `kinds`, one line here and one on the page that shows it. Their types are widened together:
 * a worksheet's functions are only ever given rows that were read by its own fields.
 */
export const worksheets = [
  chain,
  needs,
  effort,
  knowTargetSellService,
  processTest,
  segmentChoice,
  valueExchange,
] as readonly unknown[] as readonly Worksheet[];

/** The worksheet with this id. */
export const findWorksheet = (id: string): Worksheet | undefined =>
  worksheets.find((worksheet) => worksheet.id === id);
