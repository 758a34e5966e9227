export * from './call.machine.ts';
export * from './call.ts';
