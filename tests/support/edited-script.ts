import { type CompiledScript, compileScript, parseScript, type ScriptDocument } from '#src/script';
import { shippedModel } from './distance-model.ts';
import { type LooseScript, smallScript } from './small-script.ts';

/** The small script, after `edit` changed it. */
export function editedScript(edit?: (script: LooseScript) => void): ScriptDocument {
  const script = smallScript();
  edit?.(script);
  const parsed = parseScript(script);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

/** The same, ready to run. */
export function compiledEdit(edit?: (script: LooseScript) => void): CompiledScript {
  return compileScript(editedScript(edit), [shippedModel()]);
}

/** Puts a value at a place of the script: `nodes.need.options.1.next`. `undefined` takes away what is there. */
export function setAt(script: LooseScript, place: string, value: unknown): void {
  const keys = place.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce<object>((part, key) => Object(Reflect.get(part, key)), script);
  if (value !== undefined) Reflect.set(holder, last, value);
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else Reflect.deleteProperty(holder, last);
}
