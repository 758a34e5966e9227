import type { QualityGroup } from '#src/venues';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import {
  fieldWord,
  messageToProducer,
  problemKinds,
  reasonWords,
  shortfallWords,
} from './group-words.ts';
import { findingsPath, type ReportRow } from './report-rows.ts';

/** What is wrong with one producer's records in one département, and what to send them. */
export function GroupDetail(props: {
  readonly setId: string;
  readonly origin: string;
  readonly row: ReportRow;
}) {
  const { quality } = useMessages().venueData;
  const format = useFormat();
  const { group, departement } = props.row;
  const summary = shortfallWords(group, quality, format);
  const name = quality.messageFirst(
    group.source ?? quality.noSource,
    departement ?? quality.noDepartement,
    props.origin,
  );
  const copy = async () => {
    const text = messageToProducer(group, name, quality, format);
    const copied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    announce(copied ? quality.copied : quality.copyFailed);
  };
  return (
    <div className="report-group">
      <section aria-label={quality.summary}>
        <h2>{quality.summary}</h2>
        {summary.length === 0 && group.problems.length === 0 ? <p>{quality.nothing}</p> : null}
        <ul className="report-summary">
          {summary.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <div className="actions">
          <a className="button" href={findingsPath(props.setId, group)} download>
            <Icon name="download" />
            {quality.download}
          </a>
          <Button icon="copy" onPress={() => void copy()}>
            {quality.copy}
          </Button>
        </div>
      </section>
      <div className="report-kinds">
        {problemKinds.map((kind) => (
          <Problems
            key={kind}
            title={quality.kinds[kind]}
            problems={group.problems.filter((problem) => problem.kind === kind)}
          />
        ))}
      </div>
    </div>
  );
}

function Problems(props: { readonly title: string; readonly problems: QualityGroup['problems'] }) {
  const { quality } = useMessages().venueData;
  const format = useFormat();
  if (props.problems.length === 0) return null;
  return (
    <section aria-label={props.title}>
      <h2>{props.title}</h2>
      <table className="report-problems">
        <thead>
          <tr>
            <th scope="col">{quality.times}</th>
            <th scope="col">{quality.field}</th>
            <th scope="col">{quality.what}</th>
          </tr>
        </thead>
        <tbody>
          {props.problems.map((problem) => (
            <tr key={`${problem.field} ${problem.reason}`}>
              <td>{format.number(problem.count)}</td>
              <th scope="row">{fieldWord(problem, quality)}</th>
              <td>{reasonWords(problem, quality)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
