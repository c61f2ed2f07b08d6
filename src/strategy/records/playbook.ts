import * as v from 'valibot';

/** The fields of a play, in reading order. */
export const playFields = ['goal', 'action', 'channel', 'avoid', 'kpi'] as const;

/** What to do with one RFM segment, in the user's words. The workbook keeps those that differ from the defaults. */
export const playbookSchema = v.object({
  /** Name of the RFM segment. */
  segment: v.string(),
  /** What is to be reached. */
  goal: v.string(),
  /** What to do. */
  action: v.string(),
  /** By which channel. */
  channel: v.string(),
  /** What to leave alone. */
  avoid: v.string(),
  /** The figure that tells whether it works. */
  kpi: v.string(),
});

/** {@link playbookSchema}'s type. */
export type Playbook = v.InferOutput<typeof playbookSchema>;
/** One of {@link playFields}. */
export type PlayField = (typeof playFields)[number];
