import type { RunContext, SettingChanges } from '../analyses/analysis.ts';
import { changedSettings } from '../analyses/value-settings.ts';
import type { AppError } from '../core/app-error.ts';
import { addDays, isDay, type Day } from '../core/day.ts';
import { createFormats, type Formats } from '../core/format/formats.ts';
import type { Predicate } from '../core/predicate.ts';
import type { EngineContract } from '../engine/contract.ts';
import { addSegment } from '../strategy/commands/segments.ts';
import { setAsOf } from '../strategy/commands/settings.ts';
import { createWorkbook } from '../strategy/create-workbook.ts';
import type { Segment } from '../strategy/records/segment.ts';
import { DatasetState } from './dataset.svelte.ts';
import { completeRules } from '../data/quality/rules/quality-rules.ts';
import { DataQualityState } from './data-quality.svelte.ts';
import { DuplicateReviewState } from './duplicate-review.svelte.ts';
import { EvidenceChecks } from './evidence-checks.svelte.ts';
import { newId } from './new-id.ts';
import { Notices } from './notices.svelte.ts';
import { Preferences } from './preferences.svelte.ts';
import { PrivacyLedger } from './privacy-ledger.svelte.ts';
import { Router } from './router.svelte.ts';
import { sayWithUndo } from './say-with-undo.ts';
import { openSharedView } from './shared-route.ts';
import { WorkbookState } from './workbook.svelte.ts';
import { Workspaces } from './workspaces.svelte.ts';

/** What the app asks of the engine beyond the contract: that it starts. */
type StartableEngine = EngineContract & { start(): ReturnType<EngineContract['start']> };

/** Everything that the screens share: one object, made at start, found through the screens' context. */
export class App {
  readonly preferences = new Preferences();
  readonly notices = new Notices();
  readonly privacy = new PrivacyLedger();
  readonly router = new Router();
  readonly workbook = new WorkbookState(createWorkbook(newId(), 'My strategy', newId));
  readonly engine: EngineContract;
  readonly dataset: DatasetState;
  readonly checks: EvidenceChecks;
  readonly workspaces: Workspaces;
  readonly quality: DataQualityState;
  readonly duplicates: DuplicateReviewState;
  /** `starting` until the engine has answered for the first time. */
  engineStatus = $state<'starting' | 'ready' | 'failed'>('starting');
  engineError = $state.raw<AppError | undefined>();
  readonly #start: StartableEngine['start'];

  constructor(engine: StartableEngine) {
    this.engine = engine;
    this.#start = () => engine.start();
    this.dataset = new DatasetState(engine, () =>
      this.workbook.current.settings.asOf === null ? undefined : this.context,
    );
    this.checks = new EvidenceChecks(engine, () => this.context);
    this.workspaces = new Workspaces({
      engine,
      workbook: this.workbook,
      dataset: this.dataset,
      notices: this.notices,
    });
    this.dataset.steps = this.workspaces.data.steps;
    this.quality = new DataQualityState({
      engine,
      dataset: this.dataset,
      notices: this.notices,
      formats: () => this.formats,
      isReadOnly: () => this.workspaces.isReadOnly,
      rules: () => completeRules(this.workbook.current.settings.qualityRules),
      accepted: () => (this.workbook.current.settings.acceptedFindings ?? []).map(({ id }) => id),
      keep: () => this.workspaces.data.keepTreatments(),
    });
    this.duplicates = new DuplicateReviewState(engine, this.quality);
    this.dataset.onchange = (change) => {
      this.#followData();
      this.quality.announce();
      return this.workspaces.data.keepNew(change);
    };
  }

  /** What every analysis run is told: as-of date, currency, treatment of returns, seed. */
  get context(): RunContext {
    return this.#context;
  }

  /** Whether the files of the last load are at hand to be read in another way: added ones, as long as the data before are. */
  get canReadAgain(): boolean {
    const { read } = this.dataset;
    return read !== undefined && (!read.isAdded || this.workspaces.data.canStepBack);
  }

