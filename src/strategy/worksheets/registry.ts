import { competitors } from './kinds/competitors.ts';
import { marketSizing } from './kinds/market-sizing.ts';
import { needs } from './kinds/needs.ts';
import { opportunities } from './kinds/opportunities.ts';
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
] as readonly unknown[] as readonly Worksheet[];

/** The worksheet with this id. */
export const findWorksheet = (id: string): Worksheet | undefined =>
  worksheets.find((worksheet) => worksheet.id === id);
