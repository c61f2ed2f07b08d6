import { tokenLikeness } from './header-tokens.ts';

/** A name that a header is like, and how much, 0–1. */
export interface LikeName {
  readonly name: string;
  readonly likeness: number;
}

/** A known name with the targets that it surely means. */
interface NamedTargets {
  readonly name: string;
  readonly tokens: readonly string[];
  readonly targets: string[];
}

const leastLikeness = 0.85;
const oneWord = 'one word only';

/** How alike names of so many words can be at most: when all words of the shorter one are in the longer one. */
const mostAlike = (some: number, others: number): number =>
  Math.abs(some - others) > 1 ? 0 : (2 * Math.min(some, others)) / (some + others);

/** Known names by each of their words: a like name shares a word, unless it is one word only. */
export class LikeNames {
  readonly #byName = new Map<string, NamedTargets>();
  readonly #byWord = new Map<string, NamedTargets[]>();

  /** Adds a name by which a target goes. */
  add(target: string, name: string, tokens: readonly string[]): void {
    const known = this.#byName.get(name);
    if (known !== undefined) {
      known.targets.push(target);
      return;
    }
    const named = { name, tokens, targets: [target] };
    this.#byName.set(name, named);
    for (const word of new Set(tokens.length === 1 ? [oneWord, ...tokens] : tokens)) {
      const others = this.#byWord.get(word);
      if (others) others.push(named);
      else this.#byWord.set(word, [named]);
    }
  }

  /** The most like name of each target that has one. */
  of(tokens: readonly string[]): ReadonlyMap<string, LikeName> {
    const best = new Map<string, LikeName>();
    const seen = new Set<NamedTargets>();
    for (const word of tokens.length === 1 ? [oneWord] : tokens)
      for (const named of this.#byWord.get(word) ?? []) {
        if (mostAlike(tokens.length, named.tokens.length) < leastLikeness || seen.has(named)) continue;
        seen.add(named);
        const likeness = tokenLikeness(tokens, named.tokens);
        if (likeness < leastLikeness) continue;
        for (const target of named.targets)
          if (likeness > (best.get(target)?.likeness ?? 0)) best.set(target, { name: named.name, likeness });
      }
    return best;
  }
}
