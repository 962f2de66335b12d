import styles from './area-mark.module.css'

/** One shape per accent, so that focus areas are told apart without colour. On 20 × 20. */
const SHAPES: readonly string[] = [
  'M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16',
  'M3 3h14v14H3z',
  'M10 2.5 18.5 17.5h-17z',
  'M10 1 19 10l-9 9-9-9z',
  'M7 2h6v5h5v6h-5v5H7v-5H2V7h5z',
  'M5.5 2.5h9L19 10l-4.5 7.5h-9L1 10z',
  'M2 14a8 8 0 0 1 16 0z',
  'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16m0 4.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7',
]

/** The mark of a focus area: its colour and shape. Always beside its name. */
export function AreaMark({ accent }: { accent: number }) {
  return (
    <svg className={styles.mark} viewBox="0 0 20 20" data-accent={accent} aria-hidden="true">
      <path fillRule="evenodd" d={SHAPES[(accent - 1) % SHAPES.length]} />
    </svg>
  )
}

/** A focus area by mark and name. */
export function AreaName({ accent, children }: { accent: number; children: string }) {
  return (
    <span className={styles.name}>
      <AreaMark accent={accent} />
      {children}
    </span>
  )
}
