// The icon set, drawn for this product: 24 grid, line 1.75, round ends and joins. Words stand beside every icon;
// the icon itself is silent to a screen reader.

const PATHS = {
  // places
  home: 'M4 11 12 4l8 7v9h-5.5v-5.5h-5V20H4z',
  list: 'M8.5 6.5H20M8.5 12H20M8.5 17.5H20M4 6.5h.6M4 12h.6M4 17.5h.6',
  phone:
    'M6.2 3.8h3l1.6 4.2-2 1.6a12 12 0 0 0 5.6 5.6l1.6-2 4.2 1.6v3c0 1-.8 1.9-1.9 1.9C10.8 19.7 4.3 13.2 4.3 5.7c0-1 .9-1.9 1.9-1.9z',
  book: 'M12 6C10 4.7 7.5 4.3 4 4.3v14c3.5 0 6 .4 8 1.7 2-1.3 4.5-1.7 8-1.7v-14c-3.5 0-6 .4-8 1.7zM12 6v14',
  grid: 'M4 4h6.5v6.5H4zM13.5 4H20v6.5h-6.5zM4 13.5h6.5V20H4zM13.5 13.5H20V20h-6.5z',
  seat: 'M7 4v8h9M7 12v8M16 12v8M7 16h9',
  calendar: 'M4.5 6h15v14h-15zM4.5 10h15M8.5 3.5v4M15.5 3.5v4',
  drill: 'M4 20 9 4h6l5 16M7.5 10h9M6 15h12',
  chart: 'M4 20h16M7 20v-7M12 20V6M17 20v-10',
  globe:
    'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM3.5 12h17M12 3.5c5 5 5 12 0 17M12 3.5c-5 5-5 12 0 17',
  map: 'M4 6.5 9 4.5l6 2 5-2v13l-5 2-6-2-5 2zM9 4.5v13M15 6.5v13',
  // what happens
  warning: 'M12 4 21.5 20h-19zM12 10v4.5M12 17v.6',
  bolt: 'M13 3 5 14h6l-1 7 8-11h-6z',
  flame:
    'M12 3c1 3.5 5.5 5.5 5.5 11a5.5 5.5 0 0 1-11 0c0-2.5 1.3-3.8 2.2-5.5.6 1.4 1.2 2 2 2.3C11 8 11 5.5 12 3z',
  wind: 'M3.5 9h11a2.8 2.8 0 1 0-2.7-3.6M3.5 13h14.5a2.7 2.7 0 1 1-2.6 3.5M3.5 17h7a2 2 0 1 1-1.9 2.6',
  droplet:
    'M12 3.5c3.5 4.2 5.8 7 5.8 10.2a5.8 5.8 0 0 1-11.6 0C6.2 10.5 8.5 7.7 12 3.5zM9.2 14.5a3 3 0 0 0 2.3 2.6',
  thermometer: 'M9.5 13.5V6a2.5 2.5 0 0 1 5 0v7.5a4 4 0 1 1-5 0zM12 9v8',
  medical: 'M9 4h6v5h5v6h-5v5H9v-5H4V9h5z',
  pulse: 'M3.5 12H8l2-5 3.5 10L16 12h4.5',
  megaphone: 'M4 10v4h3l8 4.5v-13L7 10zM18 9.5a4 4 0 0 1 0 5M8 14.5l1 5',
  network: 'M12 18.5h.01M8.5 15a5 5 0 0 1 7 0M5.5 11.6a9.3 9.3 0 0 1 13 0M2.8 8.2a13.3 13.3 0 0 1 18.4 0',
  monitor: 'M3.5 4.5h17v11.5h-17zM8.5 20h7M12 16v4',
  server: 'M4 4h16v6.5H4zM4 13.5h16V20H4zM7.5 7.3h.01M7.5 16.8h.01M11 7.3h5.5M11 16.8h5.5',
  gavel: 'M13.5 4 20 10.5M16.7 7.3 10 14M10.5 7 17 13.5M12.7 9.8 4 18.5 5.5 20l8.7-8.7M13 20.5h7.5',
  flag: 'M5.5 21V4h12l-2.5 4.5L17.5 13h-12',
  // people and things
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 20.5c.6-4 3.6-6 7.5-6s6.9 2 7.5 6',
  people:
    'M9 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM2.8 19.5c.5-3.6 3-5.5 6.2-5.5s5.7 1.9 6.2 5.5M15.5 5a3.3 3.3 0 0 1 0 6.2M17.5 14.3c2 .7 3.3 2.5 3.7 5.2',
  user: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 20.5c.6-4 3.6-6 7.5-6s6.9 2 7.5 6',
  badge:
    'M5 5h14v15H5zM9.5 3v3.5h5V3M12 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM8.5 17.5c.6-1.3 1.9-2 3.5-2s2.9.7 3.5 2',
  box: 'M4 8 12 4l8 4v8.5l-8 4-8-4zM4 8l8 4 8-4M12 12v8.5',
  document: 'M6 3.5h8l4.5 4.5v12.5H6zM14 3.5V8h4.5M9 12.5h6M9 16h6',
  shield: 'M12 3.5 19.5 6v6c0 4.5-3.2 7.3-7.5 8.8C7.7 19.3 4.5 16.5 4.5 12V6z',
  lock: 'M6 11h12v9.5H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.5v2.5',
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4',
  // states
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2',
  hourglass: 'M7 3.5h10M7 20.5h10M8 3.5c0 5 8 4.5 8 8.5s-8 3.5-8 8.5M16 3.5c0 5-8 4.5-8 8.5s8 3.5 8 8.5',
  tick: 'M5 12.5 10 17.5 19.5 7',
  ticks: 'M2.5 12.8 7 17.3 15.5 8M12 16.6l.8.7L21.5 8',
  eye: 'M2.5 12C5 7.5 8.2 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-5.7 6.5-9.5 6.5S5 16.5 2.5 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  cross: 'M6 6l12 12M18 6 6 18',
  cloud: 'M7 18a4.5 4.5 0 0 1-.4-9A5.5 5.5 0 0 1 17 10.2a4 4 0 0 1 0 7.8z',
  'cloud-off': 'M4 4l16 16M6.5 9.2A4.5 4.5 0 0 0 7 18h9.5M10 6.3A5.5 5.5 0 0 1 17 10.2a4 4 0 0 1 2.6 6.3',
  sound: 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11',
  'sound-off': 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9.5l5 5M20.5 9.5l-5 5',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.8v2M12 19.2v2M2.8 12h2M19.2 12h2M5.5 5.5 6.9 6.9M17.1 17.1l1.4 1.4M5.5 18.5l1.4-1.4M17.1 6.9l1.4-1.4',
  moon: 'M19.8 14.3A8.3 8.3 0 0 1 9.7 4.2a8.3 8.3 0 1 0 10.1 10.1z',
  // deeds
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16.2 16.2 20.5 20.5',
  close: 'M6 6l12 12M18 6 6 18',
  back: 'M14.5 5 8 12l6.5 7',
  chevron: 'M9.5 5 16 12l-6.5 7',
  'chevron-down': 'M5 9.5 12 16l7-6.5',
  'arrow-up': 'M12 20V5M5.5 11 12 4.5 18.5 11',
  send: 'M4 11.5 20 4l-5 16-3.5-7z',
  mic: 'M12 3.5a2.8 2.8 0 0 0-2.8 2.8v5a2.8 2.8 0 0 0 5.6 0v-5A2.8 2.8 0 0 0 12 3.5zM5.8 11a6.2 6.2 0 0 0 12.4 0M12 17.2v3.3',
  camera: 'M4 8h3.5L9 5.5h6L16.5 8H20v11H4zM12 10a3.3 3.3 0 1 0 0 6.6 3.3 3.3 0 0 0 0-6.6z',
  message: 'M4 5h16v11.5h-9L6.5 20v-3.5H4z',
  mail: 'M4 6h16v12H4zM4 7l8 6 8-6',
  edit: 'M4.5 19.5 5.5 15 16 4.5 19.5 8 9 18.5z',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  qr: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.5v2.5H14zM17.5 17.5H20V20M20 14v1M14 20h1',
  refresh: 'M19.5 8A8 8 0 1 0 20 13M20 4v4.5h-4.5',
  print: 'M7 9V4h10v5M7 16.5H4V9h16v7.5h-3M7 14h10v6.5H7z',
  download: 'M12 4v11.5M6.5 10.5 12 16l5.5-5.5M4.5 20h15',
  merge: 'M6 4v5c0 4 12 3 12 8v3M18 4v5c0 2-1.5 3-3.5 3.7M15 17l3 3 3-3',
  leave: 'M13.5 4H5v16h8.5M9.5 12H20M16 7.5l4.5 4.5-4.5 4.5',
  settings:
    'M4 7h9M17.5 7H20M4 17h2.5M11 17h9M15.2 4.7a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6zM8.7 14.7a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6z',
} as const

export type IconName = keyof typeof PATHS

/** All names, for the gallery. */
export const ICON_NAMES = Object.keys(PATHS) as IconName[]

/** Takes the colour and (1.25 em) the size of the text around it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  )
}
