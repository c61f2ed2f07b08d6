import { network } from './kinds/network.ts';
import { references } from './kinds/references.ts';
import { reviews } from './kinds/reviews.ts';
import { responsibilities } from './kinds/responsibilities.ts';
import { desires } from './kinds/desires.ts';
import { interviews } from './kinds/interviews.ts';
import { flags } from './kinds/flags.ts';
import { needs } from './kinds/needs.ts';
import type { Worksheet } from './worksheet.ts';

/**
 * Every worksheet. Adding one = one file in `kinds`, one line here and one on the page that shows it. Their types are widened together:
 * a worksheet's functions are only ever given rows that were read by its own fields.
 */
export const worksheets = [
  needs,
  network,
  references,
  reviews,
  responsibilities,
  desires,
  interviews,
  flags,
] as readonly unknown[] as readonly Worksheet[];

/** The worksheet with this id. */
export const findWorksheet = (id: string): Worksheet | undefined =>
  worksheets.find((worksheet) => worksheet.id === id);
