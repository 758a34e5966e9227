import type { ClientGateway, EndEvents, Frame } from './ends.ts';

/** A softphone that rings, in a test's hand. */
export type RingingClient = {
  readonly callSid: string;
  readonly identity: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly events: EndEvents;
  /** What it heard. */
  readonly frames: Frame[];
  isOver: boolean;
};

/** Softphones that are registered everywhere but where a test says, and do what it says, in place of real ones. */
export function ringingGateway() {
  const rings: RingingClient[] = [];
  const absent = new Set<string>();
  const gateway: ClientGateway = {
    ring: ({ callSid, identity, parameters }, events) => {
      if (absent.has(identity)) return null;
      const client: RingingClient = {
        ...{ callSid, identity, parameters, events },
        frames: [],
        isOver: false,
      };
      rings.push(client);
      return {
        play: (frame) => client.frames.push(frame),
        hangUp: () => {
          client.isOver = true;
        },
      };
    },
  };
  const last = (identity: string) => {
    const client = rings.findLast((known) => known.identity === identity && !known.isOver);
    if (client === undefined) throw new Error(`Nothing rings for ${identity}.`);
    return client;
  };
  return {
    ...gateway,
    rings,
    /** No page of theirs is registered. */
    unregister: (identity: string) => {
      absent.add(identity);
    },
    ringsFor: (identity: string) =>
      rings.some((known) => known.identity === identity && !known.isOver),
    answer: (identity: string) => last(identity).events.onAnswer(),
    hangUp: (identity: string) => {
      const client = last(identity);
      client.isOver = true;
      client.events.onHangUp();
    },
  };
}
