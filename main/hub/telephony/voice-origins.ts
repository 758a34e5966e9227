import type { HubConfig } from '../config.ts';

/** Twilio's signalling, at whichever of its edges, and what the SDK reports of a call's quality. */
export const twilioOrigins = ['wss://*.twilio.com', 'https://*.twilio.com'] as const;

/** The networks that the desk's page may reach, as sources of its content policy; none where no network is configured. */
export function voiceOrigins(config: HubConfig): readonly string[] {
  const { twilioVoice, sip } = config;
  return [
    ...(twilioVoice === undefined ? [] : twilioOrigins),
    ...(sip === undefined ? [] : [new URL(sip.socket).origin]),
  ];
}
