// The layer rules of docs/architecture.md. Each has a planted violation in tests/architecture that must be caught.
const chain = [
  'kernel',
  'geography',
  'hours',
  'venues',
  'distance',
  'script',
  'access',
  'privacy',
  'calls',
  'training',
  'routing',
  'booking',
  'messages',
  'statistics',
  'contract',
  'sync',
];

/** A module may use those before it in the chain, never those after it. */
const chainRules = chain.slice(0, -1).map((module, index) => ({
  name: `src-chain-${module}`,
  comment: `src/${module} stands before ${chain.slice(index + 1).join(', ')} in the chain.`,
  severity: 'error',
  from: { path: `^src/${module}/` },
  to: { path: `^src/(${chain.slice(index + 1).join('|')})/` },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one thing, or a third is missing.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'src-is-pure',
      comment: 'The domain imports no layer above it and nothing of Node.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(main|renderer|tests)/' },
    },
    {
      name: 'src-no-node',
      comment: 'The domain runs anywhere: no Node built-ins.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'src-no-platform',
      comment: 'The domain knows no browser store, no server, no window.',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        path: 'node_modules/(react|react-dom|react-aria-components|dexie|dexie-react-hooks|leaflet|hono|drizzle-orm|pg|electron|better-auth|@electric-sql)(/|$)',
      },
    },
    ...chainRules,
    {
      name: 'one-door',
      comment:
        'A src module is entered through its index.ts, from another module and from another layer.',
      severity: 'error',
      from: { path: '^(src/([^/]+)|main|renderer)/' },
      to: { path: '^src/[^/]+/(?!index\\.ts$)', pathNot: '^src/$2/' },
    },
    {
      name: 'renderer-not-main',
      comment: 'The desk speaks to the hub over the contract, never by import.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^main/' },
    },
    {
      name: 'main-not-renderer',
      comment: 'The hub and the desktop serve the built desk, they do not import it.',
      severity: 'error',
      from: { path: '^main/' },
      to: { path: '^renderer/' },
    },
    {
      name: 'renderer-no-node',
      comment: 'The desk is a sandboxed web page.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '^renderer/vite\\.config\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'renderer-no-electron',
      comment: 'The desk knows no Electron: it runs in a browser as well.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: 'node_modules/electron(/|$)' },
    },
    {
      name: 'hub-no-electron',
      comment: 'The hub runs standalone: Electron belongs to main/desktop.',
      severity: 'error',
      from: { path: '^main/(hub|cli)/' },
      to: { path: '(node_modules/electron(/|$)|^main/desktop/)' },
    },
    {
      name: 'hub-not-cli',
      comment: 'Commands start the hub, not the other way round.',
      severity: 'error',
      from: { path: '^main/(hub|desktop)/' },
      to: { path: '^main/cli/' },
    },
    {
      name: 'nothing-imports-tests',
      comment: 'The product never depends on its tests.',
      severity: 'error',
      from: { pathNot: '^tests/' },
      to: { path: '^tests/' },
    },
    {
      name: 'features-apart',
      comment:
        'A feature of the desk is changed without reading another: what two share moves to ui, storage or app.',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'search-not-map',
      comment: 'The search is asked and answers in its own words; the map and the list show them.',
      severity: 'error',
      from: { path: '^renderer/search/' },
      to: { path: '^renderer/map/' },
    },
    {
      name: 'parts-not-app',
      comment: 'app composes the features; nothing below knows it.',
      severity: 'error',
      from: {
        path: '^renderer/(features|follow|recordings|script|search|storage|telephony|desktop|ui|map|i18n)/',
      },
      to: { path: '^renderer/app/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.d\\.ts$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
    parser: 'swc',
    tsPreCompilationDeps: true,
  },
};
