import { describe, expect, it } from 'vitest';
import { loudness } from '../../renderer/telephony/loudness.ts';
import { createSoftphoneStore } from '../../renderer/telephony/softphone-store.ts';
import { soundOf } from '../../renderer/telephony/tones.ts';
import { readWarnings } from '../../renderer/telephony/twilio-warnings.ts';
import { fakeSoftphone } from '../support/fake-softphone.ts';

describe('what a softphone says of itself', () => {
  it('tells of each change, and of nothing that changes nothing', () => {
    const store = createSoftphoneStore();
    let told = 0;
    store.subscribe(() => {
      told += 1;
    });
    store.setRegistration('registered');
    store.setRegistration('registered');
    store.addLeg('first');
    store.setLeg('another', { isMuted: true });
    store.removeLeg('another');
    expect(told).toBe(2);
    expect(store.getState()).toEqual({
      registration: 'registered',
      failure: null,
      legs: [{ callId: 'first', state: 'ringing', isMuted: false, warnings: [] }],
    });
  });

  it('keeps the legs in the order in which they came; one that rings again comes anew', () => {
    const store = createSoftphoneStore();
    for (const callId of ['first', 'second', 'third', 'second']) store.addLeg(callId);
    expect(store.getState().legs.map(({ callId }) => callId)).toEqual(['first', 'third', 'second']);
  });

  it('SO-3 tells nothing after it is closed', () => {
    const store = createSoftphoneStore();
    let told = 0;
    store.subscribe(() => {
      told += 1;
    });
    store.addLeg('first');
    store.close();
    store.addLeg('second');
    store.removeLeg('second');
    expect(told).toBe(1);
  });

  it('SO-1, SO-4 in the fake as in the real ones', async () => {
    const softphone = fakeSoftphone();
    await softphone.answer('nowhere');
    softphone.hangUp('nowhere');
    expect(softphone.commands).toEqual([]);
    softphone.ring('first');
    await softphone.answer('first');
    softphone.join('first');
    softphone.ring('second');
    await softphone.answer('second');
    expect(softphone.getState().legs).toMatchObject([{ callId: 'second', state: 'connecting' }]);
    expect(softphone.commands).toEqual(['answer first', 'answer second']);
  });
});

describe('SO-12 the network in words', () => {
  it('says each thing once, in the order in which the desk tells them', () => {
    const raised = ['high-rtt', 'high-jitter', 'low-mos', 'low-bytes-sent'];
    expect(readWarnings(new Set(raised))).toEqual(['own-voice-cut', 'other-voice-cut', 'delayed']);
    expect(readWarnings(new Set(['constant-audio-input-level']))).toEqual(['own-silence']);
  });

  it('says nothing of what an adviser cannot mend', () => {
    expect(readWarnings(new Set(['ice-gathering-timeout', 'audio-processor']))).toEqual([]);
    expect(readWarnings(new Set())).toEqual([]);
  });
});

describe('SO-15 loudness', () => {
  const sine = (amplitude: number) =>
    Float32Array.from({ length: 800 }, (_, index) => amplitude * Math.sin(index / 3));

  it('is none of silence, nearly all of the loudest, and half of what is 30 decibels under it', () => {
    expect(loudness(new Float32Array(800))).toBe(0);
    expect(loudness(Float32Array.from([1, -1, 1, -1]))).toBe(1);
    expect(loudness(Float32Array.from([10 ** -1.5, -(10 ** -1.5)]))).toBeCloseTo(0.5);
    expect(loudness(sine(0.000_1))).toBe(0);
    expect(loudness(sine(0.5))).toBeGreaterThan(loudness(sine(0.05)));
  });
});

describe('a sound of the page’s own', () => {
  it('is a file of the length that its tones last', () => {
    const file = soundOf([
      { hertz: [440, 554], ms: 250 },
      { hertz: [], ms: 250 },
    ]);
    const text = (from: number) => new TextDecoder().decode(file.slice(from, from + 4));
    expect([text(0), text(8), text(36)]).toEqual(['RIFF', 'WAVE', 'data']);
    expect(file.length).toBe(44 + 4_000);
    expect(new Set(file.slice(44 + 2_000))).toEqual(new Set([128]));
    expect(Math.max(...file.slice(44, 44 + 2_000))).toBeGreaterThan(200);
  });
});
