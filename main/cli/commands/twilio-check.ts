import { whatIsMissing } from '../../hub/telephony/twilio/provision.ts';
import { selfTestSentences, testWebhooks } from '../../hub/telephony/twilio/self-test.ts';
import type { Command, CommandIo, ExitCode } from '../command.ts';
import { readArguments } from '../read-arguments.ts';
import {
  type AskedAccount,
  describeRefusal,
  readAskedAccount,
  stepSentence,
} from './twilio-account.ts';

const usage = `Usage : twilio check [NUMÉRO…]

Dit ce qui ne va pas entre un compte Twilio et le hub : l'application, la clé des postes, les numéros, et
si le hub entend ce que Twilio lui envoie à PUBLIC_URL. Ne change rien.
`;

/** TW-61. `origin`: another server than Twilio's, for tests. */
export const twilioCheckAt = (
  environment: Readonly<Record<string, string | undefined>>,
  origin?: string,
): Command => ({
  name: 'twilio check',
  summary: 'dit ce qui ne va pas entre un compte Twilio et le hub',
  usage,
  run: async (args, io) => {
    const read = readArguments({ args, allowPositionals: true, options: {} });
    if (read === null) return 'misused';
    const asked = readAskedAccount(environment, read.positionals, origin);
    if (!asked.ok) {
      io.err.write(`${asked.error}\n`);
      return 1;
    }
    return check(asked.value, io);
  },
});

async function check(asked: AskedAccount, io: CommandIo): Promise<ExitCode> {
  const problems = [
    ...(await accountProblems(asked)),
    ...(await keyProblems(asked)),
    ...(await webhookProblems(asked)),
  ];
  for (const problem of problems) io.out.write(`${problem}\n`);
  if (problems.length === 0) io.out.write('Tout va bien : les appels arrivent au hub.\n');
  return problems.length === 0 ? 0 : 1;
}

async function accountProblems({ client, wanted }: AskedAccount): Promise<readonly string[]> {
  try {
    return (await whatIsMissing(client, wanted)).map(stepSentence);
  } catch (error) {
    return [describeRefusal(error)];
  }
}

/** A key of another account, or one that was taken back, opens no desk. */
async function keyProblems({ voice, client }: AskedAccount): Promise<readonly string[]> {
  if (voice === null) return [];
  try {
    await client.keys(voice.apiKey).fetch();
    return [];
  } catch {
    return ['La clé des postes (AIGUILLAGE_TWILIO_API_KEY) n’est pas à ce compte.'];
  }
}

async function webhookProblems({ wanted, authToken }: AskedAccount): Promise<readonly string[]> {
  const result = await testWebhooks({ publicUrl: wanted.publicUrl, authToken });
  return result === 'heard' ? [] : [selfTestSentences[result]];
}
