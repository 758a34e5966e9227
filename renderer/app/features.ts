import type { ComponentType } from 'react';
import type { Action } from '#src/access';
import { CallBar } from '../features/call/call-bar.tsx';
import { ListenedNotice } from '../features/queue/listened-notice.tsx';
import { useWaitingCalls } from '../features/queue/use-waiting-calls.ts';
import { useUnheardWords } from '../features/recordings/use-unheard-words.ts';
import { useWaitingReferrals } from '../features/referrals/use-waiting-referrals.ts';
import type { Messages } from '../i18n/messages.tsx';
import type { IconName } from '../ui/icon.tsx';
import { type OnDemand, onDemand } from './on-demand.ts';

/** A screen of the desk: where it is, who may open it, and its place in the rail if it has one. */
export type Screen = OnDemand & {
  /** The address, `/appel/:id` with parameters. */
  readonly path: string;
  /** Whoever may ever do this sees the screen. */
  readonly action: Action;
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
    ...onDemand(async () => (await import('../features/call/call-page.tsx')).CallPage),
    rail: { label: ({ call }) => call.navigation, icon: 'phone' },
  },
  {
    path: '/appel/:callId',
    action: 'call.take',
    ...onDemand(
      async () => (await import('../features/call/workspace/workspace-page.tsx')).WorkspacePage,
    ),
  },
  {
    path: '/entrainement/:callId',
    action: 'call.take',
    ...onDemand(
      async () => (await import('../features/call/training/debriefing-page.tsx')).DebriefingPage,
    ),
  },
  {
    path: '/orientation/:callId',
    action: 'referral.send',
    ...onDemand(
      async () => (await import('../features/orientation/orientation-page.tsx')).OrientationPage,
    ),
  },
  {
    path: '/file-d-attente',
    action: 'queue.lead',
    ...onDemand(async () => (await import('../features/queue/queue-page.tsx')).QueuePage),
    rail: {
      label: ({ queue }) => queue.navigation,
      icon: 'queue',
      useCount: useWaitingCalls,
    },
  },
  {
    path: '/mediateur',
    action: 'referral.decide',
    ...onDemand(async () => (await import('../features/referrals/mediator-page.tsx')).MediatorPage),
    rail: {
      label: ({ referrals }) => referrals.mediatorNavigation,
      icon: 'inbox',
      useCount: useWaitingReferrals,
    },
  },
  {
    path: '/disponibilites',
    action: 'diary.write',
    ...onDemand(
      async () => (await import('../features/referrals/availability-page.tsx')).AvailabilityPage,
    ),
    rail: { label: ({ referrals }) => referrals.availabilityNavigation, icon: 'calendar' },
  },
  {
    path: '/suivi',
    action: 'referral.send',
    ...onDemand(
      async () => (await import('../features/referrals/follow-up-page.tsx')).FollowUpPage,
    ),
    rail: { label: ({ referrals }) => referrals.followUpNavigation, icon: 'follow' },
  },
  {
    path: '/messages',
    action: 'message.read',
    ...onDemand(async () => (await import('../features/messages/messages-page.tsx')).MessagesPage),
    rail: { label: ({ told }) => told.navigation, icon: 'letter' },
  },
  {
    path: '/chiffres',
    action: 'statistics.read',
    ...onDemand(
      async () => (await import('../features/statistics/statistics-page.tsx')).StatisticsPage,
    ),
    rail: { label: ({ statistics }) => statistics.navigation, icon: 'chart' },
  },
  {
    path: '/enregistrements',
    action: 'recording.read',
    ...onDemand(
      async () => (await import('../features/recordings/recordings-page.tsx')).RecordingsPage,
    ),
    rail: {
      label: ({ recordings }) => recordings.navigation,
      icon: 'voice',
      useCount: useUnheardWords,
    },
  },
  {
    path: '/scripts',
    action: 'script.edit',
    ...onDemand(async () => (await import('../features/scripts/scripts-page.tsx')).ScriptsPage),
    rail: { label: ({ scripts }) => scripts.list.navigation, icon: 'script' },
  },
  {
    path: '/scripts/:scriptId',
    action: 'script.edit',
    ...onDemand(async () => (await import('../features/scripts/workshop-page.tsx')).WorkshopPage),
  },
  {
    path: '/lignes',
    action: 'line.change',
    ...onDemand(async () => (await import('../features/settings/lines/lines-page.tsx')).LinesPage),
    rail: { label: ({ lines }) => lines.navigation, icon: 'phone' },
  },
  {
    path: '/lignes/:lineId',
    action: 'line.change',
    ...onDemand(async () => (await import('../features/settings/lines/line-page.tsx')).LinePage),
  },
  {
    path: '/comptes',
    action: 'account.manage',
    ...onDemand(async () => (await import('../features/settings/accounts-page.tsx')).AccountsPage),
    rail: { label: ({ settings }) => settings.navigation, icon: 'person' },
  },
  {
    path: '/fichier-des-lieux',
    action: 'venue.import',
    ...onDemand(
      async () => (await import('../features/venue-data/venue-data-page.tsx')).VenueDataPage,
    ),
    rail: { label: ({ venueData }) => venueData.navigation, icon: 'document' },
  },
  {
    path: '/fichier-des-lieux/:setId',
    action: 'venue.import',
    ...onDemand(async () => (await import('../features/venue-data/report-page.tsx')).ReportPage),
  },
  {
    path: '/reglages',
    action: 'settings.change',
    ...onDemand(async () => (await import('../features/settings/settings-page.tsx')).SettingsPage),
    rail: { label: ({ settings }) => settings.installation.navigation, icon: 'settings' },
  },
  {
    path: '/lieux',
    action: 'venue.read',
    ...onDemand(async () => (await import('../features/venues/venues-page.tsx')).VenuesPage),
    rail: { label: ({ venues }) => venues.nav, icon: 'pin' },
  },
  {
    path: '/niveau',
    action: 'session.read',
    ...onDemand(async () => (await import('../features/distance/level-page.tsx')).LevelPage),
  },
  {
    path: '/lieux/:venueId/fiche',
    action: 'venue.read',
    ...onDemand(
      async () => (await import('../features/venues/venue-sheet-page.tsx')).VenueSheetPage,
    ),
  },
  {
    path: '/courrier/:messageId',
    action: 'message.read',
    ...onDemand(async () => (await import('../features/messages/letter-page.tsx')).LetterPage),
  },
];

/** What stands on top of every screen while a call rings or is live; renders nothing otherwise. */
export const callBars: readonly ComponentType[] = [CallBar, ListenedNotice];
