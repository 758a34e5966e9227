import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { isOver } from '#src/calls';
import type { PhoneRegion } from '#src/kernel';
import type { CompiledScript, ScriptRun } from '#src/script';
import type { Venue } from '#src/venues';
import { useMessages } from '../../i18n/messages.tsx';
import { type LocalCall, useDesk } from '../../storage/desk.tsx';
import { announce } from '../../ui/announcer.tsx';
import type { DraftHandle } from './draft.ts';
import { type PeopleProblems, readPeople } from './person.ts';
import { orientationOptions, orientationStep } from './referring.ts';
import { writtenWishes } from './request-form.tsx';
import type { Hold } from './use-hold.ts';

/** The acts that end an orientation, each with the answer that it gives to the script. */
export type Referral = {
  readonly problems: PeopleProblems;
  readonly wishProblem: { readonly isMissing: boolean };
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
  readonly onDone: () => void;
}): Referral {
  const { act } = useDesk();
  const { orientation } = useMessages();
  const { local, script, run, venue, handle, hold } = props;
  const { draft, forget } = handle;
  const callId = local.call.id;
  const [problems, setProblems] = useState<PeopleProblems>({});
  const [wishProblem, setWishProblem] = useState({ isMissing: false });

  /** Whether somebody is named: as the call has it, or as typed here, which is then saved. */
  const identify = async (): Promise<boolean> => {
    if (local.caller !== null) return true;
    const read = readPeople(draft, {
      isForOther: run.facts.beneficiary === 'other',
      number: local.call.number,
      region: props.region,
      newId: uuidv7,
    });
    setProblems(read.ok ? {} : read.error);
    if (!read.ok) return false;
    await act('people.identify', { callId, ...read.value });
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
