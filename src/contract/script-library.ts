import { z } from 'zod';
import { id, instant, sha256, shortText } from './values.ts';

/**
 * Where a version of a script is in its life (SC-40): new calls begin on the one that is `published`; those of before
 * that calls still run are `finalizing`, and `archived` once the last of these is closed. One that is `offered` came with
 * the program and never ran: what was written here stays published beside it.
 */
export const versionStates = ['published', 'finalizing', 'archived', 'offered'] as const;

/** A version of a script. It never changes. */
export const scriptVersionView = z.strictObject({
  hash: sha256,
  version: z.string(),
  state: z.enum(versionStates),
  /** `null` while it is only offered. */
  publishedAt: instant.nullable(),
  /** Who published it, by name; `null`: the program did, which it came with. */
  author: z.string().nullable(),
  /** Why, in their words; `null` where there is no author. */
  reason: z.string().nullable(),
  /** Calls on it whose record is not closed. */
  openCalls: z.int().nonnegative(),
});
export type ScriptVersionView = z.infer<typeof scriptVersionView>;

/** What is known of a draft without reading it. */
const draftFacts = z.strictObject({
  /** One more at each saving: who saves names the one that they read. */
  revision: z.int().positive(),
  savedAt: instant,
  savedBy: z.string(),
  /** The version that it began as a copy of; `null` for a script that was never published. */
  base: sha256.nullable(),
});

/** A script of the installation: its versions, the latest number first, and the draft of the next one. */
export const scriptEntry = z.strictObject({
  id: z.string(),
  title: z.string(),
  versions: z.array(scriptVersionView),
  draft: draftFacts.nullable(),
  /** The lines that run it, of those that the account may see. */
  lines: z.array(z.strictObject({ id, name: z.string() })),
  /**
   * The scripts whose published version runs this one (SC-46). One that is `isBehind` says what this one said before:
   * published again, it says what this one says now.
   */
  runBy: z.array(z.strictObject({ id: z.string(), title: z.string(), isBehind: z.boolean() })),
});
export type ScriptEntry = z.infer<typeof scriptEntry>;

/** GET /api/scripts: every script, and every line of the account's that could run one. */
export const scriptLibrary = z.strictObject({
  scripts: z.array(scriptEntry),
  lines: z.array(z.strictObject({ id, name: z.string(), scriptId: z.string() })),
});
export type ScriptLibrary = z.infer<typeof scriptLibrary>;

/** GET /api/scripts/:id/workshop: all that editing a script needs. */
export const scriptWorkshop = z.strictObject({
  entry: scriptEntry,
  /** The published version's document, linked, for parseScript; `null` where there is none. */
  published: z.unknown(),
  /** The draft's, not linked, which may not be sound yet; `null` where there is none. */
  draft: z.unknown(),
  /** The published documents of all scripts: linkScript takes from them what a script runs. */
  library: z.array(z.unknown()),
  /** Each for parseDistanceModel. */
  models: z.array(z.unknown()),
  /** Each for parseSolutionCard. */
  cards: z.array(z.unknown()),
});
export type ScriptWorkshop = z.infer<typeof scriptWorkshop>;

/** As `shortId` of scripts; `by-hash` is an address of its own. */
const scriptId = z.string().regex(/^(?!by-hash$)[a-z][a-z0-9-]{0,39}$/);

/** POST /api/scripts/:id/draft: saves the draft; the first saving makes it, and the script where it is new. */
export const draftRequest = z.strictObject({
  /** The revision that was read; 0: there was no draft. Another one now there is refused (`draft-changed`). */
  revision: z.int().nonnegative(),
  base: sha256.nullable(),
  /**
   * A JSON object whose `id` is the script's. It need not be sound, nor linked: `scripts` is left out of what is saved.
   * Deeper than 40, or with text that no database keeps (U+0000, half of an emoji), it is an `invalid-request`.
   */
  document: z.looseObject({ id: scriptId }),
});
/** What it answers. */
export const draftSaved = z.strictObject({ revision: z.int().positive(), savedAt: instant });

/** POST /api/scripts/:id/draft/discard */
export const draftDiscard = z.strictObject({ revision: z.int().positive() });

/** POST /api/scripts/:id/publish: makes the draft the version that new calls run. */
export const publishRequest = z.strictObject({
  revision: z.int().positive(),
  reason: shortText,
});
/** What it answers: the version that is now published, or why it is not. The draft is kept then. */
export const publishResult = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('published'), version: scriptVersionView }),
  z.strictObject({
    status: z.literal('refused'),
    /** `Finding`s of the checker. */
    findings: z.array(
      z.strictObject({
        severity: z.enum(['error', 'warning']),
        code: z.string(),
        node: z.string().nullable(),
        place: z.string(),
        message: z.string(),
      }),
    ),
  }),
]);
export type PublishResult = z.infer<typeof publishResult>;

/**
 * GET /api/scripts/:id/impact: what the draft would have made of past calls (SC-42). Closed calls that ran a version of
 * this script, the newest first, their answers followed on the draft. Nothing of them is changed.
 */
export const scriptImpact = z.strictObject({
  /** Calls that were looked at: 500 at most, of the last 365 days, in the account's territories. */
  calls: z.int().nonnegative(),
  /** When the first and the last of them were closed; `null` where there is none. */
  from: instant.nullable(),
  to: instant.nullable(),
  /** They end the same. */
  same: z.int().nonnegative(),
  /** They end at another outcome, or with another level, service or theme. */
  elsewhere: z.int().nonnegative(),
  /** A question that they were never asked would have come. */
  unfinished: z.int().nonnegative(),
  /** The questions at which ways part, most calls first. */
  partings: z.array(z.strictObject({ question: z.string(), calls: z.int().positive() })),
});
export type ScriptImpact = z.infer<typeof scriptImpact>;

/** POST /api/lines/:id/script: the script that new calls on the line run. It has a published version. */
export const lineScriptRequest = z.strictObject({ scriptId });
