import { useEffect, useRef, useState } from 'react';
import { Meter } from 'react-aria-components';
import { useMessages } from '../i18n/messages.tsx';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { type AudioDevice, useAudioDevices } from './audio-devices.ts';
import { type DeviceKind, keepDevices, readKeptDevices } from './kept-devices.ts';
import { useMicrophoneLevel } from './microphone-level.ts';
import { ringOnce } from './ring-tone.ts';
import { useSoftphone } from './softphone-context.tsx';
import './devices-panel.css';

/** Chooses and tries what the calls of this machine are spoken into, heard from and rung on; nothing where no call comes by network. */
export function DevicesPanel() {
  return useSoftphone() === null ? null : <Devices />;
}

function Devices() {
  const { devices: words } = useMessages().telephone;
  const softphone = useSoftphone();
  const [kept, setKept] = useState(readKeptDevices);
  const level = useMicrophoneLevel(kept.microphone);
  const { inputs, outputs } = useAudioDevices();
  const test = useTest();
  const choose = (kind: DeviceKind) => (id: string | null) => {
    const chosen = { ...kept, [kind]: id };
    setKept(chosen);
    keepDevices(chosen);
    if (kind !== 'ringer') void softphone?.chooseDevice(kind, id);
  };
  return (
    <fieldset className="devices">
      <legend>{words.title}</legend>
      <DeviceChoice
        kind="microphone"
        devices={inputs}
        value={kept.microphone}
        onChange={choose('microphone')}
      />
      <MicrophoneLevel level={level} />
      <div className="devices-tried">
        <DeviceChoice
          kind="speaker"
          devices={outputs}
          value={kept.speaker}
          onChange={choose('speaker')}
        />
        <Button icon="voice" onPress={() => test(kept.speaker)}>
          {words.hear}
        </Button>
      </div>
      <div className="devices-tried">
        <DeviceChoice
          kind="ringer"
          devices={outputs}
          value={kept.ringer}
          onChange={choose('ringer')}
        />
        <Button icon="phone" onPress={() => test(kept.ringer)}>
          {words.ring}
        </Button>
      </div>
      <p className="small quiet">{words.ringerHelp}</p>
    </fieldset>
  );
}

/** The system's own under a name that no device has. */
const systemId = 'system';

function DeviceChoice(props: {
  readonly kind: DeviceKind;
  readonly devices: readonly AudioDevice[];
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}) {
  const { devices: words } = useMessages().telephone;
  const { devices, value } = props;
  const isThere = value === null || devices.some(({ id }) => id === value);
  const options = [
    { id: systemId, label: words.system },
    ...devices,
    ...(isThere ? [] : [{ id: value, label: words.unplugged }]),
  ];
  return (
    <Select
      label={words[props.kind]}
      options={options}
      value={value ?? systemId}
      onChange={(id) => props.onChange(id === systemId ? null : id)}
    />
  );
}

function MicrophoneLevel({ level }: { readonly level: number | null }) {
  const { telephone } = useMessages();
  if (level === null) return <p className="small">{telephone.failures['no-microphone']}</p>;
  return (
    <Meter className="level-meter" aria-label={telephone.devices.level} value={level * 100}>
      {({ percentage }) => (
        <>
          <span className="level-meter-track">
            <span style={{ inlineSize: `${percentage}%` }} />
          </span>
          <span className="small quiet">{telephone.devices.speak}</span>
        </>
      )}
    </Meter>
  );
}

/** Rings once on a device; a second test, or leaving, ends the first. */
function useTest(): (deviceId: string | null) => void {
  const stop = useRef<() => void>(() => undefined);
  useEffect(() => () => stop.current(), []);
  return (deviceId) => {
    stop.current();
    stop.current = ringOnce(deviceId);
  };
}
