import {
  type ProvisionStep,
  provision,
  whatIsMissing,
} from '../../hub/telephony/twilio/provision.ts';
import type { Command, CommandIo, ExitCode } from '../command.ts';
import { readArguments } from '../read-arguments.ts';
import {
  type AskedAccount,
  describeRefusal,
  isByHand,
  readAskedAccount,
  stepSentence,
} from './twilio-account.ts';

const usage = `Usage : twilio provision [NUMÉRO…] [--dry-run]

Prépare un compte Twilio pour que ces numéros arrivent au hub : l'application, la clé des postes, les
numéros. Refaite, la commande ne refait rien. Le compte et PUBLIC_URL se lisent dans l'environnement.

  --dry-run   dit ce qui serait fait, et ne fait rien
`;

/** TW-60. `origin`: another server than Twilio's, for tests. */
export const twilioProvisionAt = (
  environment: Readonly<Record<string, string | undefined>>,
  origin?: string,
): Command => ({
  name: 'twilio provision',
  summary: 'prépare un compte Twilio pour que ses numéros arrivent au hub',
  usage,
  run: async (args, io) => {
    const read = readArguments({
      args,
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean', default: false } },
    });
    if (read === null) return 'misused';
    const asked = readAskedAccount(environment, read.positionals, origin);
    if (!asked.ok) {
      io.err.write(`${asked.error}\n`);
      return 1;
    }
    try {
      return await prepare(asked.value, read.values['dry-run'], io);
    } catch (error) {
      io.err.write(`${describeRefusal(error)}\n`);
      return 1;
    }
  },
});

async function prepare(
  { client, wanted }: AskedAccount,
  isDry: boolean,
  io: CommandIo,
): Promise<ExitCode> {
  const steps = await whatIsMissing(client, wanted);
  if (steps.length === 0) io.out.write('Rien à faire : ce compte est prêt.\n');
  for (const step of steps) io.out.write(`${stepSentence(step)}\n`);
  if (isDry) return 0;
  const key = await provision(client, wanted, steps);
  if (key !== null) {
    io.out.write(
      `\nÀ mettre dans l’environnement du hub, Twilio ne redit jamais ce secret :\nAIGUILLAGE_TWILIO_API_KEY=${key.sid}\nAIGUILLAGE_TWILIO_API_SECRET=${key.secret}\n`,
    );
  }
  return isLeft(steps) ? 1 : 0;
}

const isLeft = (steps: readonly ProvisionStep[]) => steps.some(isByHand);
