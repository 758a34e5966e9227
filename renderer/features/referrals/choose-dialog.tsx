import type { ReferralView } from '#src/contract';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { useDesk } from '../../storage/desk.tsx';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

/** BO-92: the venue's times, read to the person on the telephone: one of them or none, by a digit. */
export function ChooseDialog(props: {
  readonly referral: ReferralView;
  readonly now: string;
  readonly onClose: () => void;
}) {
  const { common, referralLife: words } = useMessages();
  const format = useFormat();
  const { act } = useDesk();
  const { referral, now, onClose } = props;
  const { id: referralId, zone, proposal, summary } = referral;
  const { name, phone } = summary.person;
  const times = proposal?.times ?? [];
  const said = (start: string) => `${format.date(start, zone)}, ${format.clock(start, zone)}`;
  return (
    <Dialog
      title={words.chooseTitle(name)}
      onClose={onClose}
      actions={<Button onPress={onClose}>{common.cancel}</Button>}
    >
      <p>{phone === null ? words.chooseNoPhone : words.chooseHelp(format.phone(phone))}</p>
      <div className="moment-choices">
        {times.map(({ id: timeId, start }, index) => (
          <Button
            key={timeId}
            size="call"
            variant="primary"
            shortcut={`Digit${index + 1}`}
            isDisabled={start <= now}
            onPress={() => {
              void act('referral.choose-proposal', { referralId, timeId });
              announce(words.chosen(name, said(start)));
              onClose();
            }}
          >
            {start <= now ? `${said(start)} (${words.past})` : said(start)}
          </Button>
        ))}
        <Button
          size="call"
          shortcut={`Digit${times.length + 1}`}
          onPress={() => {
            void act('referral.decline-proposal', { referralId });
            announce(words.declined(name));
            onClose();
          }}
        >
          {words.decline}
        </Button>
      </div>
      {proposal === null || proposal.note === '' ? null : <p>{words.venueSays(proposal.note)}</p>}
      <p className="small quiet">{words.clockOf(format.placeOfZone(zone))}</p>
    </Dialog>
  );
}
