import styles from './intake.module.css'

const STEPS = [1, 2, 3, 4, 5]

/** The signature picture as a welcome: five steps, a place to stand and a flag to reach. Says nothing the text does not. */
export function HeroPicture() {
  return (
    <svg className={styles.picture} viewBox="0 0 400 240" aria-hidden="true">
      {STEPS.map((step) => (
        <g key={step}>
          <rect
            x={10 + (step - 1) * 76}
            y={220 - step * 36}
            width={76}
            height={step * 36}
            fill="var(--brand)"
            opacity={step <= 2 ? 1 : 0.12 + step * 0.03}
          />
          <rect x={10 + (step - 1) * 76} y={220 - step * 36} width={76} height={4} fill="var(--brand)" />
        </g>
      ))}
      <circle cx={124} cy={132} r={9} fill="var(--surface)" stroke="var(--brand)" strokeWidth={4} />
      <path d="M276 76V28" stroke="var(--ink)" strokeWidth={3} />
      <path d="M277 28h34l-9 11 9 11h-34z" fill="var(--flag)" />
      <path d="M2 220h396" stroke="var(--line-strong)" strokeWidth={2} />
    </svg>
  )
}
