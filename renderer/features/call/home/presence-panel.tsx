import type { PresenceView } from '#src/contract';
import { type Presence, presences } from '#src/routing';
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
  const current: Presence = presence?.presence ?? 'off';
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
        onChange={(chosen) => void act('presence.set', { presence: chosen })}
        options={presences.map((id) => ({
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
