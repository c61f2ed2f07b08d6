import { untrack } from 'svelte';

/** How long a value must stay the same before pictures follow it, in milliseconds. */
const stillMs = 120;

/** Follows a value once it has been still for a moment, so that typing doesn't draw every picture anew. Made in a component. */
export class Settled<T> {
  #value = $state.raw<T>() as T;

  constructor(value: () => T) {
    this.#value = untrack(value);
    $effect(() => {
      const next = value();
      if (next === untrack(() => this.#value)) return undefined;
      const timer = setTimeout(() => (this.#value = next), stillMs);
      return () => clearTimeout(timer);
    });
  }

  /** The value as it was when it was last still. */
  get value(): T {
    return this.#value;
  }
}
