import type { EarlierCall } from '#src/contract';
import { useFormat, useMessages } from '../../../i18n/messages.tsx';
import { LevelMark } from '../../../ui/level-mark.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Tag } from '../../../ui/tag.tsx';

/** Earlier calls from the number, with the caution that a number can be shared. */
export function EarlierCalls(props: {
  readonly earlier: readonly EarlierCall[];
  readonly isWithheld: boolean;
}) {
  const { call: words, callBack } = useMessages();
  const format = useFormat();
  const { earlier, isWithheld } = props;
  const outcome = (of: EarlierCall['outcome']) =>
    of === null ? words.incoming.noOutcome : words.outcomes[of];
  if (earlier.length === 0) {
    return (
      <Panel title={words.incoming.earlier}>
        <p className="quiet">
          {isWithheld ? words.incoming.noEarlierWithheld : words.incoming.noEarlier}
        </p>
      </Panel>
    );
  }
  return (
    <Panel title={words.incoming.earlier}>
      <ul className="earlier-calls">
        {earlier.map((call) => (
          <li key={call.callId}>
            <p>
              <b>{call.theme ?? words.incoming.noTheme}</b>
              <span className="quiet nowrap">{format.shortDate(call.at)}</span>
            </p>
            <p className="small">
              {call.level === null ? null : <LevelMark level={call.level} short />}{' '}
              {call.person?.name ?? words.incoming.noPerson}.{' '}
              {call.callBack === null ? `${outcome(call.outcome)}.` : null}
            </p>
            {call.callBack === null ? null : (
              <Tag tone="signal" icon="callback">
                {callBack.earlier.tag}
              </Tag>
            )}
          </li>
        ))}
      </ul>
      <Notice tone="warning" title={words.incoming.caution} next={words.incoming.cautionNext} />
    </Panel>
  );
}
