export * from './choose-adviser.ts';
export * from './line-rules.ts';
export * from './presence.ts';
