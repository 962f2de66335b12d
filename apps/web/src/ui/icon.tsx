import styles from './icon.module.css'

/** Drawn on 24 × 24 with a line of 1.75; one idea per icon, always beside words or with a label. */
const PATHS = {
  add: 'M12 5v14M5 12h14',
  alert: 'M12 4 2.8 20h18.4zM12 10v4.5M12 17.3v.2',
  'arrow-down': 'M12 5v14m-6-6 6 6 6-6',
  'arrow-left': 'M19 12H5m6-6-6 6 6 6',
  'arrow-right': 'M5 12h14m-6-6 6 6-6 6',
  'arrow-up': 'M12 19V5M6 11l6-6 6 6',
  calendar: 'M4 6.5h16V20H4zM4 10.5h16M8 3.5v5M16 3.5v5',
  check: 'm4.5 12.5 5 5 10-11',
  'chevron-down': 'm6 9.5 6 6 6-6',
  'chevron-right': 'm9.5 6 6 6-6 6',
  close: 'm6 6 12 12M18 6 6 18',
  cloud: 'M7 18.5a4 4 0 0 1-.5-7.97A5.5 5.5 0 0 1 17.2 9.3 4.6 4.6 0 0 1 17 18.5z',
  companies: 'M3.5 20.5V10l5 3v-3l5 3v-3l5 3V4h2v16.5zM8 17h1.5M13 17h1.5',
  documents: 'M6 3.5h8l4 4v13H6zM14 3.5v4h4M9 12.5h6M9 16h6',
  download: 'M12 4v11m-5-5 5 5 5-5M4.5 20h15',
  edit: 'm4 20 1-4.5L16 4.5l3.5 3.5L8.500 19zM13.500 7 17 10.500',
  external: 'M14 4.500h5.500V10M19.500 4.500 11 13M10 5.500H4.500v14h14V14',
  figures: 'M4 20.500h16M6.500 17v-5M12 17V7M17.500 17v-8',
  flag: 'M6 21V4M6 5h11l-2.500 3.500L17 12H6',
  history: 'M4.500 12a7.500 7.500 0 1 0 2.300-5.400L4.500 8.800M4.500 4v4.800h4.800M12 8v4.300l3 1.800',
  home: 'M4 11.500 12 4.500l8 7M6 10v10h4.500v-5.500h3V20H18V10',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M12 11v5.500M12 7.600v.2',
  language:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M3.300 12h17.400M12 3c3 3 3.800 6 3.800 9s-.8 6-3.800 9c-3-3-3.800-6-3.800-9s.8-6 3.800-9',
  lock: 'M5.500 10.500h13V20h-13zM8.500 10.500V8a3.500 3.500 0 0 1 7 0v2.500',
  mail: 'M3.500 5.500h17v13h-17zM4 6l8 7 8-7',
  menu: 'M4 7h16M4 12h16M4 17h16',
  minus: 'M5 12h14',
  models: 'M3.500 20.500v-4.200h4.300v-4.200h4.300V7.900h4.300V3.700h4.100v16.800z',
  more: 'M5.500 12v.1M12 12v.1M18.500 12v.1',
  offline:
    'M4 4l16 16M5.500 10.800A4 4 0 0 0 7 18.500h9.500M9 7a5.500 5.500 0 0 1 8.200 2.600 4.500 4.500 0 0 1 2.600 7',
  people:
    'M9 11.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7M2.500 20c.5-4 3-6 6.500-6s6 2 6.500 6M15.500 5a3.300 3.300 0 0 1 0 6.200M17.500 14.500c2.300.7 3.600 2.500 4 5.500',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4.500 20.500c.6-4.200 3.400-6.300 7.500-6.300s6.900 2.100 7.500 6.300',
  phone:
    'M5 4h4l1.800 4.500-2.300 1.700a11 11 0 0 0 5.300 5.300l1.700-2.300L20 15v4c0 .8-.7 1.300-1.500 1.200C11 19.500 4.500 13 3.800 5.500 3.700 4.700 4.200 4 5 4',
  plan: 'M5 4.500h14v16H5zM9 3v3M15 3v3M8.500 11l1.500 1.500 2.500-3M8.500 16.500h7',
  retry: 'M19.500 12a7.500 7.500 0 1 1-2.300-5.400l2.300 2.200M19.500 4v4.800h-4.800',
  search: 'M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13m4.700-1.800 5 5',
  send: 'm4 12 16-7.500L15.500 20l-4-6zM11.500 14 20 4.500',
  'set-up': 'M4 7h9M17 7h3M15 4.800v4.400M4 17h3M11 17h9M9 14.800v4.400',
  'sort-down': 'M12 5v14m-5-5 5 5 5-5',
  'sort-none': 'm8 9.500 4-4 4 4M8 14.500l4 4 4-4',
  'sort-up': 'M12 19V5M7 10l5-5 5 5',
  trash: 'M4.500 6.500h15M9.500 6.500V4h5v2.500M6.500 6.500 7.300 20.500h9.400l.8-14M10 10v7M14 10v7',
  undo: 'M9 6 4.500 10.500 9 15M4.500 10.500H15a4.800 4.800 0 0 1 0 9.500h-3',
  upload: 'M12 15.500v-11m-5 5 5-5 5 5M4.500 20h15',
} as const

export type IconName = keyof typeof PATHS

/** Decorative: the words beside it, or the label of its button, carry the meaning. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className={styles.icon} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  )
}
