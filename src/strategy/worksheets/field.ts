import type { FormatUnit } from '../../core/format/formats.ts';

interface Labelled {
  readonly label: string;
  /** What to write there, or what the scale means. */
  readonly hint?: string;
}

/** Words. */
export interface TextField extends Labelled {
  readonly kind: 'text';
  readonly placeholder?: string;
  /** More than one line is expected; written in the details of a row. */
  readonly isLong?: true;
}

/** One of a few named choices. */
export interface ChoiceField<Value extends string = string> extends Labelled {
  readonly kind: 'choice';
  readonly options: readonly { readonly value: Value; readonly label: string; readonly hint?: string }[];
}

/** A whole number on a scale. `anchors` describe its steps from the lowest. */
export interface ScoreField extends Labelled {
  readonly kind: 'score';
  readonly low: number;
  readonly high: number;
  readonly anchors?: readonly string[];
}

/** A whole number on a scale from each assessor. */
export interface AssessedField extends Labelled {
  readonly kind: 'assessed';
  readonly low: number;
  readonly high: number;
  readonly anchors?: readonly string[];
  /** Fields of the row whose words take the place of the lowest and the highest anchor. */
  readonly anchorsFrom?: { readonly low: string; readonly high: string };
}

/** A number with a unit; shares are 0–1. */
export interface AmountField extends Labelled {
  readonly kind: 'amount';
  readonly unit: FormatUnit;
  /** A choice of the row that says the unit, where it differs from row to row. */
  readonly unitFrom?: string;
  readonly min?: number;
  readonly max?: number;
}

/** A calendar day. */
export interface DayField extends Labelled {
  readonly kind: 'day';
}

/** Yes or no. */
export interface FlagField extends Labelled {
  readonly kind: 'flag';
}

/** A supporting condition of the chain, from the user's own list. */
export interface EnablerField extends Labelled {
  readonly kind: 'enabler';
}

/** A segment of the workbook. */
export interface SegmentField extends Labelled {
  readonly kind: 'segment';
}

/** A row of a worksheet, perhaps of the same one. */
export interface RowField extends Labelled {
  readonly kind: 'row';
  readonly worksheet: string;
}

/** One thing that a row says. */
export type Field =
  | TextField
  | ChoiceField
  | ScoreField
  | AssessedField
  | AmountField
  | DayField
  | FlagField
  | SegmentField
  | EnablerField
  | RowField;

/** What a row says, by key. */
export type Fields = Readonly<Record<string, Field>>;

/** What a field holds: null where nothing has been said, the empty text for words. */
export type ValueOf<F extends Field> = F extends { readonly kind: 'text' }
  ? string
  : F extends { readonly kind: 'choice'; readonly options: readonly { readonly value: infer Value }[] }
    ? Value | null
    : F extends { readonly kind: 'score' | 'amount' }
      ? number | null
      : F extends { readonly kind: 'assessed' }
        ? Readonly<Record<string, number>>
        : F extends { readonly kind: 'flag' }
          ? boolean
          : string | null;

/** What a row says, typed by its fields. */
export type ValuesOf<F extends Fields> = { readonly [K in keyof F]: ValueOf<F[K]> };
