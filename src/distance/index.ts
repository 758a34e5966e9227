export * from './assess.ts';
export * from './explain.ts';
export * from './levels.ts';
export * from './model.ts';
export * from './score-line.ts';
