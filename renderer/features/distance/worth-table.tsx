import type { Calibration } from '#src/distance';
import { useFormat, useMessages } from '../../i18n/messages.tsx';

type Measured = Calibration['whole'];

/** How often the level is the one of a longer questionnaire: for all, by age, and for fixed forms. */
export function WorthTable({ calibration }: { readonly calibration: Calibration }) {
  const { call, distance } = useMessages();
  const format = useFormat();
  const { survey, whole, byAge, fixedForms } = calibration;
  const country = new Intl.DisplayNames(format.locale, { type: 'region' }).of(survey.country);
  const people = format.number(whole.people);
  return (
    <div className="level-page-text">
      <p>{distance.measured(people)}</p>
      <div className="level-worth-scroll">
        <table className="level-worth">
          <thead>
            <tr>
              <th scope="col">{distance.who}</th>
              <th scope="col">{distance.people}</th>
              <th scope="col">{distance.sameLevel}</th>
              <th scope="col">{distance.kappa}</th>
              <th scope="col">{distance.asked}</th>
            </tr>
          </thead>
          <tbody>
            <Row name={distance.everybody} measured={whole} />
            {byAge.map(({ from, to, ...measured }) => (
              <Row key={from} name={distance.ages(from, to)} measured={measured} />
            ))}
          </tbody>
          <tbody>
            {fixedForms.map(({ questions, ...measured }) => (
              <Row
                key={questions.length}
                name={distance.fixed(questions.length)}
                measured={measured}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className="small quiet">{distance.kappaMeans}</p>
      <p className="small quiet">{distance.farApart(format.number(whole.farApart), people)}</p>
      <p className="small quiet">
        {distance.source(survey.name, format.list(survey.years.map(String)))}{' '}
        <a href={survey.url} target="_blank" rel="noreferrer">
          {survey.publisher}
          <span className="visually-hidden">, {call.card.opensOutside}</span>
        </a>
        {` (${country}), ${survey.licence}.`}
      </p>
    </div>
  );
}

function Row({ name, measured }: { readonly name: string; readonly measured: Measured }) {
  const format = useFormat();
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{format.number(measured.people)}</td>
      <td>{format.percent(measured.accuracy)}</td>
      <td>{format.number(Math.round(measured.kappa * 100) / 100)}</td>
      <td>{format.number(Math.round(measured.meanQuestions * 10) / 10)}</td>
    </tr>
  );
}
