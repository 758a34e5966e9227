import { buildDesk, buildDesktop, deskFolder, root } from './build.ts';
import { dataFolderPath, demonstrationFolderPath } from './data-folder.ts';
import { type HubChild, startHubChild } from './hub-child.ts';
import { showProgress } from './progress.ts';
import { readArguments } from './read-arguments.ts';
import { chooseShell, findElectron, openShell, type Shell } from './shell.ts';

const usage = `Usage : npm start [-- --demonstration]

Ouvre le poste sur cet ordinateur. Variables : AIGUILLAGE_DATA (dossier de données),
AIGUILLAGE_NO_OPEN=1 (afficher l'adresse sans rien ouvrir).

  --demonstration  ouvre la démonstration, dans son propre dossier
`;

const isInteractive = process.stdout.isTTY === true;
const running: HubChild[] = [];
/** A person pressed Ctrl-C twice. */
const forcedExit = 130;

/** Runs until the desk's window closes, the hub ends, or a signal comes. Gives the exit code. */
async function start(isDemonstration: boolean): Promise<number> {
  const asked = stopAsked();
  const shell = chooseShell({
    environment: process.env,
    platform: process.platform,
    isInteractive,
    electron: await findElectron(),
  });
  await build(shell);
  const failure = await Promise.race([serve(isDemonstration, shell), asked]);
  if (failure === null) say('Arrêt…');
  else process.stderr.write(`${failure}\n`);
  await Promise.all(running.map((hub) => hub.stop()));
  return failure === null ? 0 : 1;
}

async function build(shell: Shell): Promise<void> {
  const began = performance.now();
  const done = await buildDesk();
  if (shell.kind === 'electron') await buildDesktop();
  if (done === 'built') {
    say(`Poste construit en ${Math.ceil((performance.now() - began) / 1000)} s.`);
  }
}

/** Why it ended, as a sentence; `null` where the person closed the desk's window. */
async function serve(isDemonstration: boolean, shell: Shell): Promise<string | null> {
  const { hub, ready } = await openHub(isDemonstration);
  if (!ready.ok) return ready.error;
  const { address, token } = ready.value;
  say(`Poste : ${address}`);
  if (token !== null) say(`Code pour créer le compte administrateur : ${token}`);
  say(shell.why);
  say('Ctrl-C pour arrêter.');
  const hubEnded = hub.ended.then(() => "Le hub s'est arrêté de lui-même.");
  return Promise.race([windowClosed(shell, address), hubEnded]);
}

type OpenedHub = { readonly hub: HubChild; readonly ready: Awaited<HubChild['ready']> };

async function openHub(isDemonstration: boolean): Promise<OpenedHub> {
  const folder = dataFolderPath();
  say(`Données : ${isDemonstration ? demonstrationFolderPath(folder) : folder}`);
  const progress = showProgress('Import des lieux', process.stdout, isInteractive);
  const hub = startHubChild(
    ['--desk', deskFolder, ...(isDemonstration ? ['--demonstration'] : [])],
    {
      onProgress: progress.report,
      openDemonstration,
    },
  );
  running.push(hub);
  const ready = await hub.ready;
  progress.end();
  return { hub, ready };
}

const beside: { demonstration: Promise<OpenedHub> | null } = { demonstration: null };

/** The demonstration beside this installation: started once, and again where it has ended meanwhile. */
async function openDemonstration(): Promise<string | null> {
  beside.demonstration ??= openHub(true);
  const { hub, ready } = await beside.demonstration;
  void hub.ended.then(() => {
    beside.demonstration = null;
  });
  if (ready.ok) return ready.value.address;
  process.stderr.write(`${ready.error}\n`);
  return null;
}

/** npm passes on the signal that the terminal already sent: so close together, they are one. */
const sameSignalMs = 500;

/** The first signal asks every hub to stop; the next one ends them where they are. */
function stopAsked(): Promise<null> {
  return new Promise((resolve) => {
    let askedAt: number | null = null;
    const onSignal = () => {
      resolve(null);
      askedAt ??= performance.now();
      if (performance.now() - askedAt > sameSignalMs) {
        for (const hub of running) hub.kill();
        process.exit(forcedExit);
      }
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  });
}

/** Resolves once the desk's own window is closed; never for a browser, which says nothing. */
async function windowClosed(shell: Shell, address: string): Promise<null> {
  try {
    await openShell(shell, address, root);
    if (shell.kind === 'electron') return null;
  } catch (error) {
    process.stderr.write(`Impossible d'ouvrir la fenêtre : ${String(error)}\n`);
  }
  return new Promise(() => undefined);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const read = readArguments({
  options: {
    demonstration: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (read === null) {
  process.stderr.write(usage);
  process.exit(2);
}
if (read.values.help) process.stdout.write(usage);
else process.exit(await start(read.values.demonstration));
