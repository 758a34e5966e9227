import { html } from 'hono/html';
import type { PersonDoor } from '#src/booking';
import type { Meeting, MessageLanguage, PageWords } from '#src/messages';
import { type Html, page } from './page.ts';

/** A time that may be chosen, by the value that its choice posts. */
export type OfferedTime = { readonly value: string; readonly start: string };

/** What the page has to say, and nothing of why the person comes. */
export type PersonPage = {
  readonly door: PersonDoor;
  readonly language: MessageLanguage;
  readonly line: { readonly name: string; readonly number: string | null };
  readonly meeting: Meeting;
  /** IANA zones: the venue's clock, and the person's. */
  readonly zone: string;
  readonly personZone: string;
  readonly appointment: { readonly start: string } | null;
  /** Times to move to, or those that the venue proposes. */
  readonly times: readonly OfferedTime[];
  /** An earlier time that is kept for the person, by the value that its answers post, and until when. */
  readonly offer: (OfferedTime & { readonly until: string }) | null;
  /** What became of what was just asked. */
  readonly notice: 'noted' | 'taken' | 'failed' | null;
};

/** Why somebody cancels, in the words that they would use. */
export const personReasons = ['cannot-come', 'needs-no-more', 'helped-elsewhere'] as const;

/** BO-53: when and where, another time, or not at all. */
export function personPage(shown: PersonPage, words: PageWords): Html {
  const title = titleOf(shown.door.door, words);
  return page({
    title,
    from: shown.line.name,
    language: shown.language,
    direction: words.direction,
    body: html`<h1>${title}</h1>
${notice(shown, words)}
${offer(shown, words)}
${main(shown, words)}
${call(shown.line, words)}`,
  });
}

function titleOf(door: PersonDoor['door'], { texts }: PageWords): string {
  switch (door) {
    case 'appointment':
    case 'cancelled':
    case 'refused':
    case 'gone':
      return texts.title;
    case 'request':
      return texts.request.title;
    case 'proposal':
      return texts.proposal.title;
  }
}

function notice({ notice: said }: PersonPage, { texts }: PageWords): Html | '' {
  switch (said) {
    case 'noted':
      return html`<p class="done" role="status">${texts.noted}</p>`;
    case 'taken':
      return html`<p class="notice" role="alert">${texts.move.taken}</p>`;
    case 'failed':
      return html`<p class="notice" role="alert">${texts.failed}</p>`;
    case null:
      return '';
  }
}

/** BO-77: an earlier time, to be taken or left. */
function offer({ offer: kept, zone }: PersonPage, words: PageWords): Html | '' {
  if (kept === null) return '';
  const { texts } = words;
  return html`<section class="panel"><h2>${texts.offer.title}</h2>
<p class="big">${words.when({ start: kept.start, zone })}</p>
<p>${words.keptUntil({ start: kept.until, zone })}</p>
<form method="post"><input type="hidden" name="offer" value="${kept.value}">
<p><button name="act" value="accept-offer">${texts.offer.accept}</button></p>
<button class="second" name="act" value="decline-offer">${texts.offer.decline}</button>
</form></section>`;
}

function main(shown: PersonPage, words: PageWords): Html {
  const { texts } = words;
  switch (shown.door.door) {
    case 'appointment':
      return html`${appointment(shown, words)}
${shown.door.mayChange ? html`${move(shown, words)}${cancel(words)}` : html`<p>${texts.tooLate}</p>`}`;
    case 'request':
      return html`<div class="panel"><p>${words.waiting(shown.meeting.name)}</p></div>
${cancel(words)}`;
    case 'proposal':
      return html`${appointment(shown, words)}${proposal(shown, words)}
${shown.door.mayCancel ? cancel(words) : html`<p>${texts.tooLate}</p>`}`;
    case 'cancelled':
      return html`<p class="big">${texts.over.cancelled}</p><p>${texts.over.again}</p>`;
    case 'refused':
      return html`<p>${texts.over.refused}</p>`;
    case 'gone':
      return html`<p>${texts.over.again}</p>`;
  }
}

function appointment(shown: PersonPage, words: PageWords): Html {
  const { appointment: at, zone, personZone, meeting } = shown;
  const where = words.where(meeting).map((said) => html`<p>${said}</p>`);
  if (at === null) return html`<div class="panel">${where}</div>`;
  const yours = words.yourWhen({ start: at.start, zone }, personZone);
  return html`<div class="panel">
<p class="big">${words.when({ start: at.start, zone })}</p>
${yours === null ? '' : html`<p>${yours}</p>`}
${where}
</div>`;
}

function move(shown: PersonPage, words: PageWords): Html {
  const { texts } = words;
  const isOpen = shown.notice === 'taken';
  return html`<details ${isOpen ? html`open` : ''}><summary>${texts.move.title}</summary>
${
  shown.times.length === 0
    ? html`<p>${texts.move.none}</p>`
    : html`<form method="post">
<fieldset><legend>${texts.move.choose}</legend>${choices(shown, words)}</fieldset>
<button name="act" value="move">${texts.move.do}</button>
</form>`
}
</details>`;
}

function proposal(shown: PersonPage, words: PageWords): Html {
  const { texts } = words;
  return html`<div class="panel">
<form method="post">
<fieldset><legend>${texts.proposal.choose}</legend>${choices(shown, words)}</fieldset>
<button name="act" value="choose">${texts.proposal.do}</button>
</form></div>
<form method="post"><p><button class="second" name="act" value="decline">${texts.proposal.decline}</button></p></form>`;
}

function choices({ times, zone }: PersonPage, words: PageWords): readonly Html[] {
  return times.map(
    ({ value, start }) =>
      html`<label class="choice"><input type="radio" name="time" value="${value}" required><span>${words.when({ start, zone })}</span></label>`,
  );
}

function cancel({ texts }: PageWords): Html {
  const reasons = personReasons.map(
    (reason) =>
      html`<label class="choice"><input type="radio" name="reason" value="${reason}"><span>${texts.cancel[reason]}</span></label>`,
  );
  return html`<details><summary>${texts.cancel.title}</summary>
<form method="post">
<fieldset><legend>${texts.cancel.why}</legend>${reasons}
<label class="choice"><input type="radio" name="reason" value="" checked><span>${texts.cancel.unsaid}</span></label></fieldset>
<button class="danger" name="act" value="cancel">${texts.cancel.do}</button>
</form></details>`;
}

function call({ number }: PersonPage['line'], { texts, phone }: PageWords): Html {
  return number === null
    ? html`<p>${texts.callLine}</p>`
    : html`<p><a class="call" href="tel:${number}">${texts.call} <bdi>${phone(number)}</bdi></a></p>`;
}
