import { html } from 'hono/html';
import { mostProposedTimes, type RefusalReason, refusalReasons } from '#src/booking';
import type { PersonDetails } from '#src/contract';
import { pageWords } from '#src/messages';
import { type Html, page } from './page.ts';

type Line = { readonly name: string; readonly number: string | null };

/** What a venue without account reads before it answers: what it needs to decide, and nobody's name. */
export type VenueRequest = {
  readonly line: Line;
  readonly venueName: string;
  /** Who it is, for somebody on the telephone with the line. */
  readonly initials: string;
  /** The appointment on the venue's clock, as it is said; `null` where a time is asked for. */
  readonly when: string | null;
  /** The times wished, in the person's words. */
  readonly wishes: readonly string[];
  /** What the person needs, the finest word first. */
  readonly needs: readonly string[];
};

/** What went wrong with what was just sent. */
export type VenueNotice = 'wrong-time' | 'time-taken' | 'reason-missing' | null;

const notices: Readonly<Record<Exclude<VenueNotice, null>, string>> = {
  'wrong-time': 'Cette heure n’a pas été comprise, ou elle est passée. Rien n’a été envoyé.',
  'time-taken': 'Cette heure est déjà prise dans votre agenda. Rien n’a été envoyé.',
  'reason-missing': 'Choisissez une raison. Rien n’a été envoyé.',
};

const reasons: Readonly<Record<RefusalReason, string>> = {
  full: 'Nous n’avons plus de place à cette date',
  'not-our-service': 'Nous ne proposons pas cette aide',
  'too-far': 'C’est trop loin pour la personne',
  'closed-that-day': 'Nous sommes fermés ce jour-là',
  other: 'Une autre raison',
};

/** BO-50: what a program that reads mail ahead of people sees: that there is a request, and no more. */
export function coverPage({ line, venueName }: Pick<VenueRequest, 'line' | 'venueName'>): Html {
  return frenchPage(
    line,
    'Une demande pour votre lieu',
    html`<p>${line.name} vous adresse une personne, pour un accompagnement à ${venueName}.</p>
<form method="post"><p><button name="act" value="open">Lire la demande</button></p></form>
<p class="quiet">Aucun compte n’est nécessaire. Votre réponse se donne à la page suivante.</p>
${call(line)}`,
  );
}

/** BO-51: what is asked of the venue, and three ways to answer. */
export function requestPage(request: VenueRequest, notice: VenueNotice): Html {
  const { line, venueName, when } = request;
  return frenchPage(
    line,
    `Une demande pour ${venueName}`,
    html`${notice === null ? '' : html`<p class="notice" role="alert">${notices[notice]}</p>`}
${facts(request)}
<form method="post"><p><button name="act" value="accept">${
      when === null ? 'Nous recevrons cette personne' : 'Nous la recevrons à cette heure'
    }</button></p></form>
${proposal(when, notice)}
${refusal(notice)}
<p class="quiet">Vous répondez une seule fois. Ensuite, pour changer quelque chose, téléphonez-nous.</p>
${call(line)}`,
  );
}

/** BO-51: who comes, once the venue will receive them. The page is not shown again. */
export function acceptedPage(
  request: VenueRequest,
  person: Pick<PersonDetails, 'name' | 'phone'> | null,
): Html {
  const { line, when } = request;
  return frenchPage(
    line,
    'Merci, c’est noté',
    html`<div class="done"><p>${
      when === null
        ? 'Téléphonez à la personne pour convenir d’une heure.'
        : 'Nous prévenons la personne.'
    } Imprimez ou notez ce qui suit${'\u00a0'}: cette page ne s’ouvre qu’une fois.</p></div>
<div class="panel"><dl>
${when === null ? '' : fact('Rendez-vous', when)}
${person === null ? '' : fact('Vous recevez', person.name)}
${person === null ? '' : fact('Son numéro', person.phone === null ? 'pas de numéro' : national(person.phone))}
${needs(request)}
</dl></div>
${call(line)}`,
  );
}

