import { z } from 'zod';
import ar from '../../data/messages/pages/ar.json' with { type: 'json' };
import en from '../../data/messages/pages/en.json' with { type: 'json' };
import fa from '../../data/messages/pages/fa.json' with { type: 'json' };
import fr from '../../data/messages/pages/fr.json' with { type: 'json' };
import ps from '../../data/messages/pages/ps.json' with { type: 'json' };
import ru from '../../data/messages/pages/ru.json' with { type: 'json' };
import ti from '../../data/messages/pages/ti.json' with { type: 'json' };
import uk from '../../data/messages/pages/uk.json' with { type: 'json' };
import type { MessageLanguage } from './languages.ts';

/** A sentence that nothing is filled into. */
const whole = z
  .string()
  .regex(/^[^{}]*[^{}\s][^{}]*$/)
  .max(300);
/** A sentence with one thing filled into it. */
const having = (name: string) =>
  z
    .string()
    .regex(new RegExp(`^[^{}]*\\{${name}\\}[^{}]*$`))
    .max(300);

const pageTexts = z.strictObject({
  title: whole,
  noted: whole,
  request: z.strictObject({ title: whole, waiting: having('name') }),
  proposal: z.strictObject({ title: whole, choose: whole, do: whole, decline: whole }),
  offer: z.strictObject({
    title: whole,
    keptUntil: having('until'),
    accept: whole,
    decline: whole,
  }),
  move: z.strictObject({ title: whole, choose: whole, do: whole, none: whole, taken: whole }),
  cancel: z.strictObject({
    title: whole,
    why: whole,
    do: whole,
    unsaid: whole,
    'cannot-come': whole,
    'needs-no-more': whole,
    'helped-elsewhere': whole,
  }),
  over: z.strictObject({ cancelled: whole, refused: whole, again: whole }),
  tooLate: whole,
  failed: whole,
  call: whole,
  callLine: whole,
});
/** What the page says on which a person looks at, moves or cancels an appointment (BO-53). */
export type PageTexts = Readonly<z.infer<typeof pageTexts>>;

const shipped: Readonly<Record<MessageLanguage, PageTexts>> = {
  fr: pageTexts.parse(fr),
  en: pageTexts.parse(en),
  ar: pageTexts.parse(ar),
  uk: pageTexts.parse(uk),
  ru: pageTexts.parse(ru),
  fa: pageTexts.parse(fa),
  ps: pageTexts.parse(ps),
  ti: pageTexts.parse(ti),
};

/** What ships in a language: `data/messages/pages/<language>.json`. A speaker signs it with the messages (ME-5). */
export function pageTextsOf(language: MessageLanguage): PageTexts {
  return shipped[language];
}
