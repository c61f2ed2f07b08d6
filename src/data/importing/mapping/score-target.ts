import { nameFitOf, nameFitsOf, type NameFit } from './aliases.ts';
import type { ColumnEvidence } from './column-evidence.ts';
import { profileFit } from './profile-fit.ts';
import type { MappingTarget } from './targets.ts';

/** How well a column fits a target, and why. */
export interface TargetScore {
  /** 0–1. */
  readonly score: number;
  /** The header is a name that means this only in some tables. */
  readonly isVague: boolean;
  /** The values look like something else, or there are none. */
  readonly isUnlike: boolean;
  readonly reason: string;
}

/** What the file as a whole says about a column as a target. */
interface ScoreContext {
  /** How well the values fit as rows of an order, 0–1. */
  readonly rowFit?: () => number;
  /** Further vague names of the target in such a file. */
  readonly names?: readonly string[] | undefined;
}

const vagueStrength = 0.4;
const leastScore = 0.6;

const looks = (fit: number, { column, values }: ColumnEvidence): string => {
  if (values.length === 0) return 'it has no values in the sample';
  if (fit < 0.5) return 'the values look like something else';
  if (fit < 0.8) return 'most of the values fit';
  const words: Readonly<Record<string, string>> = {
    date: 'the values are dates',
    datetime: 'the values are dates with a time',
    number: 'the values are numbers',
    email: 'the values are e-mail addresses',
    boolean: 'the values are yes or no',
  };
  return words[column.kind] ?? 'the values fit';
};

const weightOf = ({ likeness, strength }: NameFit): number => 0.35 * likeness + 0.25 * strength;

/** The best of a column's names: its own one, or else one of the others, which are worth a little less. */
const bestName = (
  { tokens, otherNames }: ColumnEvidence,
  target: string,
  vague: readonly string[] = [],
): NameFit | undefined => {
  const own = nameFitOf(tokens, target);
  if (own?.strength === 1) return own;
  if (otherNames.length === 0 && vague.length === 0) return own;
  const others = otherNames.flatMap((name) => {
    const fit = nameFitOf(name, target);
    return fit === undefined ? [] : [{ ...fit, likeness: 0.95 * fit.likeness }];
  });
  const named = vague.includes(tokens.join(' ')) ? [{ likeness: 1, strength: vagueStrength, name: '' }] : [];
  return [...(own ? [own] : []), ...others, ...named].sort((a, b) => weightOf(b) - weightOf(a))[0];
};

const targetsByName = new WeakMap<ColumnEvidence, readonly string[]>();

/** The targets that a column may be by any of its names. */
export const namedTargets = (evidence: ColumnEvidence): readonly string[] => {
  const known = targetsByName.get(evidence);
  if (known !== undefined) return known;
  const names = [evidence.tokens, ...evidence.otherNames];
  const found = [...new Set(names.flatMap((name) => [...nameFitsOf(name).keys()]))];
  targetsByName.set(evidence, found);
  return found;
};

/** What doesn't depend on what the file is about. */
interface PairFacts {
  readonly name: NameFit | undefined;
  /** How well the values fit, 0–1. */
  readonly fit: number;
}

/** Every column is held against every target once, and then asked again for each thing that the file may be about. */
const known = new WeakMap<ColumnEvidence, Map<string, PairFacts>>();

const factsOf = (
  evidence: ColumnEvidence,
  target: MappingTarget,
  names: readonly string[] | undefined,
): PairFacts => {
  const facts = known.get(evidence) ?? new Map<string, PairFacts>();
  known.set(evidence, facts);
  const key = names === undefined ? target.target : `${target.target} ${names.join('|')}`;
  const before = facts.get(key);
  if (before !== undefined) return before;
  const name = bestName(evidence, target.target, names);
  const found = { name, fit: name === undefined ? 0 : profileFit(evidence, target) };
  facts.set(key, found);
  return found;
};

/**
 * Scores a column for a target: 35 % likeness of the name, 25 % a known name (less when the name is a vague one), 40 % what
 * the values look like. Undefined: it can't be. `rowFit` is how well the values fit as rows of an order, 0–1.
 */
export const scoreTarget = (
  evidence: ColumnEvidence,
  target: MappingTarget,
  { rowFit, names }: ScoreContext = {},
): TargetScore | undefined => {
  const { name, fit } = factsOf(evidence, target, names);
  if (name === undefined) return undefined;
  const values = fit * (rowFit?.() ?? 1);
  if (values === 0) return undefined;
  const words = name.strength > 0 ? 'A known name for it' : `The name is like “${name.name}”`;
  const score = weightOf(name) + 0.4 * values;
  if (score < leastScore) return undefined;
  return {
    score,
    isVague: name.strength > 0 && name.strength < 1,
    isUnlike: values < 0.5,
    reason: `${words}, and ${looks(values, evidence)}`,
  };
};
