/** A place in the app: `#/journey/cohorts?interval=month`. */
export interface Route {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

/** Reads a hash. Anything that isn't a route is home. */
export const parseRoute = (hash: string): Route => {
  const [path = '', search = ''] = hash.replace(/^#/, '').split('?', 2);
  return {
    path: path.startsWith('/') ? path.replace(/\/+$/, '') || '/home' : '/home',
    query: Object.fromEntries(new URLSearchParams(search)),
  };
};

/** Writes a route as a hash. */
export const formatRoute = (path: string, query: Readonly<Record<string, string>> = {}): string => {
  const search = new URLSearchParams(query).toString();
  return `#${path}${search ? `?${search}` : ''}`;
};
