export * from './calendar-event.ts';
export * from './compose.ts';
export * from './facts.ts';
export * from './languages.ts';
export * from './planned.ts';
export * from './sms.ts';
export * from './sms-reach.ts';
export * from './translations.ts';
