export * from './call.machine.ts';
export * from './call.ts';
export * from './call-back.ts';
export * from './conversations.ts';
export * from './recorded.ts';
