import { twilioCheckAt } from './twilio-check.ts';
import { twilioProvisionAt } from './twilio-provision.ts';

export const commands = [twilioProvisionAt(process.env), twilioCheckAt(process.env)] as const;
