/** Whether an adviser takes calls now. `busy` is never chosen: the hub says it while a call is held. */
export const presences = ['available', 'pause', 'off'] as const;
export type Presence = (typeof presences)[number];
