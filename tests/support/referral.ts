import type { ReferralView } from '#src/contract';

/** A referral that waits for its venue's answer, but for what is given. */
export function referral(id: string, given: Partial<ReferralView>): ReferralView {
  return {
    id,
    callId: id,
    territoryId: 'territory',
    venueId: 'venue',
    venueName: 'France services',
    adviserId: 'adviser',
    adviserName: 'Lucie Rey',
    state: 'sent',
    appointment: null,
    wishes: [],
    summary: {
      person: { personId: id, name: id, phone: null, email: null, address: null },
      phonedBy: null,
      service: null,
      theme: null,
      level: null,
      fragile: false,
      override: null,
      explanation: null,
      distance: [],
      obstacles: [],
      wishes: [],
      communeCode: null,
      tried: null,
      note: '',
    },
    refusal: null,
    sentAt: '2026-11-24T09:00:00Z',
    cancellation: null,
    decidedAt: null,
    attendanceAt: null,
    result: null,
    resultAt: null,
    path: [],
    messages: [],
    ...given,
  };
}
