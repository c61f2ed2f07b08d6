import * as v from 'valibot';
import { placingsProblem } from '../core/placings.ts';

/** What a form needs to draw one parameter. */
export type ParameterControl =
  | {
      readonly control: 'number';
      readonly unit?: string;
      readonly min: number;
      readonly max: number;
      readonly step: number;
    }
  | {
      readonly control: 'choice';
      readonly options: readonly { readonly value: string; readonly label: string }[];
    }
  | { readonly control: 'switch' }
  | { readonly control: 'numbers'; readonly unit?: string; readonly length: number }
  | { readonly control: 'placings'; readonly places: readonly string[] };

/** Words and control of a parameter. `houseRule`: no publication fixes the default; it is ours and may be changed. */
export interface ParameterInfo {
  readonly title: string;
  readonly help: string;
  readonly houseRule?: boolean;
  readonly control: ParameterControl;
}

/** A parameter with its name and default, as {@link describeParameters} lists it. */
export interface ParameterDescription extends ParameterInfo {
  readonly name: string;
  readonly defaultValue: unknown;
}

/** Schema of an analysis's parameters: every entry is made by one of the builders below and has a default. */
export type ParameterSchema = v.ObjectSchema<v.ObjectEntries, undefined>;

interface Words {
  readonly title: string;
  readonly help: string;
  readonly houseRule?: boolean;
}

/** A number between bounds with its unit. */
export const numberParameter = (
  words: Words,
  options: {
    readonly default: number;
    readonly min: number;
    readonly max: number;
    readonly step?: number;
    readonly unit?: string;
  },
) =>
  v.optional(
    v.pipe(
      v.number(),
      v.minValue(options.min),
      v.maxValue(options.max),
      v.metadata({
        info: {
          ...words,
          control: {
            control: 'number',
            min: options.min,
            max: options.max,
            step: options.step ?? 1,
            ...(options.unit ? { unit: options.unit } : {}),
          },
        } satisfies ParameterInfo,
      }),
    ),
    options.default,
  );

/** One of a few named choices. */
export const choiceParameter = <const Value extends string>(
  words: Words,
  options: readonly { readonly value: Value; readonly label: string }[],
  defaultValue: NoInfer<Value>,
) =>
  v.optional(
    v.pipe(
      v.picklist(options.map((option) => option.value)),
      v.metadata({ info: { ...words, control: { control: 'choice', options } } satisfies ParameterInfo }),
    ),
    defaultValue,
  );

/** Yes or no. */
export const switchParameter = (words: Words, defaultValue: boolean) =>
  v.optional(
    v.pipe(
      v.boolean(),
      v.metadata({ info: { ...words, control: { control: 'switch' } } satisfies ParameterInfo }),
    ),
    defaultValue,
  );

/** A list of ascending cut points, or empty for automatic. */
export const cutsParameter = (words: Words, options: { readonly length: number; readonly unit?: string }) =>
  v.optional(
    v.pipe(
      v.array(v.number()),
      v.check(
        (cuts) =>
          cuts.length === 0 ||
          (cuts.length === options.length && cuts.every((cut, at) => at === 0 || cut >= (cuts[at - 1] ?? 0))),
        `Give ${options.length} rising cut points, or none`,
      ),
      v.metadata({
        info: {
          ...words,
          control: {
            control: 'numbers',
            length: options.length,
            ...(options.unit ? { unit: options.unit } : {}),
          },
        } satisfies ParameterInfo,
      }),
    ),
    [],
  );

/** Longest text of placings, so that it still fits into a link. */
const longestPlacings = 4_000;

/** Where words of the data belong, in the user's own judgement: "name = place; name = place" (see `core/placings.ts`). Empty: nothing. */
export const placingsParameter = (words: Words, places: readonly string[]) =>
  v.optional(
    v.pipe(
      v.string(),
      v.maxLength(longestPlacings),
      v.check(
        (text) => placingsProblem(text, places) === null,
        ({ input }) => placingsProblem(input, places) ?? '',
      ),
      v.metadata({ info: { ...words, control: { control: 'placings', places } } satisfies ParameterInfo }),
    ),
    '',
  );

const infoOf = (schema: unknown): ParameterInfo | undefined => {
  const wrapped = (schema as { wrapped?: { pipe?: readonly unknown[] } }).wrapped;
  const metadata = wrapped?.pipe?.find((part) => (part as { type?: string }).type === 'metadata') as
    { metadata: { info?: ParameterInfo } } | undefined;
  return metadata?.metadata.info;
};

/** The parameters of a schema in order, for the generated form and the scripting interface. */
export const describeParameters = (schema: ParameterSchema): readonly ParameterDescription[] => {
  const defaults = v.getDefaults(schema) as Record<string, unknown>;
  return Object.entries(schema.entries).flatMap(([name, entry]) => {
    const info = infoOf(entry);
    return info ? [{ name, defaultValue: defaults[name], ...info }] : [];
  });
};
