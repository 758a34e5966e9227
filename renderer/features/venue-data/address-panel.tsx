import { useState } from 'react';
import {
  type VenueAddressRequest,
  type VenueDataView,
  venueAddressRequest,
  venueDataView,
} from '#src/contract';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { type ApiFailure, request } from '../../storage/api.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TextField } from '../../ui/text-field.tsx';

type AddressProps = {
  readonly address: VenueDataView['address'];
  readonly last: VenueDataView['last'];
  /** A file is being read: the hub takes one at a time. */
  readonly isBusy: boolean;
  readonly onTaken: (view: VenueDataView) => void;
};

/** Where the file may be fetched from: nothing is asked until an administrator turns it on, or asks now. */
export function AddressPanel(props: AddressProps) {
  const { venueData } = useMessages();
  const { address } = props;
  /** What is changed here and not saved; the rest is as the hub has it. */
  const [draft, setDraft] = useState<Partial<VenueAddressRequest>>({});
  const { url, isOn } = { ...address, ...draft };
  const read = venueAddressRequest.safeParse({ url: url.trim(), isOn });
  const isChanged = url.trim() !== address.url || isOn !== address.isOn;
  const { pending, failure, save, fetchNow } = useAddress(props, () => setDraft({}));
  return (
    <Panel title={venueData.address} className="venue-address">
      <TextField
        label={venueData.url}
        help={venueData.urlHelp}
        error={read.success ? undefined : venueData.urlWrong}
        value={url}
        maxLength={500}
        onChange={(typed) => setDraft({ ...draft, url: typed })}
      />
      <Checkbox
        isSelected={isOn}
        onChange={(isSelected) => setDraft({ ...draft, isOn: isSelected })}
        hint={venueData.isOnHelp}
      >
        {venueData.isOn}
      </Checkbox>
      <div className="actions">
        <Button
          isDisabled={!isChanged || !read.success}
          isPending={pending === 'address'}
          onPress={() => {
            if (read.success) save(read.data);
          }}
        >
          {venueData.saveAddress}
        </Button>
        <Button
          icon="reload"
          isDisabled={isChanged || props.isBusy}
          isPending={pending === 'fetch'}
          {...(isChanged ? { description: venueData.fetchFirst } : {})}
          onPress={fetchNow}
        >
          {venueData.fetch}
        </Button>
      </div>
      {failure === null ? null : <AddressFailure {...failure} />}
      <LastCheck address={address} last={props.last} />
    </Panel>
  );
}

function LastCheck({ address, last }: Pick<AddressProps, 'address' | 'last'>) {
  const { venueData } = useMessages();
  const format = useFormat();
  if (address.checkedAt === null) return <p className="small quiet">{venueData.neverChecked}</p>;
  const when = venueData.at(format.date(address.checkedAt), format.clock(address.checkedAt));
  const outcome = last?.origin === address.url ? last.outcome : null;
  return (
    <p className="small quiet">
      {venueData.checkedAt(when)}.{' '}
      {outcome === null
        ? null
        : 'detail' in outcome
          ? `${venueData.failures[outcome.code].title}.`
          : venueData.outcomes[outcome.code]}
    </p>
  );
}

type Failed = { readonly what: 'address' | 'fetch'; readonly why: ApiFailure };

function AddressFailure({ what, why }: Failed) {
  const { venueData, failures } = useMessages();
  const isRefused = why.code === 'invalid-request' && why.where === 'url';
  return (
    <Notice
      tone="error"
      title={what === 'address' ? venueData.addressFailed : venueData.fetchFailed}
      safe={venueData.stillSafe}
      next={isRefused ? venueData.failures['address-refused'].next : failures.apiErrors[why.code]}
    />
  );
}

function useAddress({ onTaken }: AddressProps, onSaved: () => void) {
  const { venueData } = useMessages();
  const [pending, setPending] = useState<Failed['what'] | null>(null);
  const [failure, setFailure] = useState<Failed | null>(null);

  async function ask(what: Failed['what'], body: unknown): Promise<boolean> {
    setPending(what);
    const answer = await request(`/api/venue-data/${what}`, venueDataView, { body });
    setPending(null);
    setFailure(answer.ok ? null : { what, why: answer.error });
    if (answer.ok) onTaken(answer.value);
    return answer.ok;
  }

  async function saveAddress(body: unknown) {
    if (!(await ask('address', body))) return;
    announce(venueData.addressSaved);
    onSaved();
  }

  return {
    pending,
    failure,
    save: (body: unknown) => void saveAddress(body),
    fetchNow: () => void ask('fetch', {}),
  };
}
