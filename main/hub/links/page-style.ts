/**
 * The desk's colours, as the light and the dark theme of renderer/ui/tokens.css have them. Said again one by one: an old
 * telephone knows neither `light-dark()` nor the desk's style sheet. A test compares them.
 */
export const pageColours = {
  bg: ['#eceeea', '#0f1412'],
  surface: ['#fcfdfb', '#171d1a'],
  line: ['#d6dbd4', '#303935'],
  'line-strong': ['#78837d', '#7c8882'],
  ink: ['#16201c', '#e9eeea'],
  'ink-2': ['#414d47', '#bfc9c3'],
  brand: ['#1f5c49', '#7fcaad'],
  'on-brand': ['#ffffff', '#0b1c16'],
  'brand-soft': ['#e0ede6', '#1d342b'],
  'signal-soft': ['#fbefd3', '#372a10'],
  'signal-ink': ['#744700', '#f3c468'],
  'danger-ink': ['#8f1d14', '#f7b0a7'],
  frame: ['#12312a', '#0b1c17'],
  focus: ['#0a4fe0', '#9cc2ff'],
} as const satisfies Readonly<Record<string, readonly [light: string, dark: string]>>;

const properties = (theme: 0 | 1) =>
  Object.entries(pageColours)
    .map(([name, colour]) => `--${name}: ${colour[theme]};`)
    .join(' ');

/** The style of the pages that open without account: large print, one column, targets for any thumb, ink alone on paper. */
export const pageStyle = `
:root { color-scheme: light dark; ${properties(0)} }
@media (prefers-color-scheme: dark) { :root { ${properties(1)} } }
* { box-sizing: border-box; }
html { font-size: 118.75%; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--bg); color: var(--ink); line-height: 1.5; overflow-wrap: break-word;
  font-family: "Segoe UI", -apple-system, Ubuntu, "Noto Sans", "Noto Sans Arabic", "Noto Sans Ethiopic", system-ui, sans-serif;
}
header { background: var(--frame); color: #f3f8f5; padding: .75rem 1rem; font-weight: 600; }
header p { max-width: 36rem; margin: 0 auto; }
main { max-width: 38rem; margin: 0 auto; }
main { padding: 1rem 1rem 3rem; }
h1 { font-size: 1.5rem; line-height: 1.2; margin: .5rem 0 1rem; text-wrap: balance; }
h2 { font-size: 1.15rem; line-height: 1.3; margin: 0 0 .5rem; }
p { margin: 0 0 .75rem; }
.panel, details { background: var(--surface); border: 1px solid var(--line); border-radius: 12px; padding: 1rem; margin: 0 0 1rem; }
.panel > :last-child, details > :last-child { margin-bottom: 0; }
.big { font-size: 1.3rem; line-height: 1.3; font-weight: 600; text-wrap: balance; }
dd::first-letter, .big::first-letter, label.choice span::first-letter { text-transform: uppercase; }
.quiet { color: var(--ink-2); }
.notice { background: var(--signal-soft); color: var(--signal-ink); border-radius: 12px; padding: 1rem; margin: 0 0 1rem; }
.done { background: var(--brand-soft); border-radius: 12px; padding: 1rem; margin: 0 0 1rem; }
.notice > :last-child, .done > :last-child { margin-bottom: 0; }
dl { margin: 0 0 .75rem; }
dt { color: var(--ink-2); }
dd { margin: 0; font-weight: 600; }
dt:not(:first-child) { margin-top: .75rem; }
a { color: var(--brand); }
a.call { display: inline-block; min-height: 2.75rem; padding: .4rem 0; font-weight: 600; }
a.call bdi { white-space: nowrap; }
details { padding: 0 1rem; }
details[open] { padding-bottom: 1rem; }
summary { cursor: pointer; font-weight: 600; padding: .85rem 0; }
fieldset { border: 0; margin: 0 0 1rem; padding: 0; min-width: 0; }
legend { padding: 0; font-weight: 600; margin-bottom: .5rem; }
label.choice { display: -webkit-flex; display: flex; min-height: 2.75rem; padding: .5rem .25rem; border-bottom: 1px solid var(--line); cursor: pointer; }
label.choice:last-child { border-bottom: 0; }
label.choice input { -webkit-flex: none; flex: none; width: 1.25rem; height: 1.25rem; margin: .15rem 0; -webkit-margin-end: .6rem; margin-inline-end: .6rem; accent-color: var(--brand); }
label.choice span { display: inline-block; }
label.field { display: block; font-weight: 600; margin-bottom: 1rem; }
label.field input, label.field textarea {
  display: block; width: 100%; margin-top: .25rem; padding: .6rem; font: inherit; font-weight: 400; color: inherit;
  background: var(--surface); border: 1px solid var(--line-strong); border-radius: 7px;
}
.times { display: -webkit-flex; display: flex; -webkit-flex-wrap: wrap; flex-wrap: wrap; }
.times:not(:last-child) { border-bottom: 1px solid var(--line); margin-bottom: 1rem; }
.times label.field { margin-inline-end: 1rem; }
.times label.field input { width: auto; }
button {
  display: block; width: 100%; min-height: 3rem; padding: .6rem 1rem; font: inherit; font-weight: 600; cursor: pointer;
  color: var(--on-brand); background: var(--brand); border: 2px solid var(--brand); border-radius: 7px;
}
button.second { color: var(--brand); background: transparent; }
button.danger { color: var(--danger-ink); background: transparent; border-color: var(--danger-ink); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
@media (prefers-contrast: more) { :root { --ink-2: var(--ink); --line: var(--line-strong); } }
@media print {
  :root { color-scheme: light; ${properties(0)} }
  body { background: #fff; }
  header { background: none; color: #000; padding: 0 1rem; }
  form, details { display: none; }
  .panel, .done, .notice { border: 1px solid #000; background: none; color: #000; }
}
`;
