import { useState } from 'react';
import type { EarlierCall, PersonDetails } from '#src/contract';
import { canReceiveSms, describePhone, type PhoneRegion } from '#src/kernel';
import type { CompiledScript, ScriptRun } from '#src/script';
import { type Messages, useFormat, useMessages } from '../../../i18n/messages.tsx';
import { type LocalCall, useDesk } from '../../../storage/desk.tsx';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { LevelPath } from '../../../ui/level-path.tsx';
import { consentAt } from './consent.ts';
import { PersonDialog } from './person-dialog.tsx';
import { maybeHelped } from './person-draft.ts';
import './people.css';

/** Who is on the line, and for whom. Nothing is written before consent, and the card says so. */
export function PersonCard(props: {
  readonly local: LocalCall;
  readonly script: CompiledScript;
  readonly run: ScriptRun;
  readonly region: PhoneRegion;
  readonly communeName: string | null;
}) {
  const { call: words, levelPath } = useMessages();
  const [isEditing, setEditing] = useState(false);
  const { local, run } = props;
  const person = local.beneficiary ?? local.caller;
  const mayWrite = run.facts.consent === true;
  return (
    <section className="panel person-card" aria-label={words.who.panel}>
      <header className="person-head">
        <h2>{person?.name ?? words.who.unnamed}</h2>
        <Button
          variant="quiet"
          icon="edit"
          shortcut="Alt+P"
          isDisabled={!mayWrite}
          onPress={() => setEditing(true)}
        >
          {person === null ? words.who.name : words.who.edit}
        </Button>
      </header>
      {local.beneficiary === null || local.caller === null ? null : (
        <p className="small quiet">{words.who.phonedBy(local.caller.name)}</p>
      )}
      <PersonFacts {...props} person={person} />
      {local.path.length === 0 ? null : (
        <details className="person-path">
          <summary>{levelPath.inShort(local.path.map(({ level }) => level))}</summary>
          <LevelPath points={local.path} />
        </details>
      )}
      {mayWrite && person === null ? (
        <MaybeSomebody local={local} isForOther={run.facts.beneficiary === 'other'} />
      ) : null}
      {isEditing ? (
        <PersonDialog
          local={local}
          isForOther={run.facts.beneficiary === 'other'}
          region={props.region}
          onClose={() => setEditing(false)}
        />
      ) : null}
    </section>
  );
}

function earlierWords(
  { outcome, callBack }: EarlierCall,
  words: Messages['call'],
  waits: string,
): string {
  if (callBack !== null) return waits;
  return outcome === null ? words.incoming.noOutcome : words.outcomes[outcome];
}

function PersonFacts(props: {
  readonly local: LocalCall;
  readonly script: CompiledScript;
  readonly run: ScriptRun;
  readonly person: PersonDetails | null;
  readonly communeName: string | null;
}) {
  const { call: words, callBack } = useMessages();
  const format = useFormat();
  const { local, run } = props;
  const phone = props.person === null ? local.call.number : props.person.phone;
  const askedAt = consentAt(props.script, local.answers);
  return (
    <ul className="person-facts">
      {props.communeName === null ? null : (
        <li>
          <Icon name="pin" />
          <b>{props.communeName}</b>
        </li>
      )}
      {phone === null ? null : (
        <li>
          <Icon name="phone" />
          <span>
            {format.phone(phone)}
            <br />
            {phoneWords(phone, words.who)}
          </span>
        </li>
      )}
      <li>
        <Icon name="shield" />
        {run.facts.consent === null || askedAt === null ? (
          <span>{words.who.needsConsent}</span>
        ) : run.facts.consent ? (
          <b>{words.who.consentGiven(format.clock(askedAt))}</b>
        ) : (
          <span>{words.who.refused}</span>
        )}
      </li>
      {local.call.earlier.slice(0, 2).map((earlier) => (
        <li key={earlier.callId}>
          <Icon name="callback" />
          <span>
            {words.who.earlierLine(
              format.shortDate(earlier.at),
              earlier.theme ?? words.incoming.noTheme,
              earlierWords(earlier, words, callBack.earlier.tag),
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function phoneWords(
  e164: string,
  words: { readonly landline: string; readonly mobile: string; readonly noSms: string },
): string {
  if (canReceiveSms(e164)) return words.mobile;
  return describePhone(e164)?.kind === 'fixed' ? words.landline : words.noSms;
}

/** Who called before from this number: a press says that it is them, and takes their details over. */
function MaybeSomebody(props: { readonly local: LocalCall; readonly isForOther: boolean }) {
  const { call: words } = useMessages();
  const { act } = useDesk();
  const { local } = props;
  const maybe = maybeHelped(local.call.earlier, props.isForOther);
  if (maybe.length === 0) return null;
  return (
    <ul className="person-maybe">
      {maybe.map(({ caller, beneficiary }) => (
        <li key={(beneficiary ?? caller).personId}>
          <p>
            {beneficiary === null
              ? words.who.maybe(caller.name)
              : words.who.maybeFor(caller.name, beneficiary.name)}
          </p>
          <Button
            icon="check"
            description={words.who.isThemHelp}
            onPress={() => act('people.identify', { callId: local.call.id, caller, beneficiary })}
          >
            {beneficiary === null ? words.who.isThem : words.who.areThem}
          </Button>
        </li>
      ))}
    </ul>
  );
}
