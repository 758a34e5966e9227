import { useState } from 'react';
import type { ScriptLibrary } from '#src/contract';
import { useMessages } from '../../i18n/messages.tsx';
import { type ApiFailure, command } from '../../storage/api.ts';
import { announce } from '../../ui/announcer.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';

/** Which script new calls on each line run. */
export function LineScripts(props: {
  readonly library: ScriptLibrary;
  readonly onChanged: () => void;
}) {
  const { scripts, failures } = useMessages();
  const { list } = scripts;
  const { library, onChanged } = props;
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const options = library.scripts
    .filter(({ versions }) => versions.some(({ state }) => state === 'published'))
    .map(({ id, title }) => ({ id, label: title }));

  async function choose(line: ScriptLibrary['lines'][number], scriptId: string): Promise<void> {
    if (scriptId === line.scriptId) return;
    const answer = await command(`/api/lines/${line.id}/script`, { scriptId });
    setFailure(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    const title = options.find(({ id }) => id === scriptId)?.label ?? scriptId;
    announce(list.lineChanged(line.name, title));
    onChanged();
  }

  return (
    <Panel title={list.whichScript}>
      <p className="quiet">{list.whichScriptHelp}</p>
      {failure === null ? null : (
        <Notice
          tone="error"
          title={list.lineFailed}
          safe={list.lineSafe}
          next={failures.apiErrors[failure.code]}
        />
      )}
      <div className="line-scripts">
        {library.lines.map((line) => (
          <Select
            key={line.id}
            label={line.name}
            options={options}
            value={line.scriptId}
            onChange={(scriptId) => void choose(line, scriptId)}
          />
        ))}
      </div>
    </Panel>
  );
}
