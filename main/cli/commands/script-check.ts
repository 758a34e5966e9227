import { checkVersion, type SayingTimes, sayingTimes, wordsPerMinute } from '#src/script';
import type { Command, CommandIo, ExitCode } from '../command.ts';
import { type FileFinding, fileArguments, findingAsText, readScript } from './script-file.ts';

const usage = `Usage : script check FICHIER [--against PUBLIÉ] [--json]

Vérifie un script d'appel : chaque réponse mène-t-elle quelque part, chaque question a-t-elle « ne sait pas » ?
Les règles sont dans docs/spec/script.md. Dit aussi combien de temps prennent les mots à dire.

  --against PUBLIÉ   compare à la version publiée : ce qui a changé demande un nouveau numéro de version, assez grand
  --json             un objet JSON par constat {"severity","code","node","place","message"} ; sinon, une phrase
`;

export const scriptCheck: Command = {
  name: 'script check',
  summary: "vérifie un script d'appel",
  usage,
  run: async (args, io) => {
    const given = fileArguments(args, {
      json: { type: 'boolean', default: false },
      against: { type: 'string' },
    });
    if (given === null) return 'misused';
    const { against, json } = given.values;
    const { findings, document, models } = await readScript(given.file);
    const published = against === undefined ? null : await readScript(against);
    if (published !== null && published.document === null) {
      io.err.write(`La version publiée ne peut pas être lue : ${against}\n`);
      return 1;
    }
    const changes =
      published?.document && document ? checkVersion(document, published.document) : [];
    const all = [...findings, ...changes];
    const code = printFindings(all, io, json ? JSON.stringify : findingAsText);
    const isSound = findings.every(({ severity }) => severity === 'warning');
    if (!json && document !== null && isSound) {
      io.out.write(`${timesAsText(sayingTimes(document, models))}\n`);
    }
    return code;
  },
};

/** SC-50 */
function timesAsText({ longest, typical }: SayingTimes): string {
  const usual =
    typical === null ? '' : `, ${minutes(typical)} pour un appel courant (ses exemples)`;
  return `À dire, à ${wordsPerMinute} mots par minute : ${minutes(longest)} au plus long${usual}.`;
}

function minutes(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}

function printFindings(
  findings: readonly FileFinding[],
  io: CommandIo,
  format: (finding: FileFinding) => string,
): ExitCode {
  for (const finding of findings) io.out.write(`${format(finding)}\n`);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first === undefined) return 0;
  io.err.write(`Erreurs : ${errors.length}. La première : ${findingAsText(first)}\n`);
  return 1;
}
