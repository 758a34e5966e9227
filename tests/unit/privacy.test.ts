import { describe, expect, it } from 'vitest';
import { mayKeepIdentity } from '#src/privacy';

const yes = { given: true };
const no = { given: false };

describe('PR-1 whether an identity may be kept', () => {
  it('not before anything was said', () => {
    expect(mayKeepIdentity([])).toBe(false);
  });

  it('as the last answer says', () => {
    expect(mayKeepIdentity([yes])).toBe(true);
    expect(mayKeepIdentity([no])).toBe(false);
    expect(mayKeepIdentity([no, yes])).toBe(true);
    expect(mayKeepIdentity([yes, no])).toBe(false);
  });
});
