import { useState } from 'react';
import type { ReferralView } from '#src/contract';
import { departementOfCommune, phoneRegionOfDepartement } from '#src/geography';
import { ok, parsePhone } from '#src/kernel';
import { smsReach } from '#src/messages';
import { useFormat, useMessages } from '../i18n/messages.tsx';
import { useDesk } from '../storage/desk.tsx';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { readWritten, type Written, type WrittenDraft, type WrittenProblems } from './written.ts';
import { WrittenFields } from './written-fields.tsx';

/** ME-36: how, and where, the person is written to from now on. */
export function WritingDialog(props: {
  readonly referral: ReferralView;
  readonly onClose: () => void;
}) {
  const { common, orientation, told } = useMessages();
  const { act } = useDesk();
  const { referral, onClose } = props;
  const { person, phonedBy } = referral.summary;
  const { written, phone, setPhone, change } = useWriting(referral);
  const [problems, setProblems] = useState<WrittenProblems & { readonly phone?: 'bad' }>({});

  function save() {
    const read = readWritten(written);
    const isEmpty = phone.trim() === '';
    const number = isEmpty ? ok(null) : parsePhone(phone, regionOf(referral));
    setProblems({
      ...(read.ok ? {} : read.error),
      ...(number.ok ? {} : { phone: 'bad' as const }),
    });
    if (!read.ok || !number.ok) return;
    const { choice, addresses } = read.value;
    const known = { ...choice, ...addresses, phone: number.value?.e164 ?? null };
    void act('message.redirect', { referralId: referral.id, ...known });
    announce(told.redirect.done(person.name));
    onClose();
  }

  return (
    <Dialog
      title={told.redirect.title(person.name)}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button variant="primary" shortcut="Ctrl+Enter" onPress={save}>
            {told.redirect.do}
          </Button>
        </>
      }
    >
      <p className="quiet">{told.redirect.help}</p>
      <TextField
        label={told.redirect.phone}
        type="tel"
        value={phone}
        maxLength={40}
        help={phonedBy === null ? undefined : told.redirect.phoneOfCaller(phonedBy)}
        error={problems.phone === undefined ? undefined : orientation.person.badPhone}
        onChange={setPhone}
      />
      <WrittenFields written={written} problems={problems} onChange={change} />
    </Dialog>
  );
}

/** As the person is written to now, and what is changed of it here. */
function useWriting(referral: ReferralView) {
  const format = useFormat();
  const { person, phonedBy } = referral.summary;
  const [phone, setPhone] = useState(person.phone === null ? '' : format.phone(person.phone));
  const [draft, setDraft] = useState<WrittenDraft>({
    language: referral.written?.language ?? 'fr',
    channels: referral.written?.channels ?? waysUsed(referral),
    email: person.email,
    address: person.address,
  });
  // Who phoned for somebody without a number is written to in their place.
  const isOfCaller = phone.trim() === '' && phonedBy !== null;
  const reach = isOfCaller ? 'mobile' : smsReach(phone, regionOf(referral)).code;
  const written: Written = {
    language: draft.language,
    channels: draft.channels ?? [],
    email: draft.email ?? '',
    address: draft.address ?? '',
    reach,
  };
  const change = (to: Partial<WrittenDraft>) => setDraft((before) => ({ ...before, ...to }));
  return { written, phone, setPhone, change };
}

/** Where nobody asked, as the messages so far went. */
function waysUsed({ messages }: ReferralView) {
  return [...new Set(messages.flatMap((one) => (one.recipient === 'person' ? [one.channel] : [])))];
}

function regionOf({ summary: { communeCode } }: ReferralView) {
  return phoneRegionOfDepartement(departementOfCommune(communeCode ?? ''));
}