  /** Codes of the currencies of the data, commonest first. */
  get currencies(): readonly string[] {
    return this.dataset.description.currencies.map(({ code }) => code);
  }

  /** Whether there are amounts whose files don't say the currency. */
  get isCurrencyUnknown(): boolean {
    const { currencies, lastOrder } = this.dataset.description;
    return currencies.length === 0 && Boolean(lastOrder);
  }

  get formats(): Formats {
    return this.#formats;
  }

  /** Rule of the segment in focus; undefined for everyone. */
  get focusPredicate(): Predicate | undefined {
    return this.workbook.focus?.predicate;
  }

  get focusName(): string {
    return this.workbook.focus?.name ?? 'All customers';
  }

  get comparisonName(): string | undefined {
    return this.workbook.comparison?.name;
  }

  readonly #asOf: Day = $derived.by(() => {
    const { asOf } = this.workbook.current.settings;
    return asOf !== null && isDay(asOf) ? asOf : this.dataset.defaultAsOf;
  });
  /** Empty where it isn't said, and where amounts in several are added up: such a sum is in none of them. */
  readonly #currency: string = $derived.by(() => {
    const [first, ...others] = this.currencies;
    if (first === undefined) return this.workbook.current.settings.currency ?? '';
    return others.length === 0 ? first : '';
  });
  readonly #returns = $derived(this.workbook.current.settings.returns);
  readonly #settings = $derived(JSON.stringify(changedSettings(this.workbook.current.analysisParams)));
  // Made of plain values, so that an edit of a card doesn't make every analysis ask again.
  readonly #context: RunContext = $derived({
    asOf: this.#asOf,
    currency: this.#currency,
    seed: 1,
    returns: this.#returns,
    ...(this.#settings === '{}' ? {} : { settings: JSON.parse(this.#settings) as SettingChanges }),
  });
  readonly #formats: Formats = $derived(createFormats(this.preferences.locale, this.#context.currency));

  /** An as-of date that was set for other data, outside of the new ones, would show nothing: it follows the data again. */
  #followData(): void {
    const { asOf } = this.workbook.current.settings;
    const { firstOrder, lastOrder } = this.dataset.description;
    if (asOf === null || !firstOrder || !lastOrder || (asOf > firstOrder && asOf <= addDays(lastOrder, 1)))
      return;
    this.workbook.execute(setAsOf(null));
    this.notices.say('The as-of date lay outside of these data. It follows their last order again.');
  }

  /** Starts the engine and restores the workspace; a shared link in the address opens its view. */
  async start(): Promise<void> {
    const shared = openSharedView(this.router.route.path);
    // The boards of the last visit don't wait for the engine; their data do.
    const restored = this.workspaces.start(shared?.ok ? shared.value.workbook : undefined);
    const started = await this.#start();
    this.engineStatus = started.ok ? 'ready' : 'failed';
    if (!started.ok) this.engineError = started.error;
    await restored;
    if (shared && !shared.ok) this.dataset.error = shared.error;
    if (shared?.ok) this.router.go(shared.value.route.path, shared.value.route.query);
    else if (shared) this.router.go('/home');
  }

  /** Says what happened when the engine had to start again. */
  engineRestarted(event: {
    readonly kind: 'restarting' | 'restored' | 'failed';
    readonly error?: AppError;
  }): void {
    if (event.kind === 'restored') {
      this.engineStatus = 'ready';
      this.engineError = undefined;
      this.notices.say('The engine was restarted and has your data back.');
      void this.dataset.refresh();
    } else if (event.kind === 'failed') {
      this.engineStatus = 'failed';
      this.engineError = event.error;
    }
  }

  /** Makes a segment from a mark or a rule and says so, with undo. Returns it. */
  createSegment(name: string, predicate: Predicate): Segment {
    const segment: Segment = { id: newId(), name, note: '', predicate };
    this.workbook.execute(addSegment(segment));
    sayWithUndo(this, `Segment “${name}” made.`);
    return segment;
  }
}
