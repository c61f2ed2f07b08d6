import { activities } from './kinds/activities.ts';
import { alignment } from './kinds/alignment.ts';
import { bonds } from './kinds/bonds.ts';
import { chain } from './kinds/chain.ts';
import { channelStages } from './kinds/channel-stages.ts';
import { channels } from './kinds/channels.ts';
import { charter } from './kinds/charter.ts';
import { competitors } from './kinds/competitors.ts';
import { culture } from './kinds/culture.ts';
import { desires } from './kinds/desires.ts';
import { effort } from './kinds/effort.ts';
import { enablingConditions } from './kinds/enabling-conditions.ts';
import { fiveForces } from './kinds/five-forces.ts';
import { flags } from './kinds/flags.ts';
import { handoffs } from './kinds/handoffs.ts';
import { interviews } from './kinds/interviews.ts';
import { journeySteps } from './kinds/journey-steps.ts';
import { knowTargetSellService } from './kinds/know-target-sell-service.ts';
import { lifecycle } from './kinds/lifecycle.ts';
import { marketSizing } from './kinds/market-sizing.ts';
import { maturity } from './kinds/maturity.ts';
import { needs } from './kinds/needs.ts';
import { network } from './kinds/network.ts';
import { offers } from './kinds/offers.ts';
import { opportunities } from './kinds/opportunities.ts';
import { orientation } from './kinds/orientation.ts';
import { processTest } from './kinds/process-test.ts';
import { processes } from './kinds/processes.ts';
import { promotions } from './kinds/promotions.ts';
import { propositions } from './kinds/propositions.ts';
import { quietDays } from './kinds/quiet-days.ts';
import { readiness } from './kinds/readiness.ts';
import { references } from './kinds/references.ts';
import { responsibilities } from './kinds/responsibilities.ts';
import { reviews } from './kinds/reviews.ts';
import { salesStages } from './kinds/sales-stages.ts';
import { schemeChecks } from './kinds/scheme-checks.ts';
import { scorecard } from './kinds/scorecard.ts';
import { segmentChoice } from './kinds/segment-choice.ts';
import { selfPosition } from './kinds/self-position.ts';
import { servicePhases } from './kinds/service-phases.ts';
import { systems } from './kinds/systems.ts';
import { triggers } from './kinds/triggers.ts';
import { valueExchange } from './kinds/value-exchange.ts';
import { valueStar } from './kinds/value-star.ts';
import { vendorCriteria } from './kinds/vendor-criteria.ts';
import { vendors } from './kinds/vendors.ts';
import { vision } from './kinds/vision.ts';
import type { Worksheet } from './worksheet.ts';

/**
 * Every worksheet. Adding one = one file in `kinds`, one line here and one on the page that shows it. Their types are widened together:
 * a worksheet's functions are only ever given rows that were read by its own fields.
 */
export const worksheets = [
  activities,
  alignment,
  bonds,
  chain,
  channelStages,
  channels,
  charter,
  competitors,
  culture,
  desires,
  effort,
  enablingConditions,
  fiveForces,
  flags,
  handoffs,
  interviews,
  journeySteps,
  knowTargetSellService,
  lifecycle,
  marketSizing,
  maturity,
  needs,
  network,
  offers,
  opportunities,
  orientation,
  processTest,
  processes,
  promotions,
  propositions,
  quietDays,
  readiness,
  references,
  responsibilities,
  reviews,
  salesStages,
  schemeChecks,
  scorecard,
  segmentChoice,
  selfPosition,
  servicePhases,
  systems,
  triggers,
  valueExchange,
  valueStar,
  vendorCriteria,
  vendors,
  vision,
] as readonly unknown[] as readonly Worksheet[];

/** The worksheet with this id. */
export const findWorksheet = (id: string): Worksheet | undefined =>
  worksheets.find((worksheet) => worksheet.id === id);
