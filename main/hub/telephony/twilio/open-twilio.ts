import type { Ports } from '../../ports.ts';
import { applyLineEvent } from '../../queue/apply-line-event.ts';
import type { Queue } from '../../queue/queue.ts';
import { receiveCall } from '../../queue/receive-call.ts';
import type { Database } from '../../storage/database.ts';
import type { Timers } from '../timers.ts';
import type { AnswerParts } from './answers.ts';
import type { TwilioVoice } from './config.ts';
import type { HearingParts } from './events.ts';
import { twilioLegs } from './fetch-leg.ts';
import { openReconciler } from './reconcile.ts';
import { logSelfTest } from './self-test.ts';

/** Twilio as the hub hears it. */
export type TwilioWebhooks = AnswerParts & {
  readonly authToken: string;
  readonly close: () => Promise<void>;
};

type Parts = {
  readonly database: Database;
  readonly ports: Ports;
  readonly queue: Queue;
  readonly publicUrl: string;
  readonly timers: Timers;
};

/** TW-1: `null` where the operator has no account for calls. */
export function openTwilio(parts: Parts, voice: TwilioVoice | undefined): TwilioWebhooks | null {
  if (voice === undefined) return null;
  const { database, ports, queue, publicUrl, timers } = parts;
  const { authToken } = voice;
  const hearing: HearingParts = {
    ...{ database, ports, fetchLeg: twilioLegs(voice) },
    tell: (event) => applyLineEvent(queue, event),
  };
  const reconciler = openReconciler(hearing, timers);
  // The hub answers as soon as it is served: in a moment.
  const stopTest = timers(selfTestAfterMs, () => void logSelfTest(ports, { publicUrl, authToken }));
  return {
    ...hearing,
    ...{ publicUrl, authToken },
    receive: (arriving) => receiveCall(queue, arriving),
    close: async () => {
      stopTest();
      await reconciler.close();
    },
  };
}

const selfTestAfterMs = 2_000;
