export * from './agreement.ts';
export * from './assess.ts';
export * from './calibration.ts';
export * from './explain.ts';
export * from './fit.ts';
export * from './levels.ts';
export * from './model.ts';
export * from './score-line.ts';
