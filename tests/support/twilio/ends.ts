/** 20 milliseconds of voice: 160 samples, 8,000 a second. */
export type Frame = Int16Array;

/** What happens at an end that the network rang. */
export type EndEvents = {
  readonly onAnswer: () => void;
  /** It was refused, or hung up after it was answered. */
  readonly onHangUp: () => void;
  readonly onFrame: (frame: Frame) => void;
  /** The keys that were pressed there. */
  readonly onDigits?: (digits: string) => void;
};

/** What the network does to an end that it rang. */
export type RungEnd = {
  /** What is to be heard there. */
  readonly play: (frame: Frame) => void;
  /** The network ends it: it rings no longer, or is cut off. */
  readonly hangUp: () => void;
};

/** How the network reaches the softphones that are registered with it: the gateway of a real SDK, or a double of it. */
export type ClientGateway = {
  /** Rings where `identity` is registered; `null`: nowhere. `parameters` come along with the ring. */
  readonly ring: (
    call: {
      readonly callSid: string;
      readonly identity: string;
      readonly from: string;
      readonly parameters: Readonly<Record<string, string>>;
    },
    events: EndEvents,
  ) => RungEnd | null;
};
