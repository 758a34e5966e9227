import { useEffect, useRef, useState } from 'react';
import { Meter } from 'react-aria-components';
import { useMessages } from '../i18n/messages.tsx';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { type AudioDevice, useAudioDevices } from './audio-devices.ts';
import { useHeadset } from './headset-context.tsx';
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
  const { telephone } = useMessages();
  const { devices: words } = telephone;
  const softphone = useSoftphone();
  const [kept, setKept] = useState(readKeptDevices);
  const level = useMicrophoneLevel(kept.microphone);
  const { inputs, outputs } = useAudioDevices();
  const { tested, level: soundLevel, test } = useTest();
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
      {level === null ? (
        <p className="small">{telephone.failures['no-microphone']}</p>
      ) : (
        <LevelMeter label={words.level} level={level} says={words.speak} />
      )}
      <div className="devices-tried">
        <DeviceChoice
          kind="speaker"
          devices={outputs}
          value={kept.speaker}
          onChange={choose('speaker')}
        />
        <Button icon="voice" onPress={() => test('speaker', kept.speaker)}>
          {words.hear}
        </Button>
      </div>
      <LevelMeter
        label={words.speakerLevel}
        level={tested === 'speaker' ? soundLevel : 0}
        says={words.hearSays}
      />
      <div className="devices-tried">
        <DeviceChoice
          kind="ringer"
          devices={outputs}
          value={kept.ringer}
          onChange={choose('ringer')}
        />
        <Button icon="phone" onPress={() => test('ringer', kept.ringer)}>
          {words.ring}
        </Button>
      </div>
      <LevelMeter
        label={words.ringerLevel}
        level={tested === 'ringer' ? soundLevel : 0}
        says={words.ringerHelp}
      />
      <HeadsetButtons />
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

function LevelMeter(props: {
  readonly label: string;
  readonly level: number;
  /** What the level tells. */
  readonly says: string;
}) {
  return (
    <Meter className="level-meter" aria-label={props.label} value={props.level * 100}>
      {({ percentage }) => (
        <>
          <span className="level-meter-track">
            <span style={{ inlineSize: `${percentage}%` }} />
          </span>
          <span className="small quiet">{props.says}</span>
        </>
      )}
    </Meter>
  );
}

/** Which headsets' buttons are heeded, and the way to allow one. */
function HeadsetButtons() {
  const { headset: words } = useMessages().telephone;
  const headset = useHeadset();
  if (headset === null) return <p className="small quiet">{words.notHere}</p>;
  const { names, authorise } = headset;
  return (
    <div className="devices-tried">
      <div>
        <p className="field-label">{words.title}</p>
        <p className="small quiet" role="status">
          {names.length === 0 ? words.none : words.heeded(names.join(', '))}
        </p>
      </div>
      <Button icon="headset" onPress={() => void authorise()}>
        {words.authorise}
      </Button>
    </div>
  );
}

type Tested = 'speaker' | 'ringer';

/** Rings once on a device, and how loud it sounds; a second test, or leaving, ends the first. */
function useTest(): {
  readonly tested: Tested | null;
  readonly level: number;
  readonly test: (tested: Tested, deviceId: string | null) => void;
} {
  const [tested, setTested] = useState<Tested | null>(null);
  const [level, setLevel] = useState(0);
  const stop = useRef<() => void>(() => undefined);
  useEffect(() => () => stop.current(), []);
  return {
    tested,
    level,
    test: (kind, deviceId) => {
      stop.current();
      setTested(kind);
      stop.current = ringOnce(deviceId, setLevel);
    },
  };
}
