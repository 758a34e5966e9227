import type { MigrationFailure } from '../hub/storage/migrate.ts';

/** Why a database is left as it is, as a sentence for the operator. */
export function describeMigrationFailure({ code, name }: MigrationFailure): string {
  switch (code) {
    case 'migration-changed':
      return `La migration ${name} a changé depuis qu'elle a été appliquée.`;
    case 'migration-unknown':
      return `La base vient d'une version plus récente du programme (migration ${name}).`;
  }
}
