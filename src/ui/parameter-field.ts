/** What a form needs to draw and explain one parameter; the shape that analyses describe theirs in. */
export interface ParameterField {
  readonly name: string;
  readonly title: string;
  readonly help: string;
  /** No publication fixes the default; it is ours. */
  readonly houseRule?: boolean;
  readonly defaultValue: unknown;
  readonly control:
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
}

/** Reads cut points typed as "30, 90, 180" or "30 90 180"; null when one isn't a number. */
export const parseCuts = (text: string): readonly number[] | null => {
  const parts = text.split(/[;,\s]+/).filter(Boolean);
  const numbers = parts.map(Number);
  return numbers.every(Number.isFinite) ? numbers : null;
};

/** What is wrong with cut points, or null: none (automatic), or exactly `length` in rising order. */
export const cutsProblem = (cuts: readonly number[] | null, length: number): string | null => {
  if (cuts === null) return 'Give numbers, separated by commas.';
  if (cuts.length === 0) return null;
  if (cuts.length !== length) return `Give ${length} cut points, or none for automatic ones.`;
  return cuts.every((cut, at) => at === 0 || cut >= (cuts[at - 1] ?? 0))
    ? null
    : 'Give them in rising order.';
};
