import { useParams } from 'wouter';
import { type LetterView, letterView, type MessageState } from '#src/contract';
import { departementOfCommune } from '#src/geography';
import { readHours, weekOf } from '#src/hours';
import { type LetterDays, letterText, letterWeek, type MessageLanguage } from '#src/messages';
import type { Venue } from '#src/venues';
import { useMessages } from '../../i18n/messages.tsx';
import { communesOf } from '../../map/outlines.ts';
import { useAnswer } from '../../search/use-answer.ts';
import { useRead } from '../../storage/use-read.ts';
import { useSet, valueIn } from '../../storage/use-set.ts';
import { Notice } from '../../ui/notice.tsx';
import { PrintButton, PrintPage } from '../../ui/print-page.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { LetterPaper } from './letter-paper.tsx';
import { drawPlan, type LetterPlan } from './letter-plan.ts';
import './letter.css';

/** /courrier/:messageId: a letter, to be printed and posted. */
export function LetterPage() {
  const { messageId = '' } = useParams();
  const { letter, failures } = useMessages();
  const { value, failure, readAgain } = useRead(
    `/api/messages/${encodeURIComponent(messageId)}/letter`,
    letterView,
  );
  if (value !== null) return <LetterDesk view={value} />;
  if (failure === null) return <LoadingState label={letter.loading} />;
  return (
    <div className="letter-missing">
      <h1>{letter.title}</h1>
      <ErrorState
        title={letter.notLoaded.title}
        safe={failures.apiErrors[failure.code]}
        next={letter.notLoaded.next}
        onRetry={readAgain}
      />
    </div>
  );
}

function LetterDesk({ view }: { readonly view: LetterView }) {
  const { letter } = useMessages();
  const { language, facts, to, venueId } = view;
  const isAtVenue = facts.meeting.way === 'venue' && view.kind !== 'cancelled';
  const asked = useAnswer('venue', isAtVenue ? venueId : null);
  const venue = isAtVenue && asked.state === 'ready' ? asked.value : null;
  const plan = usePlan(venue);
  // What is printed too early would send somebody away without hours or a plan.
  const isWhole = !isAtVenue || (asked.state !== 'loading' && plan !== 'loading');
  if (!isWhole) return <LoadingState label={letter.loading} />;
  return (
    <PrintPage
      title={letter.title}
      preview={letter.preview}
      tools={
        <>
          {isTakenBack(view.state) ? (
            <Notice
              tone="warning"
              title={letter.takenBack.title}
              safe={letter.takenBack.why}
              next={letter.takenBack.next}
            />
          ) : null}
          <p>{letter.envelope}</p>
          <PrintButton />
        </>
      }
    >
      <LetterPaper
        text={letterText(view)}
        to={to}
        landmark={venue?.addressComplement ?? null}
        week={venue === null ? null : weekIn(venue, language)}
        plan={plan === 'loading' ? null : plan}
        isAtVenue={isAtVenue}
      />
    </PrintPage>
  );
}

/** ME-33: it may still be opened, and must not be posted without a word. */
function isTakenBack(state: MessageState): boolean {
  return state === 'superseded' || state === 'cancelled';
}

/** ME-16: no plan of a place whose position or commune is doubtful. */
function usePlan(venue: Venue | null): LetterPlan | 'loading' | null {
  const place = venue === null ? null : placeOf(venue);
  const contours = useSet(
    place === null ? null : communesOf(departementOfCommune(place.communeCode)),
  );
  if (place === null) return null;
  if (contours.state === 'loading') return 'loading';
  const known = valueIn(contours);
  return known === null ? null : drawPlan(known, place.communeCode, place.position);
}

function placeOf({ communeCode, position, doubts }: Venue) {
  const isDoubtful = doubts.includes('position-doubtful') || doubts.includes('commune-doubtful');
  return isDoubtful || communeCode === null || position === null ? null : { communeCode, position };
}

/** The usual week; `null` where there is none that is certain. */
function weekIn({ hoursText }: Venue, language: MessageLanguage): readonly LetterDays[] | null {
  if (hoursText === null) return null;
  const hours = readHours(hoursText);
  const usual = weekOf(hours);
  return hours.trusted && usual.understood && usual.week.length > 0
    ? letterWeek(usual.week, language)
    : null;
}
