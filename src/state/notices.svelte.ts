/** A short message that goes away by itself, with at most one action (usually undo). */
export interface Notice {
  readonly id: number;
  readonly tone: 'info' | 'good' | 'bad';
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

/** Messages in passing. Errors that concern a place are shown in that place, not here. */
export class Notices {
  list = $state.raw<readonly Notice[]>([]);
  #next = 1;

  /** Adds a notice, newest last; at most four stay. */
  say(text: string, options: { tone?: Notice['tone']; action?: Notice['action'] } = {}): void {
    const notice: Notice = { id: this.#next++, text, tone: options.tone ?? 'info', action: options.action };
    this.list = [...this.list.slice(-3), notice];
  }

  /** Takes a notice away. */
  dismiss(id: number): void {
    this.list = this.list.filter((notice) => notice.id !== id);
  }
}
