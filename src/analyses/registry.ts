import type { InferOutput } from 'valibot';
import type { AnalysisDefinition } from './analysis.ts';
import { activityResults } from './activity-results/definition.ts';
import { channelPerformance } from './channel-performance/definition.ts';
import { claimCourt } from './claim-court/definition.ts';
import { cohortRetention } from './cohort-retention/definition.ts';
import { concentration } from './concentration/definition.ts';
import { contractRetention } from './contract-retention/definition.ts';
import { crossSell } from './cross-sell/definition.ts';
import { customerEquityAnalysis } from './customer-equity/definition.ts';
import { customerProfit } from './customer-profit/definition.ts';
import { customerValue } from './customer-value/definition.ts';
import { geoPotential } from './geo-potential/definition.ts';
import { likelyResponders } from './likely-responders/definition.ts';
import { loyaltyScheme } from './loyalty-scheme/definition.ts';
import { offerConflicts } from './offer-conflicts/definition.ts';
import { overview } from './overview/definition.ts';
import { portfolio } from './portfolio/definition.ts';
import { purchaseOccasions } from './purchase-occasions/definition.ts';
import { referenceCandidates } from './reference-candidates/definition.ts';
import { retentionEconomics } from './retention-economics/definition.ts';
import { rfm } from './rfm/definition.ts';
import { rfmMigration } from './rfm-migration/definition.ts';
import { segmentProfile } from './segment-profile/definition.ts';
import { serviceLevels } from './service-levels/definition.ts';
import { surveyScores } from './survey-scores/definition.ts';
import { valueDrivers } from './value-drivers/definition.ts';
import { valueLadder } from './value-ladder/definition.ts';

/** Every analysis, in the order in which lists show them. Adding one = one folder, one line here, one golden case. */
export const analyses = [
  overview,
  rfm,
  rfmMigration,
  customerValue,
  customerEquityAnalysis,
  portfolio,
  valueDrivers,
  purchaseOccasions,
  concentration,
  customerProfit,
  cohortRetention,
  retentionEconomics,
  channelPerformance,
  activityResults,
  referenceCandidates,
  serviceLevels,
  surveyScores,
  geoPotential,
  crossSell,
  likelyResponders,
  offerConflicts,
  loyaltyScheme,
  claimCourt,
  contractRetention,
  valueLadder,
  segmentProfile,
] as const;

type RegisteredAnalysis = (typeof analyses)[number];
type AnalysisOf<Id extends AnalysisId> = Extract<RegisteredAnalysis, { readonly id: Id }>;

/** Identifier of an analysis; also the name of its folder. */
export type AnalysisId = RegisteredAnalysis['id'];

/** Complete parameters of an analysis, defaults filled in. */
export type ParamsOf<Id extends AnalysisId> = InferOutput<AnalysisOf<Id>['params']>;

/** The documented result of an analysis. */
export type ResultOf<Id extends AnalysisId> = InferOutput<AnalysisOf<Id>['result']>;

/**
 * The definition with this id, or undefined. Its value type is erased: the caller passes the value on to the same
 * definition's `headlines` and `result`, which know it.
 */
export const findAnalysis = (id: string): AnalysisDefinition | undefined =>
  analyses.find((analysis) => analysis.id === id) as unknown as AnalysisDefinition | undefined;
