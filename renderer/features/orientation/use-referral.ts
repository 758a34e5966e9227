import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { isOver } from '#src/calls';
import type { PhoneRegion } from '#src/kernel';
import type { CompiledScript, ScriptRun } from '#src/script';
import type { Venue } from '#src/venues';
import { readWritten, type Written, type WrittenProblems } from '../../follow/written.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { type LocalCall, useDesk } from '../../storage/desk.tsx';
import { announce } from '../../ui/announcer.tsx';
import type { DraftHandle } from './draft.ts';
import { type People, type PeopleProblems, readPeople, withAddresses } from './person.ts';
import { orientationOptions, orientationStep } from './referring.ts';
import { writtenWishes } from './request-form.tsx';
import type { Hold } from './use-hold.ts';

/** The acts that end an orientation, each with the answer that it gives to the script. */
export type Referral = {
  readonly problems: PeopleProblems;
  readonly wishProblem: { readonly isMissing: boolean };
  readonly writtenProblems: WrittenProblems;
  /** Whether somebody is named: as the call has it, or as typed here, which is then saved. */
  readonly identify: () => Promise<boolean>;
  readonly book: (told: string) => Promise<void>;
  readonly request: () => Promise<void>;
  readonly decline: (option: string) => Promise<void>;
  /** The answer that somebody is expected, then back to the script. */
  readonly goOn: () => Promise<void>;
};

export function useReferral(props: {
  readonly local: LocalCall;
  readonly script: CompiledScript;
  readonly run: ScriptRun;
  readonly venue: Venue;
  readonly region: PhoneRegion;
  readonly handle: DraftHandle;
  readonly hold: Hold;
  readonly written: Written;
  readonly onDone: () => void;
}): Referral {
  const { act } = useDesk();
  const { orientation } = useMessages();
  const { local, script, run, venue, handle, hold } = props;
  const { draft, forget } = handle;
  const callId = local.call.id;
  const [problems, setProblems] = useState<PeopleProblems>({});
  const [writtenProblems, setWrittenProblems] = useState<WrittenProblems>({});
  const [wishProblem, setWishProblem] = useState({ isMissing: false });

  /** Who is helped, and who phoned: as the call has them, or as typed here; `null` where something is to be corrected. */
  const namedPeople = (): People | null => {
    if (local.caller !== null) return { caller: local.caller, beneficiary: local.beneficiary };
    const read = readPeople(draft, {
      isForOther: run.facts.beneficiary === 'other',
      number: local.call.number,
      region: props.region,
      newId: uuidv7,
    });
    setProblems(read.ok ? {} : read.error);
    return read.ok ? read.value : null;
  };

  /** Whether somebody is named, and it is known how to write to them: what is new of it is saved. */
  const identify = async (): Promise<boolean> => {
    const people = namedPeople();
    const writing = readWritten(props.written);
    setWrittenProblems(writing.ok ? {} : writing.error);
    if (people === null || !writing.ok) return false;
    const { choice, addresses } = writing.value;
    const known = withAddresses(people, addresses);
    if (known !== people || local.caller === null) {
      await act('people.identify', { callId, ...known });
    }
    await act('message.choose', { callId, ...choice });
    return true;
  };

  const answer = async (option: string | null) => {
    const question = orientationStep(script, run);
    // BO-95: the script of a call that was closed is over; what it recorded stays.
    if (question !== null && option !== null && !isOver(local.call.state)) {
      await act('answer.record', { callId, question: question.id, value: option });
    }
    await forget();
    props.onDone();
  };
  const goOn = () => answer(orientationOptions(script, local.answers, run).referring?.id ?? null);

  return {
    problems,
    wishProblem,
    writtenProblems,
    identify,
    goOn,
    book: async (told) => {
      const { slot } = draft;
      if (slot === null || !(await identify())) return;
      const receipt = await act(
        'referral.book',
        { referralId: uuidv7(), callId, bookingId: slot.bookingId },
        { tellsRefusal: true },
      );
      const result = await receipt.acknowledged();
      if (result.status === 'refused') return;
      announce(orientation.done.booked(told, venue.name));
      await goOn();
    },
    request: async () => {
      const wishes = writtenWishes(draft.wishes);
      setWishProblem({ isMissing: wishes.length === 0 });
      if (wishes.length === 0 || !(await identify())) return;
      await hold.release();
      await act('referral.request', {
        referralId: uuidv7(),
        callId,
        venueId: venue.id,
        wishes: [...wishes],
      });
      announce(orientation.done.requested(venue.name));
      await goOn();
    },
    decline: async (option) => {
      await hold.release();
      await answer(option);
    },
  };
}
