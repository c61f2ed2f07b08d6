import { formatRoute, parseRoute, type Route } from './route.ts';

/** The place shown now; follows the address bar, so that Back works. */
export class Router {
  route = $state.raw<Route>(parseRoute(location.hash));

  constructor() {
    addEventListener('hashchange', () => {
      this.route = parseRoute(location.hash);
    });
  }

  /** Goes to a place and keeps the old one for Back. */
  go(path: string, query: Readonly<Record<string, string>> = {}): void {
    location.hash = formatRoute(path, query);
  }

  /** Changes parts of the query without a new entry in the history; an empty value removes its key. */
  setQuery(change: Readonly<Record<string, string>>): void {
    const query = Object.fromEntries(
      Object.entries({ ...this.route.query, ...change }).filter(([, value]) => value !== ''),
    );
    history.replaceState(null, '', formatRoute(this.route.path, query));
    this.route = { path: this.route.path, query };
  }
}
