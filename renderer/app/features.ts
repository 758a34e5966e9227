import type { ComponentType } from 'react';
import type { Action } from '#src/access';
import { CallBar } from '../features/call/call-bar.tsx';
import { CallPage } from '../features/call/call-page.tsx';
import { WorkspacePage } from '../features/call/workspace/workspace-page.tsx';
import { OrientationPage } from '../features/orientation/orientation-page.tsx';
import { AvailabilityPage } from '../features/referrals/availability-page.tsx';
import { FollowUpPage } from '../features/referrals/follow-up-page.tsx';
import { MediatorPage, useWaitingReferrals } from '../features/referrals/mediator-page.tsx';
import { AccountsPage } from '../features/settings/accounts-page.tsx';
import { StatisticsPage } from '../features/statistics/statistics-page.tsx';
import { VenuesPage } from '../features/venues/venues-page.tsx';
import type { Messages } from '../i18n/messages.tsx';
import type { IconName } from '../ui/icon.tsx';

/** A screen of the desk: where it is, who may open it, and its place in the rail if it has one. */
export type Screen = {
  /** The address, `/appel/:id` with parameters. */
  readonly path: string;
  /** Whoever may ever do this sees the screen. */
  readonly action: Action;
  readonly component: ComponentType;
  readonly rail?: {
    readonly label: (messages: Messages) => string;
    readonly icon: IconName;
    /** How many things wait there; a hook. */
    readonly useCount?: () => number;
  };
};

/** Every screen, in the order of the rail: the first that a role may open is where it arrives. */
export const screens: readonly Screen[] = [
  {
    path: '/appel',
    action: 'call.take',
    component: CallPage,
    rail: { label: ({ call }) => call.navigation, icon: 'phone' },
  },
  { path: '/appel/:callId', action: 'call.take', component: WorkspacePage },
  { path: '/orientation/:callId', action: 'referral.send', component: OrientationPage },
  {
    path: '/mediateur',
    action: 'referral.decide',
    component: MediatorPage,
    rail: {
      label: ({ referrals }) => referrals.mediatorNavigation,
      icon: 'inbox',
      useCount: useWaitingReferrals,
    },
  },
  {
    path: '/disponibilites',
    action: 'diary.write',
    component: AvailabilityPage,
    rail: { label: ({ referrals }) => referrals.availabilityNavigation, icon: 'calendar' },
  },
  {
    path: '/suivi',
    action: 'referral.send',
    component: FollowUpPage,
    rail: { label: ({ referrals }) => referrals.followUpNavigation, icon: 'follow' },
  },
  {
    path: '/chiffres',
    action: 'statistics.read',
    component: StatisticsPage,
    rail: { label: ({ statistics }) => statistics.navigation, icon: 'chart' },
  },
  {
    path: '/reglages',
    action: 'account.manage',
    component: AccountsPage,
    rail: { label: ({ settings }) => settings.navigation, icon: 'person' },
  },
  {
    path: '/lieux',
    action: 'venue.read',
    component: VenuesPage,
    rail: { label: ({ venues }) => venues.nav, icon: 'pin' },
  },
];

/** What stands on top of every screen while a call rings or is live; renders nothing otherwise. */
export const callBars: readonly ComponentType[] = [CallBar];
