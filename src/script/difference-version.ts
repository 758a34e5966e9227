import type { ScriptChange } from './difference.ts';
import type { ScriptDocument } from './document.ts';

/** The parts of a version number that can go up, the least first. */
const steps = ['patch', 'minor', 'major'] as const;
type Step = (typeof steps)[number];

/**
 * SC-44: what the number of a version says to who reads it. A patch changes words only; a minor version adds
 * something, and the answers of earlier calls still lead the same way; after a major one they may not.
 */
const stepOf: Readonly<Record<Exclude<ScriptChange['change'], Weighed>, Step>> = {
  words: 'patch',
  'answer-words': 'patch',
  'answer-moved': 'patch',
  'section-renamed': 'patch',
  'section-moved': 'patch',
  'section-removed': 'patch',
  'example-added': 'patch',
  'example-removed': 'patch',
  'example-changed': 'patch',
  'example-moved': 'patch',
  'empty-list': 'patch',
  'section-added': 'minor',
  'answer-added': 'minor',
  'node-added': 'minor',
  'sub-script-added': 'minor',
  'sub-script-removed': 'major',
  'node-removed': 'major',
  'answer-removed': 'major',
  kind: 'major',
  exit: 'major',
  'case-added': 'major',
  'case-removed': 'major',
  'case-condition': 'major',
  'case-moved': 'major',
};
/** These weigh by what they change, and not by their kind alone. */
type Weighed = 'script' | 'setting' | 'answer-setting' | 'sub-script-changed';

/** SC-44: the lowest number that the next version may have. Without a change it is the number that it has. */
export function neededVersion(
  before: Pick<ScriptDocument, 'version'>,
  changes: readonly ScriptChange[],
): string {
  const step = largestStep(changes);
  const [major = 0, minor = 0, patch = 0] = before.version.split('.').map(Number);
  switch (step) {
    case null:
      return before.version;
    case 'major':
      return `${major + 1}.0.0`;
    case 'minor':
      return `${major}.${minor + 1}.0`;
    case 'patch':
      return `${major}.${minor}.${patch + 1}`;
  }
}

function largestStep(changes: readonly ScriptChange[]): Step | null {
  const needed = new Set(changes.map(neededStep));
  return steps.findLast((step) => needed.has(step)) ?? null;
}

function neededStep(change: ScriptChange): Step {
  switch (change.change) {
    case 'script':
      return change.part === 'start' || change.part === 'id' ? 'major' : 'patch';
    case 'setting':
      return settingStep(change);
    case 'answer-setting':
      if (change.part !== 'card') return 'major';
      return change.before === null ? 'minor' : 'patch';
    case 'sub-script-changed':
      return largestStep(change.changes) ?? 'patch';
    default:
      return stepOf[change.change];
  }
}

/** What is only shown does not lead anywhere; a limit that is wider leaves every answer what it was. */
function settingStep({ part, before, after }: Extract<ScriptChange, { change: 'setting' }>): Step {
  switch (part) {
    case 'section':
    case 'showCard':
      return 'patch';
    case 'min':
      return after === null || (before !== null && after < before) ? 'minor' : 'major';
    case 'max':
    case 'times':
      return after === null || (before !== null && after > before) ? 'minor' : 'major';
    default:
      return 'major';
  }
}
