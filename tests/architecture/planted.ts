/** One planted violation a rule: a file, what it imports, and the rule that must catch it. */
export type Planted = { readonly rule: string; readonly file: string; readonly imports: string };

/** What the planted files import. They stand for what is already there. */
export const targets = {
  'main/hub/target.ts': '',
  'main/cli/target.ts': '',
  'main/desktop/target.ts': '',
  'renderer/app/target.ts': '',
  'renderer/features/planted-one/target.ts': '',
  'renderer/map/target.ts': '',
  'src/kernel/target.ts': '',
  'src/kernel/planted-cycle-end.ts': "import './planted-cycle.ts';",
  'tests/support/target.ts': '',
} as const;

export const planted: readonly Planted[] = [
  { rule: 'no-cycles', file: 'src/kernel/planted-cycle.ts', imports: './planted-cycle-end.ts' },
  { rule: 'src-is-pure', file: 'src/kernel/planted-up.ts', imports: '../../main/hub/target.ts' },
  { rule: 'src-no-node', file: 'src/kernel/planted-node.ts', imports: 'node:fs' },
  { rule: 'src-no-platform', file: 'src/kernel/planted-react.ts', imports: 'react' },
  { rule: 'src-no-platform', file: 'src/kernel/planted-store.ts', imports: 'dexie' },
  { rule: 'one-door', file: 'main/hub/planted-deep.ts', imports: '../../src/kernel/target.ts' },
  { rule: 'one-door', file: 'renderer/app/planted-deep.ts', imports: '../../src/kernel/target.ts' },
  { rule: 'one-door', file: 'src/venues/planted-deep.ts', imports: '../kernel/target.ts' },
  {
    rule: 'renderer-not-main',
    file: 'renderer/app/planted-hub.ts',
    imports: '../../main/hub/target.ts',
  },
  {
    rule: 'main-not-renderer',
    file: 'main/hub/planted-desk.ts',
    imports: '../../renderer/app/target.ts',
  },
  { rule: 'renderer-no-node', file: 'renderer/app/planted-node.ts', imports: 'node:path' },
  { rule: 'renderer-no-electron', file: 'renderer/app/planted-electron.ts', imports: 'electron' },
  { rule: 'hub-no-electron', file: 'main/hub/planted-electron.ts', imports: 'electron' },
  { rule: 'hub-no-electron', file: 'main/cli/planted-desktop.ts', imports: '../desktop/target.ts' },
  { rule: 'hub-not-cli', file: 'main/hub/planted-cli.ts', imports: '../cli/target.ts' },
  { rule: 'hub-not-cli', file: 'main/desktop/planted-cli.ts', imports: '../cli/target.ts' },
  {
    rule: 'nothing-imports-tests',
    file: 'main/hub/planted-test.ts',
    imports: '../../tests/support/target.ts',
  },
  {
    rule: 'features-apart',
    file: 'renderer/features/planted-two/planted.ts',
    imports: '../planted-one/target.ts',
  },
  {
    rule: 'search-not-map',
    file: 'renderer/search/planted-sideways.ts',
    imports: '../map/target.ts',
  },
  {
    rule: 'parts-not-app',
    file: 'renderer/features/planted-two/planted-up.ts',
    imports: '../../app/target.ts',
  },
];

/** Each module of `src` reaching for the one just after it in the chain. */
export function plantedInChain(chain: readonly string[]): readonly Planted[] {
  return chain.slice(0, -1).map((module, index) => ({
    rule: `src-chain-${module}`,
    file: `src/${module}/planted-later.ts`,
    imports: `#src/${chain[index + 1]}`,
  }));
}
