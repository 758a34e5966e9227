import { once } from 'node:events';
import { type UtilityProcess, utilityProcess } from 'electron';
import { type HubMessage, hubMessage, type ShellMessage } from '../hub/messages.ts';

export type EmbeddedHub = {
  readonly address: string;
  /** Creates the first administrator; `null` where there is one. */
  readonly token: string | null;
  readonly stop: () => Promise<void>;
};

type Place = {
  /** The bundled hub. */
  readonly program: string;
  /** The built desk: a hub serves it too, so that the demonstration opens in a browser. */
  readonly desk: string;
  readonly isDemonstration?: boolean;
};

/** A hub of this program's own, on the data folder. It rejects with a sentence for the person. */
export async function startEmbeddedHub(place: Place): Promise<EmbeddedHub> {
  const args = ['--desk', place.desk, ...(place.isDemonstration ? ['--demonstration'] : [])];
  const child = utilityProcess.fork(place.program, args, { serviceName: 'Aiguillage hub' });
  const demonstration: { started: Promise<EmbeddedHub> | null } = { started: null };
  const exited = once(child, 'exit');

  const ready = await new Promise<Extract<HubMessage, { kind: 'ready' }>>((resolve, reject) => {
    child.on('message', (sent: unknown) => {
      const message = hubMessage.parse(sent);
      if (message.kind === 'ready') resolve(message);
      if (message.kind === 'failed') reject(new Error(message.sentence));
      if (message.kind === 'open-demonstration') {
        demonstration.started ??= startEmbeddedHub({ ...place, isDemonstration: true });
        void answerDemonstration(child, demonstration.started);
      }
    });
    void exited.then(() => reject(new Error('Le service local s’est arrêté au démarrage.')));
  });

  return {
    address: ready.address,
    token: ready.token,
    stop: async () => {
      const other = await demonstration.started?.catch(() => null);
      await other?.stop();
      tell(child, { kind: 'stop' });
      await exited;
    },
  };
}

async function answerDemonstration(
  child: UtilityProcess,
  started: Promise<EmbeddedHub>,
): Promise<void> {
  const address = await started.then(
    (hub) => hub.address,
    () => null,
  );
  tell(child, { kind: 'demonstration', address });
}

function tell(child: UtilityProcess, message: ShellMessage): void {
  child.postMessage(message);
}
