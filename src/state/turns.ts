/**
 * Lets changes of the open data have their turns, in the order in which they were asked for: an import, a workspace
 * that is opened, a step back. None sees what another has half done.
 */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();
  #left: Promise<unknown> = Promise.resolve();

  /** Does the work when everything that was asked for earlier is done, however it ended. */
  take<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(() => this.#left).then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Makes the next turn wait for work that the one at hand leaves behind, such as storing. */
  leave(work: Promise<unknown>): void {
    this.#left = work.catch(() => undefined);
  }
}
