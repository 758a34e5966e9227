import { type ScriptRef, scriptBundle, trainingPersonas } from '#src/contract';
import { parseDistanceModel } from '#src/distance';
import {
  type CompiledScript,
  checkScript,
  compileScript,
  parseScript,
  parseSolutionCard,
  type SolutionCard,
} from '#src/script';
import { type Persona, parsePersona } from '#src/training';
import { setSource, setSources } from './sets.ts';
import { type SetState, useSet, valueIn } from './use-set.ts';

/** A script that can run, with the cards that it shows. */
export type ScriptKit = {
  readonly script: CompiledScript;
  readonly cards: readonly SolutionCard[];
};

const personas = setSource('/api/training/personas', (json) => {
  const parsed = trainingPersonas.safeParse(json);
  return parsed.success ? allOf(parsed.data.personas.map(parsePersona)) : null;
});
const latestScripts = setSources((id) => `/api/scripts/${id}`, readScript);
const scriptVersions = setSources((hash) => `/api/scripts/by-hash/${hash}`, readScript);

function readScript(json: unknown): ScriptKit | null {
  const bundle = scriptBundle.safeParse(json);
  if (!bundle.success) return null;
  const document = parseScript(bundle.data.document);
  const models = allOf(bundle.data.models.map(parseDistanceModel));
  const cards = allOf(bundle.data.cards.map(parseSolutionCard));
  if (!document.ok || models === null || cards === null) return null;
  const findings = checkScript(document.value, models);
  if (findings.some(({ severity }) => severity === 'error')) return null;
  return { script: compileScript(document.value, models), cards };
}

/** All the values, or `null` where one could not be read: half a set would be a wrong set. */
function allOf<Value>(
  results: readonly ({ readonly ok: true; readonly value: Value } | { readonly ok: false })[],
): readonly Value[] | null {
  const values = results.flatMap((result) => (result.ok ? [result.value] : []));
  return values.length === results.length ? values : null;
}

/** The personas of the training line; `null` until they are there. */
export function usePersonas(): readonly Persona[] | null {
  return valueIn(useSet(personas));
}

/** The script that a new call on a line runs; `null` until it is there. */
export function useLineScript(scriptId: string | null): CompiledScript | null {
  return valueIn(useSet(scriptId === null ? null : latestScripts(scriptId)))?.script ?? null;
}

/**
 * The very script that a call is pinned to. A version never changes, so that one kept from before
 * the hub went away is as good as new.
 */
export function usePinnedScript(
  script: ScriptRef | null,
): Exclude<SetState<ScriptKit>, { readonly state: 'stale' }> {
  const set = useSet(script === null ? null : scriptVersions(script.hash));
  return set.state === 'stale' ? { state: 'ready', value: set.value, retry: set.retry } : set;
}
