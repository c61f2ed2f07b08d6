type Callback = (lock: Lock | null) => unknown;
interface Waiting {
  readonly grant: () => void;
}

/** The Web Locks of a browser for one exclusive lock: waiting, `ifAvailable`, `steal` and `signal`. */
export const fakeLocks = (): LockManager => {
  let holder: { readonly lose: (reason: unknown) => void } | undefined;
  let line: Waiting[] = [];

  const hold = (name: string, callback: Callback): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const mine = { lose: reject };
      holder = mine;
      const done = (): void => {
        if (holder !== mine) return;
        holder = undefined;
        line.shift()?.grant();
      };
      Promise.resolve(callback({ name, mode: 'exclusive' }))
        .then(resolve, reject)
        .finally(done);
    });

  const request = (name: string, options: LockOptions, callback: Callback): Promise<unknown> => {
    if (options.steal) {
      holder?.lose(new DOMException('Stolen', 'AbortError'));
      return hold(name, callback);
    }
    if (!holder) return hold(name, callback);
    if (options.ifAvailable) return Promise.resolve(callback(null));
    return new Promise((resolve, reject) => {
      const waiting = { grant: () => void hold(name, callback).then(resolve, reject) };
      line.push(waiting);
      options.signal?.addEventListener('abort', () => {
        line = line.filter((one) => one !== waiting);
        reject(new DOMException('Given up', 'AbortError'));
      });
    });
  };
  return { request } as unknown as LockManager;
};
