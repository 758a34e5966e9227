import { useLocation } from 'wouter';
import type { CallView } from '#src/contract';
import { useFormat, useMessages } from '../../../i18n/messages.tsx';
import { useLink } from '../../../storage/desk.tsx';
import { Button } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { StaleBadge } from '../../../ui/states.tsx';

/** Calls that are not closed, newest first: an interrupted one is taken up where it was. */
export function OpenCalls({ calls }: { readonly calls: readonly CallView[] }) {
  const { call: words } = useMessages();
  const format = useFormat();
  const link = useLink();
  const [, navigate] = useLocation();
  const open = calls
    .filter(({ state }) => state === 'live' || state === 'wrap-up')
    .toSorted((a, b) => b.openedAt.localeCompare(a.openedAt));
  const isStale = link?.state === 'offline' && link.sentAt !== null;
  return (
    <Panel
      title={words.home.open}
      aside={isStale && link.sentAt !== null ? <StaleBadge since={link.sentAt} /> : null}
    >
      {open.length === 0 ? (
        <p className="quiet">{words.home.noOpen}</p>
      ) : (
        <ul className="call-home-list">
          {open.map((call, index) => (
            <li key={call.id}>
              <span>
                <b className="num">{callerWords(call, words, format.phone)}</b>
                <br />
                <span className="small quiet">
                  {format.date(call.openedAt)}, {format.clock(call.openedAt)}
                </span>
              </span>
              <Button
                variant={index === 0 ? 'primary' : 'plain'}
                onPress={() => navigate(`/appel/${call.id}`)}
              >
                {words.home.resume}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function callerWords(
  { record, number }: CallView,
  words: { readonly withheld: string },
  phone: (e164: string) => string,
): string {
  if (record?.caller) return record.caller.name;
  return number === null ? words.withheld : phone(number);
}
