import { mayCorrect } from '#src/booking';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { useDesk, useEntities } from '../../storage/desk.tsx';
import { announce } from '../../ui/announcer.tsx';
import { IconButton } from '../../ui/button.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import { dayOn } from './today.ts';

/** Who came today without being sent; a mistake is taken back. */
export function WalkInsOfToday({ zone, now }: { readonly zone: string; readonly now: string }) {
  const { mediator, referrals } = useMessages();
  const format = useFormat();
  const { act } = useDesk();
  const walkIns = (useEntities('walk-in') ?? [])
    .filter(({ at }) => dayOn(zone, at) === dayOn(zone, now))
    .sort((a, b) => a.at.localeCompare(b.at));
  const here = useKeptFocus<HTMLDivElement>(walkIns.length);
  return (
    <div ref={here} tabIndex={-1} className="walk-ins">
      {walkIns.length === 0 ? null : (
        <details>
          <summary>{mediator.walkIn.today(walkIns.length)}</summary>
          <ul>
            {walkIns.map(({ id: walkInId, at, service, result }) => (
              <li key={walkInId} className="small">
                <span>
                  {format.clock(at, zone)}, {service}. {referrals.results[result]}
                </span>
                {mayCorrect(at, now) ? (
                  <IconButton
                    icon="close"
                    label={mediator.walkIn.takeBack(format.clock(at, zone))}
                    onPress={() => {
                      void act('walk-in.take-back', { walkInId });
                      announce(mediator.walkIn.takenBack);
                    }}
                  />
                ) : null}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
