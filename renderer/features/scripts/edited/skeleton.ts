import type { EditedScript } from './edited-script.ts';

/** What the smallest script says. */
type SkeletonWords = {
  readonly welcome: string;
  readonly closing: string;
  readonly hello: string;
  readonly helloSay: string;
  readonly listened: string;
  readonly goodbye: string;
  readonly goodbyeSay: string;
};

/** A sound script to begin with: a greeting, and an end. */
export function skeleton(id: string, title: string, words: SkeletonWords): EditedScript {
  return {
    format: 'aiguillage-script/1',
    id,
    version: '1.0.0',
    language: 'fr',
    title,
    start: 'greeting',
    sections: [
      { id: 'welcome', title: words.welcome },
      { id: 'closing', title: words.closing },
    ],
    nodes: {
      greeting: {
        type: 'instruction',
        section: 'welcome',
        title: words.hello,
        say: words.helloSay,
        label: words.listened,
        next: 'goodbye',
      },
      goodbye: {
        type: 'outcome',
        section: 'closing',
        title: words.goodbye,
        say: words.goodbyeSay,
        result: 'solved',
      },
    },
  };
}

/** Another script's document as the first draft of a new one: its nodes keep their ids, its life begins anew. */
export function copyOf(script: EditedScript, id: string, title: string): EditedScript {
  return { ...withoutLinked(script), id, title, version: '1.0.0' };
}

/** Without the scripts that it carries once it is linked: publishing links it anew. */
export function withoutLinked(script: EditedScript): EditedScript {
  const { scripts: _linked, ...alone } = script;
  return alone;
}
