import type { RunContext } from '../analyses/analysis.ts';
import { isDay } from '../core/day.ts';
import { createFormats, type Formats } from '../core/format/formats.ts';
import type { Predicate } from '../core/predicate.ts';
import type { EngineContract } from '../engine/contract.ts';
import { DatasetState } from './dataset.svelte.ts';
import { EvidenceChecks } from './evidence-checks.svelte.ts';
import { Notices } from './notices.svelte.ts';
import { Preferences } from './preferences.svelte.ts';
import { Router } from './router.svelte.ts';
import { WorkbookState } from './workbook.svelte.ts';
import { createWorkbook } from '../strategy/create-workbook.ts';
import { addSegment } from '../strategy/commands/segments.ts';
import type { Segment } from '../strategy/records/segment.ts';
import type { AppError } from '../core/app-error.ts';

/** An identifier that no other record has. */
export const newId = (): string => crypto.randomUUID();

/** Everything that the screens share: one object, made at start, found through the screens' context. */
export class App {
  readonly preferences = new Preferences();
  readonly notices = new Notices();
  readonly router = new Router();
  readonly workbook: WorkbookState;
  readonly dataset: DatasetState;
  readonly checks: EvidenceChecks;
  /** `starting` until the engine answers its first question. */
  engineStatus = $state<'starting' | 'ready' | 'failed'>('starting');
  engineError = $state.raw<AppError | undefined>();

  /** What every analysis run is told: as-of date, currency, treatment of returns, seed. */
  readonly context: RunContext = $derived.by(() => {
    const { asOf, currency, returns } = this.workbook.current.settings;
    return {
      asOf: asOf !== null && isDay(asOf) ? asOf : this.dataset.defaultAsOf,
      currency: currency ?? this.dataset.description.currencies[0]?.code ?? '',
      seed: 1,
      returns,
    };
  });
  readonly formats: Formats = $derived(createFormats(this.preferences.locale, this.context.currency));
  /** Rule of the segment in focus; undefined for everyone. */
  readonly focusPredicate: Predicate | undefined = $derived(this.workbook.focus?.predicate);
  readonly focusName: string = $derived(this.workbook.focus?.name ?? 'All customers');
  readonly comparisonName: string | undefined = $derived(this.workbook.comparison?.name);

  constructor(engine: EngineContract) {
    this.engine = engine;
    this.workbook = new WorkbookState(createWorkbook(newId(), 'My strategy', newId));
    this.dataset = new DatasetState(engine, () => this.context);
    this.checks = new EvidenceChecks(engine, () => this.context);
  }

  /** Makes a segment from a mark or a rule and says so, with undo. Returns it. */
  createSegment(name: string, predicate: Predicate): Segment {
    const segment: Segment = { id: newId(), name, note: '', predicate };
    this.workbook.execute(addSegment(segment));
    this.notices.say(`Segment “${name}” made.`, {
      tone: 'good',
      action: { label: 'Undo', run: () => this.workbook.undo() },
    });
    return segment;
  }
}
