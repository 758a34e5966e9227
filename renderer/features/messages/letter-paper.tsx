import { type LetterDays, type LetterText, letterLabels } from '#src/messages';
import type { LetterPlan } from './letter-plan.ts';
import { LetterPlanFigure } from './letter-plan-figure.tsx';

/** ME-14: one page of A4, as it is printed. */
export function LetterPaper(props: {
  readonly text: LetterText;
  /** Name and postal address, a line each. */
  readonly to: string;
  /** What the venue's record says that helps to find it. */
  readonly landmark: string | null;
  /** `null` where the hours are not known for certain. */
  readonly week: readonly LetterDays[] | null;
  /** `null` where there is nothing to draw. */
  readonly plan: LetterPlan | null;
  /** Whether somebody has to come: only then are the way and the hours said. */
  readonly isAtVenue: boolean;
}) {
  const { text, to, landmark } = props;
  // Who has several times to choose from is told the way and the hours once they have chosen: there is no room for both.
  const isComing = props.isAtVenue && text.appointment?.when.length === 1;
  const labels = letterLabels(text.language);
  return (
    <article className="letter" lang={text.language} dir={text.direction}>
      {/* Whatever the language, the window of the envelope is on the right. */}
      <header className="letter-head" dir="ltr">
        <div className="letter-from">
          <p>{text.line}</p>
          <p className="letter-number">{text.phone}</p>
          <h2 dir={text.direction}>{text.subject}</h2>
        </div>
        <p className="letter-to" lang="fr">
          {to}
        </p>
      </header>
      {text.opening === null ? null : <p>{text.opening}</p>}
      {text.appointment === null ? null : (
        <dl className="letter-appointment">
          <dt>{text.appointment.whenLabel}</dt>
          <dd className="letter-when">
            {text.appointment.when.map((time) => (
              <p key={time}>{time}</p>
            ))}
            {text.appointment.yourClock === null ? null : (
              <span className="letter-aside">{text.appointment.yourClock}</span>
            )}
          </dd>
          <dt>{text.appointment.whereLabel}</dt>
          <dd>
            {text.appointment.where.map((sentence, place) => (
              <p key={sentence} className={place === 0 ? 'letter-where' : undefined}>
                {sentence}
              </p>
            ))}
            {landmark === null ? null : (
              <p lang="fr" dir="ltr">
                {landmark}
              </p>
            )}
            {text.appointment.bring === null ? null : <p>{text.appointment.bring}</p>}
          </dd>
        </dl>
      )}
      {isComing ? (
        <div className="letter-coming">
          {props.plan === null ? null : <LetterPlanFigure plan={props.plan} labels={labels} />}
          <section>
            <h3>{labels.hours}</h3>
            {props.week === null ? (
              <p>{labels.hoursUnknown}</p>
            ) : (
              props.week.map(({ days, hours }) => (
                <p key={days}>
                  <strong>{days}</strong> {hours}
                </p>
              ))
            )}
          </section>
        </div>
      ) : null}
      <section className="letter-next">
        <h3>{text.nextLabel}</h3>
        {text.next.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </section>
      {text.french.length === 0 ? null : (
        <section className="letter-french" lang="fr" dir="ltr">
          <h3>En français</h3>
          <p>{text.french.join(' ')}</p>
        </section>
      )}
    </article>
  );
}
