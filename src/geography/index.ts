export * from './commune.ts';
export * from './commune-key.ts';
export * from './departement.ts';
export * from './departement-names.ts';
export * from './gazetteer.ts';
export * from './position.ts';
export * from './read-communes.ts';
export * from './territory.ts';
