/** What a person is on the line. One role an account; `anonymous` is nobody signed in. */
export const roles = ['adviser', 'mediator', 'supervisor', 'authority', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** Who asks. Scopes are closed lists: an empty list of territories reaches none. */
export type Actor =
  | { readonly role: 'anonymous' }
  | {
      readonly role: Role;
      readonly accountId: string;
      /** Territories that the account works for; `'all'` for the whole installation. */
      readonly territories: readonly string[] | 'all';
      /** The venue of a mediator; `null` for every other role. */
      readonly venueId: string | null;
    };
