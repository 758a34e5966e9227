import type { LinkPurpose } from '#src/contract';
import type { links as french } from '../fr/links.ts';

const purposes: Record<LinkPurpose, string> = {
  'venue-answer': 'For the venue: read the request and answer',
  'person-change': 'For the person: change the time or cancel',
};

/** Addresses that open without an account. */
export const links: typeof french = {
  address: 'Address',
  once: 'Copy it now: it is not shown twice.',
  copy: 'Copy',
  copied: 'Address copied',
  copyFailed: 'Copying did not work: select the address.',
  failed: 'This could not be done',
  revoke: 'Withdraw',
  revoked: 'Withdrawn: the address opens nothing any more',
  calendar: {
    title: 'In your other calendar',
    help: 'A private address to add to the calendar of your telephone or computer. It shows times and initials, never what people ask for.',
    make: 'Make the address',
    renew: 'Change the address',
    since: (day) => `In use since ${day}. Changing or withdrawing it ends the old one.`,
  },
  referral: {
    open: 'Links',
    title: (name) => `Links for ${name}`,
    help: 'For those who do not get our messages: make a link and send it yourself. It opens without an account.',
    purposes,
    none: 'No link in use.',
    made: (when) => `Made ${when}`,
    opened: (when) => `opened ${when}`,
    notOpened: 'not opened yet',
    used: (when) => `answered ${when}`,
    until: (when) => `good until ${when}`,
    whileToCome: 'good until the appointment',
    make: 'Make a link',
  },
};
