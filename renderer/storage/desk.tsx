import { useLiveQuery } from 'dexie-react-hooks';
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { callStates, isOver } from '#src/calls';
import type {
  CallView,
  Entity,
  EntityView,
  OperationKind,
  OperationPayload,
  RefusalCode,
  SessionView,
} from '#src/contract';
import { present } from '#src/kernel';
import { type CallRecord, emptyRecord, type LinkState } from '#src/sync';
import { type ActOptions, type ActReceipt, recordAct } from './act.ts';
import { type DeskDatabase, databaseName, openDeskDatabase, remembered } from './database.ts';
import { type Link, startLink } from './link.ts';
import { shippedModel } from './shipped-model.ts';

/** The desk of somebody signed in: who, where it keeps its data, and how to act. */
export type Desk = {
  readonly session: SessionView;
  readonly database: DeskDatabase;
  /** Saves an act, shows its effect at once and sends it when the hub can be reached. */
  readonly act: <Kind extends OperationKind>(
    kind: Kind,
    payload: OperationPayload<Kind>,
    options?: ActOptions,
  ) => Promise<ActReceipt>;
  /** Takes up the exchange again after a sign-in on this page. */
  readonly resume: () => void;
};

const DeskContext = createContext<Desk | null>(null);
const OpenCallsContext = createContext<readonly CallView[] | undefined>(undefined);

/** Opens the desk's database and its link to the hub for as long as it is on screen. */
export function DeskProvider(props: {
  readonly session: SessionView;
  readonly children: ReactNode;
}) {
  const { session } = props;
  const name = databaseName(session.installation.id, session.account.id);
  const database = useMemo(() => openDeskDatabase(name), [name]);
  const [link, setLink] = useState<Link | null>(null);
  const context = useMemo(
    () => ({
      accountId: session.account.id,
      accountName: session.account.name,
      lines: session.lines,
      models: [shippedModel],
    }),
    [session.account.id, session.account.name, session.lines],
  );

  useEffect(() => {
    const started = startLink(database, context);
    setLink(started);
    return started.close;
  }, [database, context]);

  useEffect(() => {
    // Asked, not insisted on: what is not sent yet is few minutes old at most, and said at the foot.
    void navigator.storage.persist();
  }, []);

  const desk = useMemo<Desk>(
    () => ({
      session,
      database,
      act: (kind, payload, options = {}) => recordAct(database, context, kind, payload, options),
      resume: () => link?.signedIn(),
    }),
    [session, database, context, link],
  );
  return (
    <DeskContext value={desk}>
      <OpenCallsContext value={useReadOpenCalls(database)}>{props.children}</OpenCallsContext>
    </DeskContext>
  );
}

export function useDesk(): Desk {
  return present(use(DeskContext), 'useDesk is called under DeskProvider only');
}

/** A record as shown now; `undefined` while the store is read, `null` where there is none. */
export function useEntity<E extends Entity>(
  entity: E,
  id: string | null,
): EntityView<E> | null | undefined {
  const { database } = useDesk();
  return useLiveQuery(async () => {
    if (id === null) return null;
    const row = await database.mirror[entity].get(id);
    return row?.shown ?? null;
  }, [database, entity, id]);
}

/** Every record of a kind that this account may see; `undefined` while the store is read. */
export function useEntities<E extends Entity>(entity: E): readonly EntityView<E>[] | undefined {
  const { database } = useDesk();
  return useLiveQuery(async () => {
    const rows = await database.mirror[entity].toArray();
    return rows.flatMap((row): readonly EntityView<E>[] => (row.shown === null ? [] : [row.shown]));
  }, [database, entity]);
}

const openStates = callStates.filter((state) => !isOver(state));

/** The calls that are not over: those that are, of which a desk has many, are not read. */
export function useOpenCalls(): readonly CallView[] | undefined {
  return use(OpenCallsContext);
}

/** Once for the rail, the bar and the screen: each answer changes them, and each reading takes from the time to show it. */
function useReadOpenCalls(database: DeskDatabase): readonly CallView[] | undefined {
  return useLiveQuery(() => {
    const { call } = database.mirror;
    // A question a state, all at once: the store answers "any of them" with a cursor, row by row.
    return database.dexie.transaction('r', [call], async () => {
      const rows = await Promise.all(
        openStates.map((state) => call.where('shown.state').equals(state).toArray()),
      );
      return rows.flat().flatMap(({ shown }) => shown ?? []);
    });
  }, [database]);
}

/** A call under way at this desk, with what was recorded of it so far. */
export type LocalCall = CallRecord & {
  readonly call: CallView;
  /** Whether the hub knows the call, or only this desk so far. */
  readonly isKnownToHub: boolean;
};

/** The call with its answers in the order given, its note and its people: what the script replays. */
export function useLocalCall(callId: string | null): LocalCall | null | undefined {
  const { database } = useDesk();
  return useLiveQuery(async () => {
    const row = callId === null ? undefined : await database.mirror.call.get(callId);
    if (row === undefined || row.shown === null) return null;
    return {
      ...(row.shown.record ?? emptyRecord),
      call: row.shown,
      isKnownToHub: row.truth !== null,
    };
  }, [database, callId]);
}

/** How the desk stands with its hub: what the foot line says. */
export type LinkReport = {
  readonly state: LinkState;
  /** Acts that are saved here and not answered yet. */
  readonly unsent: number;
  readonly savedAt: string | null;
  readonly sentAt: string | null;
};

export function useLink(): LinkReport | undefined {
  const { database } = useDesk();
  return useLiveQuery(
    () =>
      database.dexie.transaction('r', [database.outbox, database.meta], async () => {
        const [state, unsent, savedAt, sentAt] = await Promise.all([
          remembered(database, 'link'),
          database.outbox.where('state').equals('waiting').count(),
          remembered(database, 'savedAt'),
          remembered(database, 'sentAt'),
        ]);
        return {
          state: state ?? 'connecting',
          unsent,
          savedAt: savedAt ?? null,
          sentAt: sentAt ?? null,
        };
      }),
    [database],
  );
}

/** Whether the hub could be reached. Unlike the whole report, no act changes it. */
export function useIsOnline(): boolean {
  const { database } = useDesk();
  return useLiveQuery(
    async () => (await remembered(database, 'link')) === 'online',
    [database],
    false,
  );
}

/** An act that the hub refused and that no screen has told yet. */
export type UntoldRefusal = {
  readonly operationId: string;
  readonly kind: OperationKind;
  readonly code: RefusalCode;
  /** How many acts that needed it were not sent. */
  readonly stopped: number;
  readonly dismiss: () => Promise<void>;
};

export function useRefusals(): readonly UntoldRefusal[] {
  const { database } = useDesk();
  return (
    useLiveQuery(async () => {
      const failed = await database.outbox.where('state').anyOf('refused', 'stopped').toArray();
      return failed.flatMap((row) =>
        row.untold && row.state === 'refused'
          ? {
              operationId: row.id,
              kind: row.kind,
              code: row.code,
              stopped: failed.filter((other) => 'because' in other && other.because === row.id)
                .length,
              dismiss: async () => {
                await database.outbox.update(row.position, { untold: false });
              },
            }
          : [],
      );
    }, [database]) ?? []
  );
}
