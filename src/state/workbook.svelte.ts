import type { Command } from '../strategy/commands/command.ts';
import { execute, redo, startHistory, undo, type History } from '../strategy/history.ts';
import type { Segment } from '../strategy/records/segment.ts';
import type { Workbook } from '../strategy/workbook.ts';

/** The strategy documents of the open workspace, with undo and redo. Every change is a command. */
export class WorkbookState {
  #history = $state.raw<History>() as History;
  /** A tab that doesn't hold the lock may look but not write. */
  isReadOnly = $state(false);
  /** Called after each change; set by the session, which saves. */
  onchange: (workbook: Workbook) => void = () => undefined;

  readonly current: Workbook = $derived(this.#history.present);
  readonly undoLabel: string | undefined = $derived(this.#history.past.at(-1)?.label);
  readonly redoLabel: string | undefined = $derived(this.#history.future.at(-1)?.label);
  readonly focus: Segment | undefined = $derived(this.#segment(this.current.settings.focusId));
  readonly comparison: Segment | undefined = $derived(this.#segment(this.current.settings.comparisonId));

  constructor(workbook: Workbook) {
    this.#history = startHistory(workbook);
  }

  /** Opens another workbook; its undo history starts empty. */
  open(workbook: Workbook): void {
    this.#history = startHistory(workbook);
  }

  /** Carries a command out. Edits with the same `mergeKey` one after another undo together. */
  execute(command: Command, mergeKey?: string): void {
    if (this.isReadOnly) return;
    this.#become(execute(this.#history, command, mergeKey));
  }

  /** Takes the last change back. */
  undo(): void {
    if (!this.isReadOnly) this.#become(undo(this.#history));
  }

  /** Does the change that was taken back again. */
  redo(): void {
    if (!this.isReadOnly) this.#become(redo(this.#history));
  }

  /** A segment of the workbook by its id. */
  segment(id: string | null): Segment | undefined {
    return this.#segment(id);
  }

  #segment(id: string | null): Segment | undefined {
    return id === null ? undefined : this.current.segments.find((segment) => segment.id === id);
  }

  #become(history: History): void {
    if (history === this.#history) return;
    this.#history = history;
    this.onchange(history.present);
  }
}
