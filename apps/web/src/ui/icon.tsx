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
  edit: 'm4 20 1-4.5L16 4.5l3.5 3.5L8.5 19zM13.5 7 17 10.5',
  external: 'M14 4.5h5.5V10M19.5 4.5 11 13M10 5.5H4.5v14h14V14',
  figures: 'M4 20.5h16M6.5 17v-5M12 17V7M17.5 17v-8',
  flag: 'M6 21V4M6 5h11l-2.5 3.5L17 12H6',
  history: 'M4.5 12a7.5 7.5 0 1 0 2.3-5.4L4.5 8.8M4.5 4v4.8h4.8M12 8v4.3l3 1.8',
  home: 'M4 11.5 12 4.5l8 7M6 10v10h4.5v-5.5h3V20H18V10',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M12 11v5.5M12 7.6v.2',
  language:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M3.3 12h17.4M12 3c3 3 3.8 6 3.8 9s-.8 6-3.8 9c-3-3-3.8-6-3.8-9s.8-6 3.8-9',
  lock: 'M5.5 10.5h13V20h-13zM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5',
  mail: 'M3.5 5.5h17v13h-17zM4 6l8 7 8-7',
  menu: 'M4 7h16M4 12h16M4 17h16',
  minus: 'M5 12h14',
  models: 'M3.5 20.5v-4.2h4.3v-4.2h4.3V7.9h4.3V3.7h4.1v16.8z',
  more: 'M5 12a.5.5 0 1 0 1 0 .5.5 0 0 0-1 0M11.5 12a.5.5 0 1 0 1 0 .5.5 0 0 0-1 0M18 12a.5.5 0 1 0 1 0 .5.5 0 0 0-1 0',
  offline: 'M4 4l16 16M5.5 10.8A4 4 0 0 0 7 18.5h9.5M9 7a5.5 5.5 0 0 1 8.2 2.6 4.5 4.5 0 0 1 2.6 7',
  people:
    'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2.5 20c.5-4 3-6 6.5-6s6 2 6.5 6M15.5 5a3.3 3.3 0 0 1 0 6.2M17.5 14.5c2.3.7 3.6 2.5 4 5.5',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4.5 20.5c.6-4.2 3.4-6.3 7.5-6.3s6.9 2.1 7.5 6.3',
  phone:
    'M5 4h4l1.8 4.5-2.3 1.7a11 11 0 0 0 5.3 5.3l1.7-2.3L20 15v4c0 .8-.7 1.3-1.5 1.2C11 19.5 4.5 13 3.8 5.5 3.7 4.7 4.2 4 5 4',
  plan: 'M5 4.5h14v16H5zM9 3v3M15 3v3M8.5 11l1.5 1.5 2.5-3M8.5 16.5h7',
  redo: 'M15 6l4.5 4.5L15 15M19.5 10.5H9a4.8 4.8 0 0 0 0 9.5h3',
  retry: 'M19.5 12a7.5 7.5 0 1 1-2.3-5.4l2.3 2.2M19.5 4v4.8h-4.8',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13m4.7-1.8 5 5',
  send: 'm4 12 16-7.5L15.5 20l-4-6zM11.5 14 20 4.5',
  'set-up': 'M4 7h9M17 7h3M15 4.8v4.4M4 17h3M11 17h9M9 14.8v4.4',
  'sort-down': 'M12 5v14m-5-5 5 5 5-5',
  'sort-none': 'm8 9.5 4-4 4 4M8 14.5l4 4 4-4',
  'sort-up': 'M12 19V5M7 10l5-5 5 5',
  trash: 'M4.5 6.5h15M9.5 6.5V4h5v2.5M6.5 6.5 7.3 20.5h9.4l.8-14M10 10v7M14 10v7',
  undo: 'M9 6 4.5 10.5 9 15M4.5 10.5H15a4.8 4.8 0 0 1 0 9.5h-3',
  upload: 'M12 15.5v-11m-5 5 5-5 5 5M4.5 20h15',
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
