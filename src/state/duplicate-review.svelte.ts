import type { AppError } from '../core/app-error.ts';
import type { DuplicatePair, DuplicateReview } from '../data/quality/duplicates/duplicate-pair.ts';
import { treatmentKey, type Treatment } from '../data/quality/treatment.ts';
import type { EngineContract } from '../engine/contract.ts';
import { newJobId } from './analysis-run.svelte.ts';
import type { DataQualityState } from './data-quality.svelte.ts';

/** Milliseconds without a decision after which decisions are carried out together. */
const pause = 800;

/** A decision on a pair, in words that name nobody. */
export interface PairDecision {
  readonly pair: DuplicatePair;
  readonly treatment: Treatment;
}

const idsOf = ({ keep, drop }: DuplicatePair): readonly string[] => [keep.id, drop.id];
const swapped = (pair: DuplicatePair): DuplicatePair => ({ ...pair, keep: pair.drop, drop: pair.keep });

/** The queue of customers who may be one: pair by pair, with decisions that can be taken back. */
export class DuplicateReviewState {
  review = $state.raw<DuplicateReview | undefined>();
  error = $state.raw<AppError | undefined>();
  isSearching = $state(false);
  /** Pairs that wait, the one in view first. */
  queue = $state.raw<readonly DuplicatePair[]>([]);
  /** Decisions of this review, the latest last. */
  decisions = $state.raw<readonly PairDecision[]>([]);
  /** Decisions since the last search. */
  #decided = $state(0);
  readonly current = $derived(this.queue[0]);
  /** Pairs that are still to be decided, also those that were not given. */
  readonly left = $derived(Math.max(this.queue.length, (this.review?.total ?? 0) - this.#decided));
  readonly #engine: EngineContract;
  readonly #quality: DataQualityState;
  #waiting: readonly Treatment[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(engine: EngineContract, quality: DataQualityState) {
    this.#engine = engine;
    this.#quality = quality;
  }

  /** Looks for pairs in the data as they are now. `isOther`: other data than before, decisions on those are forgotten. */
  async search(isOther = false): Promise<void> {
    await this.settle();
    if (isOther) this.decisions = [];
    this.isSearching = true;
    this.error = undefined;
    const found = await this.#engine.duplicates(newJobId(), this.#quality.rules.duplicateScore);
    this.isSearching = false;
    if (found.ok) {
      this.review = found.value;
      this.queue = found.value.pairs;
      this.#decided = 0;
    } else if (found.error.kind !== 'cancelled') this.error = found.error;
  }

  /** The pair in view is one customer. */
  merge(): void {
    const pair = this.current;
    if (!pair) return;
    this.#decide(pair, { kind: 'merge-customers', from: [pair.drop.id], into: pair.keep.id });
    this.queue = this.queue.filter((one) => !idsOf(one).includes(pair.drop.id));
  }

  /** The pair in view is two customers, and is not asked about again. */
  keepApart(): void {
    const pair = this.current;
    if (!pair) return;
    this.#decide(pair, { kind: 'keep-apart', customers: [pair.keep.id, pair.drop.id] });
    this.queue = this.queue.slice(1);
  }

  /** Puts the pair in view at the end. */
  later(): void {
    const [first, ...rest] = this.queue;
    if (first) this.queue = [...rest, first];
  }

  /** Brings the last pair back into view. */
  earlier(): void {
    const last = this.queue.at(-1);
    if (last) this.queue = [last, ...this.queue.slice(0, -1)];
  }

  /** The other one of the pair in view stays. */
  swap(): void {
    const [first, ...rest] = this.queue;
    if (first) this.queue = [swapped(first), ...rest];
  }

  /** Merges all pairs that are practically certain; gives how many, or undefined when it failed. */
  async mergeSure(): Promise<number | undefined> {
    await this.settle();
    const apart = this.#quality.treatments.filter(({ kind }) => kind === 'keep-apart').map(treatmentKey);
    const merges = (this.review?.sure ?? [])
      .filter(
        ({ into, from }) => !apart.includes(treatmentKey({ kind: 'keep-apart', customers: [into, from] })),
      )
      .map(({ into, from }): Treatment => ({ kind: 'merge-customers', from: [from], into }));
    if (!(await this.#quality.add(merges))) return undefined;
    await this.search();
    return merges.length;
  }

  /** Takes the latest decision back and brings its pair into view. */
  async takeBack(): Promise<void> {
    const last = this.decisions.at(-1);
    if (!last) return;
    this.decisions = this.decisions.slice(0, -1);
    if (this.#waiting.includes(last.treatment)) {
      this.#waiting = this.#waiting.filter((one) => one !== last.treatment);
      this.#decided -= 1;
      this.queue = [last.pair, ...this.queue];
      return;
    }
    if (!(await this.#quality.remove([last.treatment]))) return;
    await this.search();
    const ids = idsOf(last.pair);
    this.queue = [last.pair, ...this.queue.filter((one) => !idsOf(one).every((id) => ids.includes(id)))];
  }

  /** Carries out the decisions that wait. */
  async settle(): Promise<void> {
    clearTimeout(this.#timer);
    const waiting = this.#waiting;
    this.#waiting = [];
    if (waiting.length > 0) await this.#quality.add(waiting);
  }

  #decide(pair: DuplicatePair, treatment: Treatment): void {
    this.decisions = [...this.decisions, { pair, treatment }];
    this.#waiting = [...this.#waiting, treatment];
    this.#decided += 1;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.settle(), pause);
  }
}
