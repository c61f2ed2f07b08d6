import * as v from 'valibot';
import { isDay } from '../../core/day.ts';

/**
 * What a line of the plan serves: four stages of the CRM value chain that prepare (Buttle), and the fifth, managing the customer
 * lifecycle, by its own five stages. In reading order.
 */
export const planStages = [
  'portfolio',
  'intimacy',
  'network',
  'proposition',
  'acquisition',
  'onboarding',
  'engagement',
  'retention',
  'advocacy',
] as const;

/** The six categories of channels (Payne & Frow). */
export const planChannels = [
  'sales-force',
  'outlets',
  'telephony',
  'direct-marketing',
  'e-commerce',
  'm-commerce',
] as const;

/** The three phases of the value chain: analysis, resources, implementation. */
export const planPhases = [1, 2, 3] as const;

/** The two versions of a plan that can be held against each other. */
export const scenarioKeys = ['A', 'B'] as const;

const monthPattern = /^20\d\d-(0[1-9]|1[0-2])$/;

/** Whether the text is a month of this century, `YYYY-MM`. */
export const isPlanMonth = (text: string): boolean => monthPattern.test(text);

const monthSchema = v.pipe(v.string(), v.check(isPlanMonth, 'Expected a month (YYYY-MM)'));
const amountSchema = v.pipe(v.number(), v.finite());
const costSchema = v.pipe(amountSchema, v.minValue(0));

/** What must be true for a line to work, and the pinned number of the line that says so. */
export const assumptionSchema = v.object({
  id: v.string(),
  text: v.string(),
  evidenceId: v.nullable(v.string()),
});

/** The figure that tells whether a line works. */
export const kpiSchema = v.object({
  name: v.string(),
  /** In `unit`; shares are 0–1. */
  target: v.nullable(amountSchema),
  unit: v.picklist(['money', 'count', 'share', 'days', 'ratio', 'points']),
});

/** What a line is expected to bring, money, before its own budget is taken off; null where nobody has said. */
export const expectedProfitSchema = v.object({
  low: v.nullable(amountSchema),
  likely: v.nullable(amountSchema),
  high: v.nullable(amountSchema),
  /** Where the figures come from, in words. */
  source: v.string(),
});

/** One undertaking: for whom, what, by which channel, when, for how much, and what it should bring. */
export const planLineSchema = v.object({
  id: v.string(),
  /** What we do, in a few words. */
  title: v.string(),
  stage: v.picklist(planStages),
  /** Null: not decided, or everyone. */
  segmentId: v.nullable(v.string()),
  objective: v.string(),
  strategy: v.string(),
  offer: v.string(),
  channel: v.nullable(v.picklist(planChannels)),
  tool: v.string(),
  owner: v.string(),
  /** Spent once, in the first month; money. */
  oneOff: costSchema,
  /** Spent in every month from the first to the last; money. */
  monthly: costSchema,
  start: monthSchema,
  /** The last month; one before `start` counts as `start`. */
  end: monthSchema,
  phase: v.picklist(planPhases),
  kpi: kpiSchema,
  profit: expectedProfitSchema,
  evidenceIds: v.array(v.string()),
  assumptions: v.array(assumptionSchema),
  /** Ids of the supporting conditions without which it does not work; absent where none is named. */
  needs: v.exactOptional(v.array(v.string())),
});

/** The condition between a phase and the next one. */
export const gateSchema = v.object({
  /** ISO day on which it is decided; null: not set. */
  day: v.nullable(v.pipe(v.string(), v.check(isDay, 'Expected a calendar day (YYYY-MM-DD)'))),
  criterion: v.string(),
  isMet: v.boolean(),
});

/** One version of the plan. The first gate stands before phase 2, the second before phase 3. */
export const scenarioSchema = v.object({
  lines: v.array(planLineSchema),
  gates: v.tuple([gateSchema, gateSchema]),
});

/** Stages, budget and what it should bring, in two versions. */
export const planSchema = v.object({
  /** The version that is worked on. */
  scenario: v.picklist(scenarioKeys),
  scenarios: v.object({ A: scenarioSchema, B: scenarioSchema }),
});

/** One of {@link planStages}. */
export type PlanStage = (typeof planStages)[number];
/** One of {@link planChannels}. */
export type PlanChannel = (typeof planChannels)[number];
/** One of {@link planPhases}. */
export type PlanPhase = (typeof planPhases)[number];
/** One of {@link scenarioKeys}. */
export type ScenarioKey = (typeof scenarioKeys)[number];
/** {@link assumptionSchema}'s type. */
export type Assumption = v.InferOutput<typeof assumptionSchema>;
/** {@link kpiSchema}'s type. */
export type Kpi = v.InferOutput<typeof kpiSchema>;
/** {@link expectedProfitSchema}'s type. */
export type ExpectedProfit = v.InferOutput<typeof expectedProfitSchema>;
/** {@link planLineSchema}'s type. */
export type PlanLine = v.InferOutput<typeof planLineSchema>;
/** {@link gateSchema}'s type. */
export type Gate = v.InferOutput<typeof gateSchema>;
/** {@link scenarioSchema}'s type. */
export type Scenario = v.InferOutput<typeof scenarioSchema>;
/** {@link planSchema}'s type. */
export type Plan = v.InferOutput<typeof planSchema>;
