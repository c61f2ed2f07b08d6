import { network } from './kinds/network.ts';
import { references } from './kinds/references.ts';
import { reviews } from './kinds/reviews.ts';
import { responsibilities } from './kinds/responsibilities.ts';
import { desires } from './kinds/desires.ts';
import { interviews } from './kinds/interviews.ts';
import { flags } from './kinds/flags.ts';
import { channels } from './kinds/channels.ts';
import { channelStages } from './kinds/channel-stages.ts';
import { handoffs } from './kinds/handoffs.ts';
import { activities } from './kinds/activities.ts';
import { triggers } from './kinds/triggers.ts';
import { quietDays } from './kinds/quiet-days.ts';
import { journeySteps } from './kinds/journey-steps.ts';
import { salesStages } from './kinds/sales-stages.ts';
import { lifecycle } from './kinds/lifecycle.ts';
import { schemeChecks } from './kinds/scheme-checks.ts';
import { bonds } from './kinds/bonds.ts';
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
  channels,
  channelStages,
  handoffs,
  activities,
  triggers,
  quietDays,
  journeySteps,
  salesStages,
  lifecycle,
  schemeChecks,
  bonds,
] as readonly unknown[] as readonly Worksheet[];

/** The worksheet with this id. */
export const findWorksheet = (id: string): Worksheet | undefined =>
  worksheets.find((worksheet) => worksheet.id === id);
