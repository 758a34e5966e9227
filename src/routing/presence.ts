/** Whether an adviser takes calls, as they choose. That they are on a call is not said here: their call says it. */
export const chosenPresences = ['available', 'pause', 'training', 'off'] as const;
export type ChosenPresence = (typeof chosenPresences)[number];

/** What the hub says of them: beside what they choose, that they write up the call that is over. */
export const presences = ['available', 'pause', 'training', 'wrap-up', 'off'] as const;
export type Presence = (typeof presences)[number];