/** The venue said no, or another time. */
export function answeredPage(line: Line, answer: 'refused' | 'proposed'): Html {
  return frenchPage(
    line,
    'Merci, c’est noté',
    html`<p>${
      answer === 'refused'
        ? 'Nous cherchons un autre lieu pour cette personne. Vous n’avez rien d’autre à faire.'
        : 'Nous proposons ces heures à la personne. Vous saurez ce qu’elle choisit.'
    }</p>
${call(line)}`,
  );
}

/** BO-52: the link opens nothing: it never did, it expired, it served, it was revoked. `line` is known where there was a link. */
export function goneLinkPage(line: Line | null): Html {
  return frenchPage(
    line ?? { name: 'Aide numérique', number: null },
    'Ce lien ne sert plus',
    html`<p>Il a servi, il a expiré, ou il a été remplacé. Une réponse déjà donnée est bien arrivée.</p>
<p>Pour toute question, téléphonez-nous.</p>
${line?.number ? call(line) : html`<p>Le numéro à appeler est dans le message où se trouve ce lien.</p>`}`,
  );
}

/** Somebody asks too often. */
export function tooManyPage(): Html {
  return frenchPage(
    { name: 'Aide numérique', number: null },
    'Attendez une minute',
    html`<p>Cette page a été ouverte trop souvent. Attendez une minute, puis ouvrez-la de nouveau.</p>`,
  );
}

function frenchPage(line: Line, title: string, body: Html): Html {
  return page({
    title,
    from: line.name,
    language: 'fr',
    direction: 'ltr',
    body: html`<h1>${title}</h1>
${body}`,
  });
}

function facts(request: VenueRequest): Html {
  const { when, wishes, initials } = request;
  const asked = wishes.length === 0 ? 'pas d’heure demandée' : wishes.join(' ou ');
  return html`<div class="panel"><dl>
${when === null ? fact('Heures souhaitées', asked) : fact('Rendez-vous', when)}
${needs(request)}
${fact('Personne', initials)}
</dl>
<p class="quiet">Son nom et son numéro vous sont donnés si vous la recevez.</p></div>`;
}

function needs({ needs: said }: VenueRequest): Html | '' {
  if (said.length === 0) return '';
  return html`<dt>Ce qu’il lui faut</dt>${said.map((need) => html`<dd>${need}</dd>`)}`;
}

function fact(name: string, value: string): Html {
  return html`<dt>${name}</dt><dd>${value}</dd>`;
}

function proposal(when: string | null, notice: VenueNotice): Html {
  const isOpen = notice === 'wrong-time' || notice === 'time-taken';
  const rows = Array.from({ length: mostProposedTimes }, (_, index) => {
    const required = index === 0 ? html`required` : '';
    return html`<div class="times">
<label class="field">${index === 0 ? 'Jour' : `${index + 1}e jour (facultatif)`}<input type="date" name="day${index}" ${required}></label>
<label class="field">${index === 0 ? 'Heure' : `${index + 1}e heure (facultative)`}<input type="time" name="time${index}" ${required}></label>
</div>`;
  });
  return html`<details ${isOpen ? html`open` : ''}><summary>${when === null ? 'Proposer une heure' : 'Proposer une autre heure'}</summary>
<form method="post">
<fieldset><legend>Une à trois possibilités, à l’heure de votre lieu</legend>${rows}</fieldset>
<label class="field">Un mot à notre intention (facultatif)<textarea name="note" rows="2" maxlength="500"></textarea></label>
<button class="second" name="act" value="propose">Proposer</button>
</form></details>`;
}

function refusal(notice: VenueNotice): Html {
  return html`<details ${notice === 'reason-missing' ? html`open` : ''}><summary>Refuser</summary>
<form method="post">
<fieldset><legend>Pourquoi${'\u00a0'}?</legend>${refusalReasons.map(
    (reason) =>
      html`<label class="choice"><input type="radio" name="reason" value="${reason}" required><span>${reasons[reason]}</span></label>`,
  )}</fieldset>
<label class="field">Un mot à notre intention (facultatif)<textarea name="note" rows="2" maxlength="500"></textarea></label>
<button class="danger" name="act" value="refuse">Refuser</button>
</form></details>`;
}

function call({ number }: Line): Html | '' {
  return number === null
    ? ''
    : html`<p><a class="call" href="tel:${number}">Nous téléphoner <bdi>${national(number)}</bdi></a></p>`;
}

const { phone: national } = pageWords('fr');
