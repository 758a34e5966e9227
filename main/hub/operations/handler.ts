import type { Actor } from '#src/access';
import type { Entity, OperationKind, OperationPayload, RefusalCode } from '#src/contract';
import type { Result } from '#src/kernel';
import type { Queries, Transaction } from '../storage/database.ts';

/** Somebody signed in. */
export type Account = Exclude<Actor, { role: 'anonymous' }>;

/**
 * An entity that desks must read again, with the sides that decide who is told (see `can`).
 *
 * When an entity passes from one adviser to another, name it twice: once for each.
 */
export type ChangedEntity = {
  readonly entity: Entity;
  readonly id: string;
  readonly territoryId?: string;
  readonly adviserId?: string | null;
  readonly venueId?: string;
};

export type HandlerContext = {
  /** The operation's own transaction: the only handle to use. A refusal rolls back what was written. */
  readonly tx: Transaction;
  readonly actor: Account;
  /** When the hub received it, ISO 8601. */
  readonly now: string;
};

/** What an operation did. `after` runs once it is committed: commands to the telephone. */
export type Effects = {
  readonly changed: readonly ChangedEntity[];
  readonly after?: (() => Promise<void> | void) | undefined;
};

/** Both, the first one's commands first. */
export function together(first: Effects, second: Effects): Effects {
  return {
    changed: [...first.changed, ...second.changed],
    after: async () => {
      await first.after?.();
      await second.after?.();
    },
  };
}

/** Applies one kind of operation. It asks `can()` about the very record that it changes. */
export type Handler<Kind extends OperationKind> = (
  context: HandlerContext,
  payload: OperationPayload<Kind>,
  operation: { readonly id: string; readonly at: string },
) => Promise<Result<Effects, RefusalCode>>;

/** One handler a kind; made with what they need beside the database (the telephone). */
export type Handlers = { readonly [Kind in OperationKind]: Handler<Kind> };

/** What is looked at before an operation's transaction. */
export type Sight = Omit<HandlerContext, 'tx'> & { readonly queries: Queries };

/**
 * What refuses an operation as things stand, before its transaction: nothing is locked or written for who comes too late.
 * `null`: its handler decides, on things as they are by then.
 */
export type Foresight<Kind extends OperationKind> = (
  sight: Sight,
  payload: OperationPayload<Kind>,
) => Promise<RefusalCode | null>;

/** For the kinds that many desks want at once. */
export type Foresights = { readonly [Kind in OperationKind]?: Foresight<Kind> };

/** Reads entities as `actor` may see them; one that is absent from the answer is out of scope. */
export type LoadViews = (
  tx: Transaction,
  actor: Account,
  entity: Entity,
  ids: readonly string[],
) => Promise<ReadonlyMap<string, unknown>>;
