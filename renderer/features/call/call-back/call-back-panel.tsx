import { useMemo, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { bySoonest, callBackUrgency } from '#src/calls';
import type { CallView } from '#src/contract';
import { runScript } from '#src/script';
import { useFormat, useMessages } from '../../../i18n/messages.tsx';
import { sentence } from '../../../map/venue-words.ts';
import { useDesk } from '../../../storage/desk.tsx';
import { usePinnedScript } from '../../../storage/reference.ts';
import { valueIn } from '../../../storage/use-set.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { useNow } from '../../../ui/timer.tsx';
import { CallBackDialog } from './call-back-dialog.tsx';
import { numberOfCall } from './number-of-call.ts';
import { placeOfCall } from './place-of-call.ts';
import { useCallBack } from './use-call-back.ts';
import './call-back.css';

/** Whom this adviser is to call back, soonest first; nothing where there is nobody. */
export function CallBackPanel({ calls }: { readonly calls: readonly CallView[] }) {
  const { callBack: words } = useMessages();
  const waiting = calls.filter(({ state }) => state === 'call-back').toSorted(bySoonest);
  if (waiting.length === 0) return null;
  return (
    <Panel
      title={words.panel.title}
      aside={<span className="small quiet">{words.panel.count(waiting.length)}</span>}
    >
      <ul className="call-home-list">
        {waiting.map((call, index) => (
          <WaitingCall key={call.id} call={call} isFirst={index === 0} />
        ))}
      </ul>
    </Panel>
  );
}

type Asked = 'no-answer' | 'other-time' | 'give-up';

function WaitingCall({ call, isFirst }: { readonly call: CallView; readonly isFirst: boolean }) {
  const { callBack: words, call: callWords } = useMessages();
  const format = useFormat();
  const { session } = useDesk();
  const [asked, setAsked] = useState<Asked | null>(null);
  const script = valueIn(usePinnedScript(call.script))?.script ?? null;
  const run = useMemo(
    () => (script === null ? null : runScript(script, call.record?.answers ?? [])),
    [script, call.record],
  );
  const line = session.lines.find(({ id }) => id === call.lineId) ?? null;
  const place = placeOfCall(run?.facts.communeCode ?? null, line, session.territories);
  const callBack = useCallBack(call.id, place.zone);
  const number = numberOfCall(call);
  const phone = number === null ? callWords.withheld : format.phone(number);
  const name = call.record?.caller?.name ?? null;
  const close = () => setAsked(null);
  return (
    <li className="call-back-row">
      <div>
        <p className="call-back-who">
          {name === null ? null : <b>{name}</b>}
          {number === null ? phone : <a href={`tel:${number}`}>{phone}</a>}
        </p>
        <When call={call} zone={place.zone} />
        <p className="small quiet">
          {[
            run === null ? null : words.panel.stands(run.current.title),
            call.attempts === 0 ? null : words.panel.attempts(call.attempts),
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </p>
      </div>
      <div className="actions">
        <Menu
          label={words.panel.moreFor(name ?? phone)}
          items={[
            {
              id: 'no-answer',
              label: words.panel.noAnswer,
              hint: words.panel.noAnswerSays,
              run: () => setAsked('no-answer'),
            },
            {
              id: 'other-time',
              label: words.panel.otherTime,
              icon: 'clock',
              run: () => setAsked('other-time'),
            },
            {
              id: 'give-up',
              label: words.panel.giveUp,
              icon: 'close',
              isApart: true,
              run: () => setAsked('give-up'),
            },
          ]}
        >
          <AriaButton
            className="button button-quiet button-usual"
            aria-label={words.panel.moreFor(name ?? phone)}
          >
            {words.panel.more}
            <Icon name="down" />
          </AriaButton>
        </Menu>
        <Button
          variant={isFirst ? 'primary' : 'plain'}
          size="call"
          icon="callback"
          {...(isFirst ? { shortcut: 'Alt+K' } : {})}
          onPress={() => void callBack.resume()}
        >
          {words.panel.call}
        </Button>
      </div>
      {asked === 'no-answer' || asked === 'other-time' ? (
        <CallBackDialog
          call={call}
          place={place}
          isAlone={asked === 'no-answer'}
          onChoose={asked === 'no-answer' ? callBack.noAnswer : callBack.putOff}
          onClose={close}
        />
      ) : null}
      {asked === 'give-up' ? <GiveUp onGiveUp={callBack.giveUp} onClose={close} /> : null}
    </li>
  );
}

/** When it was agreed on, on the person's clock, and whether it is time. */
function When({ call, zone }: { readonly call: CallView; readonly zone: string }) {
  const { callBack: words } = useMessages();
  const format = useFormat();
  const urgency = callBackUrgency(call.callBackAt, useNow(30));
  const at = call.callBackAt;
  if (at === null) return <p>{sentence(words.panel.none)}</p>;
  const isDeskClock = format.clock(at) === format.clock(at, zone);
  return (
    <p className="call-back-when">
      {urgency === 'later' ? null : (
        <Tag tone={urgency === 'late' ? 'danger' : 'signal'} icon="clock">
          {words.panel[urgency]}
        </Tag>
      )}
      <span>
        {words.panel.when(sentence(format.date(at, zone)), format.clock(at, zone))}
        {isDeskClock ? null : ` (${words.panel.place(format.placeOfZone(zone))})`}
      </span>
    </p>
  );
}

function GiveUp(props: { readonly onGiveUp: () => Promise<void>; readonly onClose: () => void }) {
  const { callBack: words } = useMessages();
  return (
    <Dialog
      title={words.panel.giveUpTitle}
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose}>{words.panel.keep}</Button>
          <Button variant="danger" size="call" onPress={() => void props.onGiveUp()}>
            {words.panel.giveUp}
          </Button>
        </>
      }
    >
      <p>{words.panel.giveUpSays}</p>
    </Dialog>
  );
}
