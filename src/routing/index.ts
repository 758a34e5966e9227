export * from './choose-adviser.ts';
export * from './presence.ts';
