import type { AppError } from '../core/app-error.ts';
import { today } from './today.ts';
import type { Formats } from '../core/format/formats.ts';
import type { AppliedTreatment, Finding, QualityReport } from '../data/quality/finding.ts';
import type { QualityRules } from '../data/quality/rules/quality-rules.ts';
import { treatmentKey, withTreatment, type Treatment } from '../data/quality/treatment.ts';
import type { EngineContract, Progress } from '../engine/contract.ts';
import { newJobId } from './analysis-run.svelte.ts';
import type { DatasetState } from './dataset.svelte.ts';
import type { Notices } from './notices.svelte.ts';
import { effectWords, treatmentTitle } from './treatment-words.ts';

/** What the quality gate works on. */
export interface DataQualityParts {
  readonly engine: EngineContract;
  readonly dataset: DatasetState;
  readonly notices: Notices;
  readonly formats: () => Formats;
  readonly isReadOnly: () => boolean;
  /** House rules of the checks. */
  readonly rules: () => QualityRules;
  /** Ids of findings that are fine as they are. */
  readonly accepted: () => readonly string[];
  /** Stores the list with the data. */
  readonly keep: () => Promise<void>;
}

/** What the gate found in the open data, and what is done about it. */
export class DataQualityState {
  report = $state.raw<QualityReport | undefined>();
  error = $state.raw<AppError | undefined>();
  progress = $state.raw<Progress | undefined>();
  /** A list that the engine is to carry out or is at. */
  #wanted = $state.raw<readonly Treatment[] | undefined>();
  /** Fingerprint of the data that the report is about, and the rules by which it was made. */
  #reported = $state('');
  #work: Promise<boolean> | undefined;
  #jobId = '';
  #notice: number | undefined;
  readonly #parts: DataQualityParts;

  constructor(parts: DataQualityParts) {
    this.#parts = parts;
  }

  /** What is done to the data and what it did, as far as the engine has carried it out. */
  get applied(): readonly AppliedTreatment[] {
    return this.#parts.dataset.description.treatments ?? [];
  }

  /** The list as the user wants it. */
  get treatments(): readonly Treatment[] {
    return this.#wanted ?? this.applied.map(({ treatment }) => treatment);
  }

  get isTreating(): boolean {
    return this.#wanted !== undefined;
  }

  /** Whether the report is about other data than the open ones. */
  get isStale(): boolean {
    return this.report !== undefined && this.#reported !== this.#asked;
  }

  /** The house rules that the checks go by. */
  get rules(): QualityRules {
    return this.#parts.rules();
  }

  /** Findings that wait for something to be done about them, largest effect first. */
  get open(): readonly Finding[] {
    const accepted = this.#parts.accepted();
    return (this.report?.findings ?? []).filter(({ id }) => !accepted.includes(id));
  }

  /** Findings that are fine as they are. */
  get accepted(): readonly Finding[] {
    const accepted = this.#parts.accepted();
    return (this.report?.findings ?? []).filter(({ id }) => accepted.includes(id));
  }

  /** What a report would be about now: the data and the rules. */
  get #asked(): string {
    return `${this.#parts.dataset.fingerprint} ${JSON.stringify(this.rules)}`;
  }

  /** Looks the open data through, unless that has been done. */
  async inspect(): Promise<void> {
    const { dataset, engine } = this.#parts;
    const asked = this.#asked;
    if (!dataset.hasData || (this.report && this.#reported === asked)) return;
    if (this.#jobId !== '') void engine.cancel(this.#jobId);
    const jobId = newJobId();
    this.#jobId = jobId;
    this.error = undefined;
    const found = await engine.quality(jobId, today(), this.rules, (progress) => {
      if (this.#jobId === jobId) this.progress = progress;
    });
    if (this.#jobId !== jobId) return;
    this.#jobId = '';
    this.progress = undefined;
    if (found.ok) {
      this.report = found.value;
      this.#reported = asked;
    } else if (found.error.kind !== 'cancelled') this.error = found.error;
  }

  /** Treats the data by one thing more and says what it did, with undo. */
  async apply(treatment: Treatment): Promise<void> {
    const before = this.treatments;
    if (!(await this.#carryOut(withTreatment(before, treatment)))) return;
    const done = this.applied.find((one) => treatmentKey(one.treatment) === treatmentKey(treatment));
    if (!done) return;
    this.#say(`${treatmentTitle(treatment)}: ${effectWords(done, this.#parts.formats())}.`, 'Undo', () =>
      this.remove([treatment]),
    );
  }

  /** Treats the data by several things more, without a word; false when it failed. */
  add(treatments: readonly Treatment[]): Promise<boolean> {
    return this.#carryOut(treatments.reduce<readonly Treatment[]>(withTreatment, this.treatments));
  }

  /** Takes treatments off the list: the data are as if they had never been. */
  remove(treatments: readonly Treatment[]): Promise<boolean> {
    const keys = treatments.map(treatmentKey);
    return this.#carryOut(this.treatments.filter((one) => !keys.includes(treatmentKey(one))));
  }

  /** Takes treatments off the list and says so, with undo. */
  async undo(treatments: readonly Treatment[]): Promise<void> {
    const before = this.treatments;
    if (!(await this.remove(treatments))) return;
    const [first] = treatments;
    const words =
      treatments.length === 1 && first
        ? `Undone: ${treatmentTitle(first)}.`
        : `${treatments.length} treatments undone.`;
    this.#say(words, 'Do it again', () => this.#carryOut(before));
  }

  /** Says that new data were treated as the earlier ones, with a way to have them as loaded. */
  announce(): void {
    const { length } = this.applied;
    if (length === 0) return;
    this.#say(
      length === 1
        ? 'One treatment was applied to these data too.'
        : `${length} treatments were applied to these data too.`,
      'Undo',
      () => this.#carryOut([]),
    );
  }

  /** Says what was done; what was said before gives way, as its undo is in the list. */
  #say(text: string, label: string, run: () => Promise<unknown>): void {
    const { notices } = this.#parts;
    if (this.#notice !== undefined) notices.dismiss(this.#notice);
    notices.say(text, { action: { label, run: () => void run() } });
    this.#notice = notices.list.at(-1)?.id;
  }

  /** Hands the newest wish to the engine; wishes that come while it is at one are carried out together after it. */
  async #carryOut(list: readonly Treatment[]): Promise<boolean> {
    if (this.#parts.isReadOnly()) return false;
    this.#wanted = list;
    this.#work ??= this.#inTurn();
    return await this.#work;
  }

  /** Treats the data that are open now; where others are by then, what was wished is void. */
  #inTurn(): Promise<boolean> {
    const { dataset } = this.#parts;
    const isStillOpen = dataset.watch();
    return dataset.turns.take(async () => {
      if (isStillOpen()) return await this.#treatUntilDone();
      this.#wanted = undefined;
      this.#work = undefined;
      return false;
    });
  }

  async #treatUntilDone(): Promise<boolean> {
    const { dataset, engine, keep } = this.#parts;
    let list = this.#wanted;
    let isDone = true;
    while (list) {
      const treated = await engine.treat(newJobId(), list, () => undefined);
      isDone = treated.ok;
      if (treated.ok) dataset.description = treated.value;
      else this.error = treated.error;
      const isLatest = this.#wanted === list;
      list = isLatest || !isDone ? undefined : this.#wanted;
    }
    this.#wanted = undefined;
    this.#work = undefined;
    if (isDone) {
      await keep();
      void dataset.refresh();
    }
    return isDone;
  }
}
