import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { WayElsewhere } from '#src/booking';
import { hoursPlaceOf } from '#src/hours';
import type { Venue } from '#src/venues';
import { useRdvDraft } from '../../follow/use-rdv-draft.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { instantAt } from '../../search/clock-time.ts';
import { useDesk } from '../../storage/desk.tsx';
import { announce } from '../../ui/announcer.tsx';
import type { DraftHandle, OrientationDraft } from './draft.ts';
import type { Referral } from './use-referral.ts';

type Agreed = OrientationDraft['agreed'];

export type BookingElsewhere = {
  readonly way: WayElsewhere;
  /** Whether the hub makes a draft there; else the adviser opens the page and notes what was agreed. */
  readonly isDrafted: boolean;
  readonly agreed: Agreed;
  readonly changeAgreed: (part: Partial<Agreed>) => void;
  /** A new object each time that it is tried. */
  readonly problem: { readonly isMissing: boolean };
  readonly isPending: boolean;
  /** Makes the draft and opens it, or notes what was agreed. */
  readonly doIt: () => Promise<void>;
};

/** Sending somebody to a venue whose appointments somebody else keeps; `null` at any other. */
export function useBookingElsewhere(props: {
  readonly callId: string;
  readonly way: WayElsewhere | null;
  readonly venue: Venue;
  readonly handle: DraftHandle;
  readonly referral: Referral;
}): BookingElsewhere | null {
  const { act, session } = useDesk();
  const { bookingWay: words } = useMessages();
  const { callId, way, venue, handle, referral } = props;
  const { agreed } = handle.draft;
  const [problem, setProblem] = useState({ isMissing: false });
  const [isPending, setPending] = useState(false);
  const draft = useRdvDraft();
  if (way === null) return null;
  const isDrafted = way === 'rdv-service-public' && session.rdvServicePublic;
  const sent = () => ({ referralId: uuidv7(), callId, venueId: venue.id });

  const plan = async () => {
    if (!(await referral.identify())) return;
    const wanted = sent();
    const receipt = await act('referral.plan', wanted, { tellsRefusal: true });
    const result = await receipt.acknowledged();
    if (result.status !== 'refused') await draft.open(wanted.referralId);
  };

  const agree = async () => {
    const start = startOf(agreed, venue);
    const said = agreed.words.trim();
    const isMissing = start === null && said === '';
    setProblem({ isMissing });
    if (isMissing || !(await referral.identify())) return;
    await act('referral.agree', { ...sent(), start, words: said });
    announce(words.noted(venue.name));
    await referral.goOn();
  };

  return {
    way,
    isDrafted,
    agreed,
    changeAgreed: (part) => handle.change({ agreed: { ...agreed, ...part } }),
    problem,
    isPending,
    doIt: async () => {
      setPending(true);
      await (isDrafted ? plan() : agree());
      setPending(false);
    },
  };
}

/** The time agreed on, on the venue's clock; `null` while a part of it is missing. */
function startOf({ day, time }: Agreed, venue: Venue): string | null {
  if (day === '' || time === '') return null;
  return instantAt({ day, time }, hoursPlaceOf(venue.communeCode, venue.postcode).zone);
}
