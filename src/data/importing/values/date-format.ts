import type { Dialect } from '../contract.ts';

/** Order of day, month and year where all three are numbers. */
export type DateOrder = Dialect['dateOrder'];

/** What must be done to a text before its pattern fits; always in this order. */
export const dateSteps = ['tail', 'half', 'words', 'weekday', 'ordinal', 'month'] as const;

/** One of them. */
export type DateStep = (typeof dateSteps)[number];

/** How one way of writing a date is read. */
export interface DateFormat {
  /** A `strptime` format; empty where a number or period is no calendar date. */
  readonly pattern: string;
  readonly kind:
    | 'strptime'
    | 'week'
    | 'quarter'
    | 'excel-serial'
    | 'epoch-seconds'
    | 'epoch-milliseconds'
    | 'epoch-microseconds';
  readonly hasTime: boolean;
  /** What it names is longer than a day: its first day is meant. */
  readonly isCoarse: boolean;
  readonly steps: readonly DateStep[];
  /** The name of its month as {@link DateStep} `words` leaves it. */
  readonly month?: string;
}
