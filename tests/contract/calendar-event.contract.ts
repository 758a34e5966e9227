import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type CalendarEvent, calendarContentType, calendarEvent } from '#src/messages';
import { personFacts } from '../support/person-facts.ts';

const event: CalendarEvent = {
  id: '0198a6a4-0000-7000-8000-000000000001',
  sequence: 0,
  isCancelled: false,
  language: 'fr',
  facts: personFacts,
  from: 'rendez-vous@ligne.example',
  to: 'personne@courriel.example',
  now: '2026-11-20T09:00:00Z',
};

/** What a calendar that was not written here understands of the file. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const component = calendar.getFirstSubcomponent('vevent');
  if (component === null) throw new Error('no event in it');
  const { uid, sequence, summary, location, description, startDate, endDate } = new ICAL.Event(
    component,
  );
  return {
    method: calendar.getFirstPropertyValue('method'),
    status: component.getFirstPropertyValue('status'),
    organizer: component.getFirstPropertyValue('organizer'),
    attendee: component.getFirstPropertyValue('attendee'),
    stamp: String(component.getFirstPropertyValue('dtstamp')),
    uid,
    sequence,
    summary,
    location,
    description,
    start: startDate.toJSDate().toISOString(),
    end: endDate.toJSDate().toISOString(),
  };
}

describe('the calendar file, read by another program', () => {
  it('ME-13 says when, where and what to do', () => {
    expect(calendarContentType(event)).toBe('text/calendar; charset=utf-8; method=REQUEST');
    expect(read(calendarEvent(event))).toMatchObject({
      method: 'REQUEST',
      status: 'CONFIRMED',
      sequence: 0,
      organizer: 'mailto:rendez-vous@ligne.example',
      stamp: '2026-11-20T09:00:00Z',
      start: '2026-11-24T13:30:00.000Z',
      end: '2026-11-24T14:15:00.000Z',
      summary: 'Rendez-vous : Médiathèque de Mende',
      location: 'Médiathèque de Mende, 12 rue de la Forêt, 48000 Mende',
      description: expect.stringContaining(
        'Pour changer ou annuler, appelez le 04\u00a065\u00a071\u00a028\u00a014',
      ),
    });
  });

  it('ME-13 keeps the event’s id through a move and its cancellation', () => {
    const [booked, moved, cancelled] = [
      event,
      { ...event, sequence: 1 },
      { ...event, sequence: 2, isCancelled: true },
    ].map((one) => read(calendarEvent(one)));
    expect(moved?.uid).toBe(booked?.uid);
    expect(cancelled?.uid).toBe(booked?.uid);
    expect([booked?.sequence, moved?.sequence, cancelled?.sequence]).toEqual([0, 1, 2]);
    expect(cancelled).toMatchObject({ method: 'CANCEL', status: 'CANCELLED' });
    expect(cancelled?.description).toContain('Pour prendre un autre rendez-vous');
  });

  it('ME-13 says any name and address back as they were, in lines that any calendar takes', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 120 })
      .filter((value) => !/\p{C}/u.test(value) && value.trim() === value);
    fc.assert(
      fc.property(text, text, (name, address) => {
        const meeting = { ...personFacts.meeting, name, address };
        const file = calendarEvent({ ...event, facts: { ...personFacts, meeting } });
        const lines = file.split('\r\n');
        for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(read(file)).toMatchObject({
          summary: `Rendez-vous : ${name}`,
          location: `${name}, ${address}`,
        });
      }),
      { numRuns: 50 },
    );
  });
});
