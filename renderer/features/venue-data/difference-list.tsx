import { type ReactNode, useState } from 'react';
import {
  differenceLimit,
  type VenueDifference,
  type VenueSetView,
  venueDifference,
} from '#src/contract';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { useRead } from '../../storage/use-read.ts';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { fieldWords } from './field-words.ts';

/** What a set would add, change and take away; each count opens to the names. */
export function DifferenceList({ set }: { readonly set: VenueSetView }) {
  const { venueData } = useMessages();
  const format = useFormat();
  const { difference } = set;
  if (difference === null) return <p>{venueData.first}</p>;
  const { added, changed, gone, withdrawn } = difference;
  if (added + changed + gone === 0) return <p>{venueData.noChange}</p>;
  const words = { added, changed, gone };
  return (
    <div className="venue-difference">
      <h3>{venueData.changes}</h3>
      {(['added', 'changed', 'gone'] as const).map((kind) => (
        <Names
          key={kind}
          setId={set.id}
          kind={kind}
          count={words[kind]}
          note={
            kind === 'gone' && withdrawn > 0
              ? venueData.withdrawn(format.number(withdrawn), withdrawn === 1)
              : null
          }
        />
      ))}
    </div>
  );
}

type Kind = keyof VenueDifference;

/** One kind of change: closed, its count; open, the venues. */
function Names(props: {
  readonly setId: string;
  readonly kind: Kind;
  readonly count: number;
  readonly note: string | null;
}) {
  const { venueData } = useMessages();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { kind, count, note } = props;
  const words = venueData[kind](format.number(count), count === 1);
  if (count === 0) return null;
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words}</summary>
      {note === null ? null : <p className="small">{note}</p>}
      {count <= differenceLimit ? null : (
        <p className="small quiet">
          {venueData.listed(format.number(differenceLimit), format.number(count))}
        </p>
      )}
      {isOpen ? <NameList setId={props.setId} kind={kind} label={words} /> : null}
    </details>
  );
}

function NameList(props: { readonly setId: string; readonly kind: Kind; readonly label: string }) {
  const { venueData, failures } = useMessages();
  const { value, failure, readAgain } = useRead(
    `/api/venue-data/${props.setId}/difference`,
    venueDifference,
  );
  if (failure !== null) {
    return (
      <ErrorState
        title={venueData.differenceFailed}
        next={failures.apiErrors[failure.code]}
        onRetry={readAgain}
      />
    );
  }
  if (value === null) return <LoadingState />;
  return (
    <section
      className="venue-difference-names"
      aria-label={props.label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys too.
      tabIndex={0}
    >
      <ul>{rows(props.kind, value)}</ul>
    </section>
  );
}

function rows(kind: Kind, difference: VenueDifference): ReactNode {
  switch (kind) {
    case 'added':
      return difference.added.map((venue) => <Name key={venue.id} {...venue} />);
    case 'changed':
      return difference.changed.map(({ fields, ...venue }) => (
        <Name key={venue.id} {...venue}>
          <ChangedFields fields={fields} />
        </Name>
      ));
    case 'gone':
      return difference.gone.map(({ withdrawnOn, ...venue }) => (
        <Name key={venue.id} {...venue}>
          {withdrawnOn === null ? null : <Withdrawn />}
        </Name>
      ));
  }
}

function Name(props: {
  readonly name: string;
  readonly commune: string;
  readonly children?: ReactNode;
}) {
  return (
    <li>
      <span>
        {props.name}, <span className="quiet">{props.commune}</span>
      </span>
      {props.children}
    </li>
  );
}

function ChangedFields({ fields }: { readonly fields: readonly string[] }) {
  const { venueData } = useMessages();
  const format = useFormat();
  return (
    <span className="small quiet">
      {format.list(fieldWords(fields, venueData.changedFields, venueData.otherField))}
    </span>
  );
}

function Withdrawn() {
  const { venueData } = useMessages();
  return <Tag>{venueData.kept}</Tag>;
}
