import { describe, expect, test } from 'vitest';
import { setupRequest } from '#src/contract';
import {
  type AdministratorDraft,
  emptyDraft,
  readDraft,
} from '../../renderer/features/setup/administrator-draft.ts';

const complete: AdministratorDraft = {
  token: ' jeton ',
  organisation: 'Coopérative du Gévaudan',
  territory: 'Lozère',
  departements: ['48'],
  line: 'Coup de pouce',
  lineNumber: '04 65 71 00 10',
  name: 'Paul Astier',
  email: ' paul.astier@essai.invalid ',
  password: 'une phrase assez longue',
};

function errorsOf(part: Partial<AdministratorDraft>) {
  const read = readDraft({ ...complete, ...part });
  return read.ok ? {} : read.error;
}

describe('the first administrator’s form', () => {
  test('makes the request that the hub takes, without stray spaces', () => {
    const read = readDraft(complete);
    expect(read.ok && setupRequest.parse(read.value)).toMatchObject({
      token: 'jeton',
      email: 'paul.astier@essai.invalid',
      line: { number: '+33465710010' },
    });
  });

  test('names every field that is not filled in', () => {
    const read = readDraft(emptyDraft);
    expect(read.ok ? [] : Object.keys(read.error).toSorted()).toEqual(
      Object.keys(emptyDraft)
        .filter((field) => field !== 'lineNumber')
        .toSorted(),
    );
  });

  test('reads the line’s number on the plan of its département', () => {
    const read = readDraft({ ...complete, departements: ['974'], lineNumber: '0262 90 12 34' });
    expect(read.ok && read.value.line.number).toBe('+262262901234');
  });

  test('says why a number or a password does not do', () => {
    expect(errorsOf({ lineNumber: '3646' })).toEqual({ lineNumber: 'shortCode' });
    expect(errorsOf({ lineNumber: '04 65 71' })).toEqual({ lineNumber: 'phone' });
    expect(errorsOf({ password: 'onze lettre' })).toEqual({ password: 'password' });
  });

  test('takes a line without a number: it can come later', () => {
    const read = readDraft({ ...complete, lineNumber: ' ' });
    expect(read.ok && read.value.line.number).toBeNull();
  });
});
