import { type ReactNode, useMemo, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { DiaryView } from '#src/contract';
import { useMessages } from '../../i18n/messages.tsx';
import { useDesk, useEntities } from '../../storage/desk.tsx';
import { type Draft, useDraft } from '../../storage/draft.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { EmptyState, LoadingState } from '../../ui/states.tsx';
import { BookingRules } from './booking-rules.tsx';
import { CalendarFeed } from './calendar-feed.tsx';
import { DaysApart } from './days-apart.tsx';
import { type DiaryDraft, diaryDraft, draftOf, isWhole, rulesOf } from './diary-draft.ts';
import { KindList } from './kind-list.tsx';
import { WeekRanges } from './week-ranges.tsx';
import './availability.css';

/** When and for what advisers may book at the mediator's venue: in its own diary, or in the mediator's. */
export function AvailabilityPage() {
  const { account } = useDesk().session;
  const { app } = useMessages();
  const diaries = useEntities('diary');
  const [chosen, setChosen] = useState<DiaryOwner | null>(null);
  const { venueId } = account;
  if (diaries === undefined) return <LoadingState />;
  if (venueId === null) return <EmptyState title={app.noFeature} />;
  const own = diaries.find(({ mediator }) => mediator?.id === account.id) ?? null;
  const shared = diaries.find((one) => one.venueId === venueId && one.mediator === null) ?? null;
  const owner = chosen ?? (own !== null && shared === null ? 'mediator' : 'venue');
  const diary = owner === 'mediator' ? own : shared;
  const mediatorId = owner === 'mediator' ? account.id : null;
  return (
    <KeptDiary
      key={owner}
      {...{ diary, venueId, mediatorId }}
      owner={<OwnerChoice owner={owner} onChange={setChosen} />}
    />
  );
}

const owners = ['venue', 'mediator'] as const;
type DiaryOwner = (typeof owners)[number];

function OwnerChoice(props: {
  readonly owner: DiaryOwner;
  readonly onChange: (owner: DiaryOwner) => void;
}) {
  const { availability } = useMessages();
  return (
    <Select
      label={availability.diary}
      options={owners.map((id) => ({ id, label: availability.owners[id] }))}
      value={props.owner}
      onChange={props.onChange}
    />
  );
}

type EditedDiary = {
  readonly diary: DiaryView | null;
  readonly venueId: string;
  readonly mediatorId: string | null;
  readonly owner: ReactNode;
};

/** What is edited and not saved yet is kept on this desk. */
function KeptDiary(props: EditedDiary) {
  const draft = useDraft(`diary:${props.mediatorId ?? props.venueId}`, diaryDraft);
  return draft === undefined ? <LoadingState /> : <DiaryEditor {...props} draft={draft} />;
}

function DiaryEditor(props: EditedDiary & { readonly draft: Draft<DiaryDraft> }) {
  const { availability, referrals: words } = useMessages();
  const { act } = useDesk();
  const { diary, venueId, mediatorId, draft } = props;
  const saved = useMemo(
    () => draftOf(diary, availability.firstKind, uuidv7),
    [diary, availability.firstKind],
  );
  const edited = draft.value ?? saved;
  const change = (edit: (before: DiaryDraft) => DiaryDraft) =>
    void draft.write((before) => edit(before ?? saved));
  const part = (changed: Partial<DiaryDraft>) => change((before) => ({ ...before, ...changed }));

  function save() {
    if (!isWhole(edited)) return;
    const { kinds, ranges, exceptions, absences, ...rest } = rulesOf(edited);
    void act('diary.set', {
      diaryId: diary?.id ?? uuidv7(),
      venueId,
      mediatorId,
      ...rest,
      kinds: kinds.map(({ where, ...kind }) => ({ ...kind, where: [...where] })),
      ranges: [...ranges],
      exceptions: [...exceptions],
      absences: [...absences],
    });
    void draft.forget();
    announce(words.availabilitySaved);
  }

  return (
    <div className="availability">
      <header className="availability-head">
        <div>
          <h1>{words.availabilityTitle}</h1>
          <p className="quiet">{words.availabilityHelp}</p>
        </div>
        {props.owner}
        {draft.value === null ? null : (
          <Button variant="quiet" icon="undo" onPress={() => void draft.forget()}>
            {availability.giveUp}
          </Button>
        )}
        <div className="availability-save">
          <Button
            variant="primary"
            size="call"
            icon="check"
            shortcut="Ctrl+Enter"
            isDisabled={!isWhole(edited)}
            onPress={save}
          >
            {words.save}
          </Button>
          {isWhole(edited) ? null : <p className="small warn">{availability.incomplete}</p>}
        </div>
      </header>
      <WeekRanges
        kinds={edited.kinds}
        ranges={edited.ranges}
        zone={diary?.zone ?? null}
        onChange={(ranges) => part({ ranges: [...ranges] })}
      />
      <div className="availability-side">
        <KindList draft={edited} onChange={change} />
        <DaysApart diary={diary} draft={edited} onChange={part} />
        <BookingRules draft={edited} onChange={part} />
        <CalendarFeed />
      </div>
    </div>
  );
}
