const lockName = 'arrowhead-writer';
const channelName = 'arrowhead-tabs';

/** How long the writing tab has to save before another takes over, in milliseconds. */
const patience = 2000;

/** What tabs tell each other. */
type TabMessage =
  { readonly kind: 'let-me-write' } | { readonly kind: 'saved'; readonly workspaceId: string };

/** What a tab does about the others. */
export interface TabLockHandlers {
  /** This tab may write from now on, or no longer. */
  readonly onchange: (isWriter: boolean) => void;
  /** Another tab wants to write: save what isn't saved. */
  readonly onyield: () => Promise<void>;
  /** The writing tab has saved a workspace. */
  readonly onsaved: (workspaceId: string) => void;
}

/**
 * Makes sure that only one tab writes. The first is the writer; when it closes, the next in line becomes one. A
 * reading tab can take over: the writer saves, steps back, and becomes a reader.
 */
export class TabLock {
  readonly #handlers: TabLockHandlers;
  readonly #channel: BroadcastChannel | undefined;
  readonly #locks: LockManager | undefined;
  #release: (() => void) | undefined;
  #waiting: AbortController | undefined;
  #wake: () => void = () => undefined;

  constructor(handlers: TabLockHandlers) {
    this.#handlers = handlers;
    this.#locks = globalThis.navigator?.locks;
    this.#channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(channelName);
    if (this.#channel)
      this.#channel.onmessage = (event: MessageEvent<TabMessage>) => void this.#hear(event.data);
  }

  /** Whether this tab may write. */
  get isWriter(): boolean {
    return this.#release !== undefined;
  }

  /** Becomes the writer, or stands in line. Resolves once it is known which. Without locks, every tab writes. */
  async start(): Promise<boolean> {
    const locks = this.#locks;
    if (!locks) {
      this.#become(() => undefined);
      return true;
    }
    const isFree = await new Promise<boolean>((resolve) => {
      void this.#hold(locks, { ifAvailable: true }, resolve);
    });
    if (!isFree) this.#standInLine(locks);
    return isFree;
  }

  /** Takes over from the tab that writes; it gets a moment to save first. */
  async takeOver(): Promise<void> {
    const locks = this.#locks;
    if (this.isWriter || !locks) return;
    this.#tell({ kind: 'let-me-write' });
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      setTimeout(resolve, patience);
    });
    if (this.isWriter) return;
    this.#waiting?.abort();
    await new Promise<boolean>((resolve) => {
      void this.#hold(locks, { steal: true }, resolve);
    });
  }

  /** Tells the reading tabs that a workspace was saved. */
  announceSaved(workspaceId: string): void {
    this.#tell({ kind: 'saved', workspaceId });
  }

  /** Steps out: another tab may write. */
  close(): void {
    this.#waiting?.abort();
    this.#channel?.close();
    this.#release?.();
  }

  /** Asks for the lock and keeps it until it is released or stolen. `answer` says whether it was got. */
  async #hold(locks: LockManager, options: LockOptions, answer: (isGot: boolean) => void): Promise<void> {
    let release: (() => void) | undefined;
    try {
      await locks.request(lockName, options, (lock) => {
        answer(lock !== null);
        if (!lock) return undefined;
        return new Promise<void>((resolve) => {
          release = resolve;
          this.#become(resolve);
        });
      });
    } catch {
      answer(false);
      // Stolen, unless it was only given up while standing in line.
      if (release && release === this.#release) this.#stepBack();
    }
  }

  #standInLine(locks: LockManager): void {
    this.#waiting = new AbortController();
    void this.#hold(locks, { signal: this.#waiting.signal }, () => undefined);
  }

  #become(release: () => void): void {
    this.#release = release;
    this.#wake();
    this.#handlers.onchange(true);
  }

  #stepBack(): void {
    if (!this.#release) return;
    this.#release = undefined;
    this.#handlers.onchange(false);
    if (this.#locks) this.#standInLine(this.#locks);
  }

  async #hear(message: TabMessage): Promise<void> {
    if (message.kind === 'saved') this.#handlers.onsaved(message.workspaceId);
    if (message.kind !== 'let-me-write' || !this.#release) return;
    await this.#handlers.onyield();
    const release = this.#release;
    this.#stepBack();
    release?.();
  }

  #tell(message: TabMessage): void {
    this.#channel?.postMessage(message);
  }
}
