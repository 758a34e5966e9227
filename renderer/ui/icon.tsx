/** Every icon on a 24 by 24 grid, drawn with strokes only, so that it takes the colour of its text. */
const strokes = {
  alert: 'M12 4 2.8 20h18.4Z M12 10v4.5 M12 17.2v.1',
  back: 'M19 12H5 M11 6l-6 6 6 6',
  calendar: 'M4.5 6h15v13.5h-15Z M4.5 10h15 M8.5 3.5V7 M15.5 3.5V7',
  callback: 'M5 12a7 7 0 1 0 2.3-5.2L4.5 9.5 M4.5 4.5v5h5 M12 8.5V12l2.5 2',
  'car-off': 'M4 16v-4l2-5h12l2 5v4Z M4 12h16 M7 16v2.5 M17 16v2.5 M3 3l18 18',
  card: 'M6 4h9l3 3v13H6Z M9 10h6 M9 13.5h6 M9 17h4',
  chart: 'M4 20h16 M7 20v-6 M12 20V5 M17 20v-9',
  centre: 'M12 8a4 4 0 1 0 0 8 4 4 0 1 0 0-8 M12 2.5V6 M12 18v3.5 M2.5 12H6 M18 12h3.5',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  choices: 'm4 7.5 1.8 1.8L9 5.8 M12.5 7.5H20 M4 16.5l1.8 1.8L9 14.8 M12.5 16.5H20',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 1 0 0-16 M12 7.5V12l3 2',
  close: 'M6 6l12 12 M18 6 6 18',
  copy: 'M9 9h10.5v10.5H9Z M15 9V4.5H4.5V15H9',
  document: 'M6 3.5h8l4 4v13H6Z M14 3.5V8h4',
  down: 'm7 10 5 5 5-5',
  download: 'M12 4v11 M7.5 11l4.5 4.5 4.5-4.5 M5 20h14',
  edit: 'm4.5 19.5.8-4L15.5 5.3l3.2 3.2L8.5 18.7Z',
  exit: 'M10 5H5v14h5 M13 8l4 4-4 4 M17 12H9',
  end: 'M6 20.5V4 M6 5h11.5l-2.3 4 2.3 4H6',
  eye: 'M2.5 12C5 8 8.2 6 12 6s7 2 9.5 6c-2.5 4-5.7 6-9.5 6s-7-2-9.5-6Z M12 9.4a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 1 0 0-5.2',
  'eye-off':
    'M2.5 12C5 8 8.2 6 12 6s7 2 9.5 6c-2.5 4-5.7 6-9.5 6s-7-2-9.5-6Z M12 9.4a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 1 0 0-5.2 M4 4l16 16',
  fit: 'M4 9V4h5 M15 4h5v5 M20 15v5h-5 M9 20H4v-5',
  follow:
    'M6 6.2V20 M6 8h7a4 4 0 0 1 4 4v6 M6 2.9a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 1 0 0-3.2 M17 17.9a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 1 0 0-3.2',
  'hang-up': 'M3 14.5c5-5 13-5 18 0l-2.5 2.8-3.6-1.6v-3a12 12 0 0 0-5.8 0v3l-3.6 1.6Z',
  forward: 'M5 12h14 M13 6l6 6-6 6',
  headset:
    'M4.5 14v-2a7.5 7.5 0 0 1 15 0v2 M4.5 13.5h3v5h-3Z M16.5 13.5h3v5h-3Z M18 18.5a4 4 0 0 1-4 2.5h-1.5',
  hold: 'M9 5v14 M15 5v14',
  inbox: 'M4 13 6.5 5h11L20 13v6H4Z M4 13h4.5l1.5 2.5h4l1.5-2.5H20',
  info: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 1 0 0-17 M12 11v5.5 M12 7.6v.1',
  keyboard: 'M3 6.5h18v11H3Z M6.5 10v.1 M10 10v.1 M14 10v.1 M17.5 10v.1 M7.5 14h9',
  keypad: 'M6 5v.1 M12 5v.1 M18 5v.1 M6 12v.1 M12 12v.1 M18 12v.1 M6 19v.1 M12 19v.1 M18 19v.1',
  letter: 'M3.5 6h17v12.5h-17Z M4 7l8 6 8-6',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1 M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1',
  lock: 'M6 11h12v9H6Z M8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  map: 'M4 6.5 9.5 4l5 2.5L20 4v13.5L14.5 20l-5-2.5L4 20Z M9.5 4v13.5 M14.5 6.5V20',
  microphone:
    'M12 3.5a2.8 2.8 0 0 0-2.8 2.8v5a2.8 2.8 0 0 0 5.6 0v-5A2.8 2.8 0 0 0 12 3.5 M6 11a6 6 0 0 0 12 0 M12 17v3.5',
  'microphone-off':
    'M12 3.5a2.8 2.8 0 0 0-2.8 2.8v5a2.8 2.8 0 0 0 5.6 0v-5A2.8 2.8 0 0 0 12 3.5 M6 11a6 6 0 0 0 12 0 M12 17v3.5 M4 4l16 16',
  minus: 'M5 12h14',
  more: 'M5 11.2a.8.8 0 1 0 0 1.6.8.8 0 1 0 0-1.6 M12 11.2a.8.8 0 1 0 0 1.6.8.8 0 1 0 0-1.6 M19 11.2a.8.8 0 1 0 0 1.6.8.8 0 1 0 0-1.6',
  number: 'M9.5 4 7.5 20 M16.5 4l-2 16 M4.5 9h15.5 M4 15h15.5',
  offline:
    'M4 4l16 16 M8.5 15.5a5 5 0 0 1 6.2-.7 M5 12a10 10 0 0 1 4.5-2.6 M13 9.1a10 10 0 0 1 6 2.9 M12 19v.1',
  person: 'M12 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 1 0 0-7 M5 20c.6-4 3-6 7-6s6.4 2 7 6',
  phone:
    'M5 4h4l1.5 4.5L8 10a12 12 0 0 0 6 6l1.5-2.5L20 15v4a1.5 1.5 0 0 1-1.6 1.5A15.5 15.5 0 0 1 3.5 5.6 1.5 1.5 0 0 1 5 4Z',
  pin: 'M12 21c4.5-4.6 6.5-8 6.5-10.7a6.5 6.5 0 0 0-13 0C5.5 13 7.5 16.4 12 21Z M12 8a2.3 2.3 0 1 0 0 4.6A2.3 2.3 0 1 0 12 8',
  plus: 'M12 5v14 M5 12h14',
  print: 'M7 9V4h10v5 M7 17H4V9h16v8h-3 M7 14h10v6H7Z',
  question:
    'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 1 0 0-17 M9.6 9.6a2.4 2.4 0 1 1 3.6 2.1c-.8.5-1.2 1-1.2 1.9 M12 16.6v.1',
  queue:
    'M8 6a3 3 0 1 0 0 6 3 3 0 1 0 0-6 M2.5 19c.5-3.5 2.5-5 5.5-5s5 1.5 5.5 5 M15 6.3a3 3 0 0 1 0 5.5 M17 14.3c2.2.5 3.7 2 4.2 4.7',
  record: 'M12 5a7 7 0 1 0 0 14 7 7 0 1 0 0-14 M12 10a2 2 0 1 0 0 4 2 2 0 1 0 0-4',
  redo: 'M19 9H10a5 5 0 0 0 0 10h4 M15 5l4 4-4 4',
  reload: 'M19 12a7 7 0 1 1-2.3-5.2L19.5 9.5 M19.5 4.5v5h-5',
  script:
    'M12 3.4a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 1 0 0-3.6 M12 7v4 M6 17v-3.5c0-1.5 1-2.5 2.5-2.5h7c1.5 0 2.5 1 2.5 2.5V17 M6 17a1.8 1.8 0 1 0 0 3.6A1.8 1.8 0 1 0 6 17 M18 17a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 1 0 0-3.6',
  search: 'M10.5 4.5a6 6 0 1 0 0 12 6 6 0 1 0 0-12 M15 15l5 5',
  settings:
    'M4 7h8 M16 7h4 M4 17h4 M12 17h8 M14 4.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 1 0 0-4.4 M10 14.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 1 0 0-4.4',
  shield: 'M12 3.5 19 6v5.5c0 4.5-2.8 7.4-7 9-4.2-1.6-7-4.5-7-9V6Z M9 11.5l2.2 2.2 4-4',
  'sign-out': 'M10 5H5v14h5 M13 8l4 4-4 4 M17 12H9',
  sms: 'M4 5h16v11h-9l-4.5 4V16H4Z',
  transfer: 'M4 8h13 M13.5 4.5 17 8l-3.5 3.5 M20 16H7 M10.5 12.5 7 16l3.5 3.5',
  undo: 'M5 9h9a5 5 0 0 1 0 10h-4 M9 5 5 9l4 4',
  up: 'm7 14 5-5 5 5',
  voice: 'M4 10v4 M8 7v10 M12 4v16 M16 8v8 M20 10v4',
} as const;

export type IconName = keyof typeof strokes;

/** An icon beside words that say the same: hidden from assistive technology. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={strokes[name]} />
    </svg>
  );
}

/** The mark: an A made of two rails, with the amber bar and lever that move them. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 40 40" fill="none" strokeLinecap="round" aria-hidden="true">
      <path d="M22 4 11 36" stroke="currentColor" strokeWidth="3.6" />
      <path d="M22 4c0 13 3 22 11 32" stroke="currentColor" strokeWidth="3.6" />
      <path d="M6 25.5h20.5" stroke="var(--signal)" strokeWidth="3.2" />
      <circle cx="5.5" cy="25.5" r="3.6" fill="var(--signal)" />
    </svg>
  );
}
