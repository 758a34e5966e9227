import type { PresenceView } from '#src/contract';
import { type ChosenPresence, chosenPresences } from '#src/routing';
import { useFormat, useMessages } from '../../../i18n/messages.tsx';
import { useDesk } from '../../../storage/desk.tsx';
import { Checkbox, RadioGroup } from '../../../ui/choice.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useRingTonePreference } from '../incoming/ring-tone-preference.ts';

/** Whether calls ring at this desk, and whether it is heard. */
export function PresencePanel({ presence }: { readonly presence: PresenceView | null }) {
  const { call: words } = useMessages();
  const format = useFormat();
  const { act } = useDesk();
  const [rings, setRings] = useRingTonePreference();
  const current = presence === null ? 'off' : chosen(presence);
  return (
    <Panel
      title={words.home.presence}
      aside={
        presence === null ? null : (
          <span className="small quiet">{words.home.since(format.clock(presence.since))}</span>
        )
      }
    >
      <RadioGroup
        label={words.home.presenceHere}
        value={current}
        onChange={(choice) => void act('presence.set', { presence: choice })}
        options={chosenPresences.map((id) => ({
          id,
          label: words.home.presences[id].name,
          hint: words.home.presences[id].says,
        }))}
      />
      <div className="call-home-preference">
        <Checkbox isSelected={rings} onChange={setRings} hint={words.home.ringToneHelp}>
          {words.home.ringTone}
        </Checkbox>
      </div>
    </Panel>
  );
}

/** What they chose, for now or for after the call that they write up. */
function chosen({ presence, next }: PresenceView): ChosenPresence {
  return next ?? (presence === 'wrap-up' ? 'available' : presence);
}
