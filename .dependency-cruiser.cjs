/** The import rule of the house: floors go down only (see README, "The house"). */
const rooms = {
  core: [],
  data: ['core'],
  models: ['core'],
  strategy: ['core'],
  analyses: ['data', 'models', 'core'],
  'engine/service': ['engine/contract', 'analyses', 'data', 'models', 'core'],
  'engine/client': ['engine/contract', 'core'],
  storage: ['strategy', 'data', 'core'],
  ui: ['core'],
  charts: ['ui', 'core'],
  state: ['engine/client', 'engine/contract', 'analyses', 'strategy', 'storage', 'data', 'core'],
  screens: ['state', 'engine/contract', 'analyses', 'charts', 'ui', 'strategy', 'storage', 'data', 'core'],
};
const alternatives = (names) => names.map((name) => name.replace('/', '\\/')).join('|');
const roomRules = Object.entries(rooms).map(([room, allowed]) => ({
  name: `${room.replace('/', '-')}-imports`,
  comment: `${room} may import only ${[room, ...allowed].join(', ')}`,
  severity: 'error',
  from: {
    path: `^src/${room}/`,
    ...(room === 'analyses' ? { pathNot: '\\.svelte$' } : {}),
  },
  to: {
    path: '^(src|workers|test)/',
    pathNot: `^src/(${alternatives([room, ...allowed])})(/|\\.)${room === 'state' ? '|^workers/engine\\.worker\\.ts' : ''}`,
  },
}));
const packages = (room, forbidden) => ({
  name: `${room.replace('/', '-')}-packages`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: forbidden.map((name) => `node_modules/${name}/`).join('|') },
});

module.exports = {
  forbidden: [
    ...roomRules,
    {
      name: 'views-import-only-charts-ui-core',
      comment: 'A view knows its own analysis, charts, ui and core',
      severity: 'error',
      from: { path: '^src/analyses/([^/]+)/.*\\.svelte$' },
      to: {
        path: '^(src|workers)/',
        pathNot: '^src/(analyses/$1/|analyses/[a-z-]+\\.ts$|charts/|ui/|core/)',
      },
    },
    {
      name: 'analyses-never-import-views',
      severity: 'error',
      from: { path: '^src/analyses/.*\\.ts$', pathNot: '^src/analyses/views\\.ts$' },
      to: { path: '\\.svelte$' },
    },
    {
      name: 'one-analysis-does-not-know-another',
      severity: 'error',
      from: { path: '^src/analyses/([^/]+)/' },
      to: { path: '^src/analyses/[^/]+/', pathNot: '^src/analyses/$1/' },
    },
    {
      name: 'contract-imports-types-only',
      severity: 'error',
      from: { path: '^src/engine/contract' },
      to: { path: '^src/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'workers-are-doorways',
      severity: 'error',
      from: { path: '^workers/' },
      to: { path: '^src/', pathNot: '^src/(engine/service|data/importing|data/samples|core)/' },
    },
    packages('core', ['svelte', '@duckdb', 'd3']),
    packages('data', ['svelte', '@duckdb', 'd3', 'bits-ui']),
    packages('models', ['svelte', '@duckdb', 'd3']),
    packages('strategy', ['svelte', '@duckdb', 'd3']),
    packages('engine/service', ['svelte']),
    packages('engine/client', ['@duckdb', 'svelte']),
    packages('storage', ['svelte', '@duckdb']),
    packages('charts', ['@duckdb']),
    packages('screens', ['@duckdb', 'comlink']),
    // A component may show itself within itself: the rule editor draws nested groups.
    {
      name: 'no-circles',
      severity: 'error',
      from: { pathNot: '/RuleGroupEditor\\.svelte$' },
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '\\.d\\.ts$' },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.svelte', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'svelte', 'browser', 'default'],
    },
  },
};
