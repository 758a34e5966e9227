import { type QualityWarning, qualityWarnings } from './softphone.port.ts';

/** The SDK's names of what it measures, each with whom it cuts. Those that say nothing to an adviser are not there. */
const meanings: Readonly<Record<string, QualityWarning>> = {
  'low-bytes-sent': 'own-voice-cut',
  'ice-connectivity-lost': 'own-voice-cut',
  'low-bytes-received': 'other-voice-cut',
  'high-packet-loss': 'other-voice-cut',
  'high-packets-lost-fraction': 'other-voice-cut',
  'high-jitter': 'other-voice-cut',
  'low-mos': 'other-voice-cut',
  'high-rtt': 'delayed',
  'constant-audio-input-level': 'own-silence',
};

/** SO-12: what the raised warnings come to, each thing once, in the order in which the desk tells them. */
export function readWarnings(raised: ReadonlySet<string>): readonly QualityWarning[] {
  const meant = new Set([...raised].map((name) => meanings[name]));
  return qualityWarnings.filter((warning) => meant.has(warning));
}
