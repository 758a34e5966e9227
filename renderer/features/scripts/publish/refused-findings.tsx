import type { PublishResult } from '#src/contract';
import { useMessages } from '../../../i18n/messages.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { nodeName } from '../node-names.ts';
import { useWorkshop } from '../workshop-context.ts';

/** What the hub's check found and this desk's did not, as after a change of what ships. */
export function RefusedFindings(props: {
  readonly findings: Extract<PublishResult, { status: 'refused' }>['findings'];
}) {
  const messages = useMessages();
  const { publish, findings: words } = messages.scripts;
  const { script } = useWorkshop();
  const sentences: Readonly<Record<string, string>> = words.sentences;
  return (
    <Notice tone="error" title={publish.failed} safe={publish.failedSafe} next={publish.refused}>
      <ul className="refused-findings">
        {props.findings.map(({ code, node, place, message }) => (
          <li key={`${code}${place}${message}`}>
            {node === null ? words.whole : nodeName(script, node, messages)}
            {'\u00a0: '}
            {sentences[code] ?? message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
