import { useState } from 'react';
import { type ScriptEntry, type ScriptImpact, scriptImpact } from '#src/contract';
import { useFormat, useMessages } from '../../../i18n/messages.tsx';
import { type ApiFailure, request } from '../../../storage/api.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { nodeName } from '../node-names.ts';
import type { Editing } from '../use-editing.ts';
import { useWorkshop } from '../workshop-context.ts';

/** What the draft would have made of past calls: asked for, since it follows them all. */
export function ImpactPanel(props: { readonly entry: ScriptEntry; readonly editing: Editing }) {
  const { scripts, failures } = useMessages();
  const { impact: words } = scripts;
  const { entry, editing } = props;
  const [isPending, setPending] = useState(false);
  const [impact, setImpact] = useState<ScriptImpact | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);

  async function read(): Promise<void> {
    setPending(true);
    await editing.save();
    const answer = await request(`/api/scripts/${entry.id}/impact`, scriptImpact);
    setPending(false);
    setImpact(answer.ok ? answer.value : null);
    setFailure(answer.ok ? null : answer.error);
  }

  return (
    <section className="impact" aria-label={words.lead}>
      <p>{words.lead}</p>
      {impact === null ? (
        <Button icon="chart" isPending={isPending} onPress={() => void read()}>
          {isPending ? words.waiting : words.run}
        </Button>
      ) : (
        <Impact impact={impact} />
      )}
      {failure === null ? null : (
        <Notice tone="error" title={words.failed} next={failures.apiErrors[failure.code]} />
      )}
    </section>
  );
}

function Impact({ impact }: { readonly impact: ScriptImpact }) {
  const messages = useMessages();
  const { impact: words } = messages.scripts;
  const format = useFormat();
  const { script } = useWorkshop();
  const { calls, from, to, partings } = impact;
  if (calls === 0) return <p className="quiet">{words.none}</p>;
  const rows = (['same', 'elsewhere', 'unfinished'] as const).map((name) => ({
    name,
    count: impact[name],
  }));
  return (
    <>
      <p className="small quiet">
        {words.calls(calls, format.number(calls))}
        {from === null || to === null
          ? null
          : ` ${words.period(format.shortDate(from), format.shortDate(to))}`}
      </p>
      <dl className="impact-figures">
        {rows.map(({ name, count }) => (
          <div key={name}>
            <dt>{words[name]}</dt>
            <dd>
              <strong>{format.percent(count / calls)}</strong>{' '}
              <span className="small quiet">{format.number(count)}</span>
            </dd>
          </div>
        ))}
      </dl>
      {partings.length === 0 ? null : (
        <>
          <h4>{words.partings}</h4>
          <ul className="small">
            {partings.slice(0, 5).map(({ question, calls: count }) => (
              <li key={question}>
                {`${nodeName(script, question, messages)}\u00a0: ${words.parting(count)}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
