export * from './hash.ts';
export * from './json.ts';
export * from './phone.ts';
export * from './result.ts';
export * from './text.ts';
