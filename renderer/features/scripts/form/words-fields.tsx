import { longestSay, sayingSeconds } from '#src/script';
import { useMessages } from '../../../i18n/messages.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { orNone } from '../edited/edited-script.ts';
import { useWorkshop } from '../workshop-context.ts';
import type { NodeProps } from './node-props.ts';
import { Place } from './place.tsx';

/** The words to say, with their length as it is heard, and what helps where the person hesitates. */
export function WordsFields({ id, node }: NodeProps) {
  const { form } = useMessages().scripts;
  const { editNode } = useWorkshop();
  const say = node.say ?? '';
  return (
    <>
      <Place at={`/nodes/${id}/say`} className="say-field">
        <TextArea
          label={form.say}
          help={form.sayLength(say.length, longestSay, Math.round(sayingSeconds(say)))}
          value={say}
          rows={3}
          onChange={(typed) => editNode(id, (before) => ({ ...before, say: orNone(typed) }), 'say')}
        />
      </Place>
      <Place at={`/nodes/${id}/help`}>
        <TextArea
          label={form.help}
          isOptional
          value={node.help ?? ''}
          rows={2}
          onChange={(typed) =>
            editNode(id, (before) => ({ ...before, help: orNone(typed) }), 'help')
          }
        />
      </Place>
    </>
  );
}
