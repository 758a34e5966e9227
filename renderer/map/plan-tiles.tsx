import { useEffect, useState } from 'react';
import { Pane, TileLayer } from 'react-leaflet';
import { planTilesAddress, planTilesMaxZoom } from '#src/contract';
import { useSettings } from '../search/use-places.ts';
import { useIsOnline } from '../storage/desk.tsx';

/** Whether the plan is drawn: asked for, and there. */
type PlanState = 'none' | 'asked' | 'shown';

/**
 * The plan where an administrator allows it and the desk is online. One square that does not come
 * brings the contours back, until the desk has been offline and is online again.
 */
export function usePlan(): {
  readonly state: PlanState;
  readonly onShown: () => void;
  readonly onFail: () => void;
} {
  const { planTiles } = useSettings();
  const isOnline = useIsOnline();
  const [came, setCame] = useState<'not-yet' | 'shown' | 'failed'>('not-yet');
  useEffect(() => {
    if (!isOnline) setCame('not-yet');
  }, [isOnline]);
  const isAsked = planTiles && isOnline && came !== 'failed';
  return {
    state: isAsked ? (came === 'shown' ? 'shown' : 'asked') : 'none',
    onShown: () => setCame((before) => (before === 'failed' ? before : 'shown')),
    onFail: () => setCame('failed'),
  };
}

/** The squares of the plan, over the contours and under everything that is pinned. */
export function PlanTiles(props: { readonly onShown: () => void; readonly onFail: () => void }) {
  return (
    <Pane name="plan" style={{ zIndex: 230 }}>
      <TileLayer
        url={planTilesAddress}
        maxNativeZoom={planTilesMaxZoom}
        className="map-plan"
        referrerPolicy="no-referrer"
        eventHandlers={{ load: props.onShown, tileerror: props.onFail }}
      />
    </Pane>
  );
}
