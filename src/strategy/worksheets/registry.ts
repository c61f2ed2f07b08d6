import { needs } from './kinds/needs.ts';
import { alignment } from './kinds/alignment.ts';
import { charter } from './kinds/charter.ts';
import { culture } from './kinds/culture.ts';
import { enablingConditions } from './kinds/enabling-conditions.ts';
import { fiveForces } from './kinds/five-forces.ts';
import { maturity } from './kinds/maturity.ts';
import { orientation } from './kinds/orientation.ts';
import { readiness } from './kinds/readiness.ts';
import { scorecard } from './kinds/scorecard.ts';
import { selfPosition } from './kinds/self-position.ts';
import { systems } from './kinds/systems.ts';
import { vendorCriteria } from './kinds/vendor-criteria.ts';
import { vendors } from './kinds/vendors.ts';
import { vision } from './kinds/vision.ts';
import type { Worksheet } from './worksheet.ts';

/**
 * Every worksheet. Adding one = one file in `kinds`, one line here and one on the page that shows it. Their types are widened together:
 * a worksheet's functions are only ever given rows that were read by its own fields.
 */
export const worksheets = [
  needs,
  alignment,
  charter,
  culture,
  enablingConditions,
  fiveForces,
  maturity,
  orientation,
  readiness,
  scorecard,
  selfPosition,
  systems,
  vendorCriteria,
  vendors,
  vision,
] as readonly unknown[] as readonly Worksheet[];

/** The worksheet with this id. */
export const findWorksheet = (id: string): Worksheet | undefined =>
  worksheets.find((worksheet) => worksheet.id === id);
