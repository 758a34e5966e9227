import { describe, expect, it } from 'vitest';
import { warningsOf } from '../../renderer/telephony/jssip-session.ts';

const before = { received: 100, lost: 0 };

describe('what the browser measures of a call by SIP', () => {
  it('SO-12 says nothing of a good one', () => {
    const reports = [{ type: 'remote-inbound-rtp', fractionLost: 0.01, roundTripTime: 0.05 }];
    expect(warningsOf(reports, before, { received: 200, lost: 1 })).toEqual([]);
    expect(warningsOf([], before, before)).toEqual([]);
  });

  it('SO-12 says who is not heard whole, and that voices come late', () => {
    const reports = [{ type: 'remote-inbound-rtp', fractionLost: 0.2, roundTripTime: 0.6 }];
    expect(warningsOf(reports, before, { received: 180, lost: 20 })).toEqual([
      'own-voice-cut',
      'other-voice-cut',
      'delayed',
    ]);
  });

  it('SO-12 looks at what was lost since the last time', () => {
    const lost = { received: 200, lost: 50 };
    expect(warningsOf([], lost, { received: 300, lost: 50 })).toEqual([]);
  });
});
