import '../../../renderer/content-policy.ts';
import { openDeskSoftphone } from '../../../renderer/telephony/desk-softphone.ts';
import type { Softphone, SoftphoneState } from '../../../renderer/telephony/softphone.port.ts';
import { makeTwilioSoftphone } from '../../../renderer/telephony/twilio.ts';

declare global {
  /** The softphone of the test's page, and every state that it told of. */
  var softphone: Softphone;
  var told: SoftphoneState[];
}

const make = async () => makeTwilioSoftphone;
globalThis.softphone = openDeskSoftphone('softphone-of-the-tests', [make]);
globalThis.told = [];
softphone.subscribe(() => told.push(softphone.getState()));
