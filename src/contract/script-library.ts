import { z } from 'zod';
import { id, instant, sha256, shortText } from './values.ts';

/**
 * Where a version of a script is in its life (SC-40): new calls begin on the one that is `published`; those of before
 * that calls still run are `finalizing`, and `archived` once the last of these is closed.
 */
export const versionStates = ['published', 'finalizing', 'archived'] as const;

/** A version of a script. It never changes. */
export const scriptVersionView = z.strictObject({
  hash: sha256,
  version: z.string(),
  state: z.enum(versionStates),
  publishedAt: instant,
  /** Who published it, by name; `null`: it ships with the program. */
  author: z.string().nullable(),
  /** Why, in their words; `null`: it ships with the program. */
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

/** A script of the installation: its versions, newest first, and the draft of the next one. */
export const scriptEntry = z.strictObject({
  id: z.string(),
  title: z.string(),
  versions: z.array(scriptVersionView),
  draft: draftFacts.nullable(),
  /** The lines that run it. */
  lines: z.array(z.strictObject({ id, name: z.string() })),
});
export type ScriptEntry = z.infer<typeof scriptEntry>;

/** GET /api/scripts: every script, and every line that could run one. */
export const scriptLibrary = z.strictObject({
  scripts: z.array(scriptEntry),
  lines: z.array(z.strictObject({ id, name: z.string(), scriptId: z.string() })),
});
export type ScriptLibrary = z.infer<typeof scriptLibrary>;

/** GET /api/scripts/:id/workshop: all that editing a script needs. */
export const scriptWorkshop = z.strictObject({
  entry: scriptEntry,
  /** The published version's document, for parseScript; `null` where there is none. */
  published: z.unknown(),
  /** The draft's, which may not be sound yet; `null` where there is none. */
  draft: z.unknown(),
  /** The published documents of all scripts, for those that run one another. */
  library: z.array(z.unknown()),
  /** Each for parseDistanceModel. */
  models: z.array(z.unknown()),
  /** Each for parseSolutionCard. */
  cards: z.array(z.unknown()),
});
export type ScriptWorkshop = z.infer<typeof scriptWorkshop>;

const scriptId = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/);

/** POST /api/scripts/:id/draft: saves the draft; the first saving makes it, and the script where it is new. */
export const draftRequest = z.strictObject({
  /** The revision that was read; 0: there was no draft. Another one now there is refused (`draft-changed`). */
  revision: z.int().nonnegative(),
  base: sha256.nullable(),
  /** A JSON object whose `id` is the script's. It need not be sound. */
  document: z.looseObject({ id: scriptId }),
});
export type DraftRequest = z.infer<typeof draftRequest>;
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
  /** Calls that were looked at; their days. */
  calls: z.int().nonnegative(),
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

/** POST /api/lines/:id/script: the script that new calls on the line run. */
export const lineScriptRequest = z.strictObject({ scriptId });
