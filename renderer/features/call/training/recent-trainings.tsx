import { useLocation } from 'wouter';
import type { CallView } from '#src/contract';
import { useFormat, useMessages } from '../../../i18n/messages.tsx';
import { usePersonas } from '../../../storage/reference.ts';
import { Button } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { isDebriefed } from './trained-call.ts';

/** How many are shown. */
const shown = 3;

/** The latest training calls that are over: each can be looked back at. */
export function RecentTrainings({ calls }: { readonly calls: readonly CallView[] }) {
  const { training: words } = useMessages();
  const format = useFormat();
  const [, navigate] = useLocation();
  const personas = usePersonas();
  const recent = calls
    .filter(isDebriefed)
    .toSorted((a, b) => b.openedAt.localeCompare(a.openedAt))
    .slice(0, shown);
  if (recent.length === 0) return null;
  return (
    <Panel title={words.recent}>
      <ul className="call-home-list">
        {recent.map(({ id, personaId, openedAt }) => {
          const name = personas?.find((persona) => persona.id === personaId)?.name ?? '';
          return (
            <li key={id}>
              <span>
                {name}{' '}
                <span className="small quiet">
                  {format.date(openedAt)}, {format.clock(openedAt)}
                </span>
              </span>
              <Button description={name} onPress={() => navigate(`/entrainement/${id}`)}>
                {words.read}
              </Button>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
