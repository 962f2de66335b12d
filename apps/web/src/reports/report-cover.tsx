import type { Cover, StepCard } from '@stegvis/core/reports/content/schema.ts'
import { smallStairs } from '@stegvis/core/reports/content/small-stairs.ts'
import { EU_EMBLEM } from '@stegvis/core/reports/eu-emblem.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { SmallFigure } from '../ui/figure.tsx'
import { Soft } from '../ui/layout.tsx'
import styles from './report.module.css'

/** What the cover of the PDF says: for whom, when, where each ladder stands, and who pays. */
export function ReportCover({ cover }: { cover: Cover }) {
  return (
    <div className={styles.cover}>
      <p>
        <strong>{cover.programme}</strong> {cover.demonstration && <Soft>{cover.demonstration}</Soft>}
      </p>
      <dl className={styles.facts}>
        {cover.facts.map(({ term, text }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <StepCards cards={cover.cards} />
      <Funding cover={cover} />
    </div>
  )
}

export function StepCards({ cards }: { cards: readonly StepCard[] }) {
  return (
    <ul className={styles.cards}>
      {cards.map((card) => (
        <li key={card.area}>
          <SmallFigure drawing={smallStairs(card)} accent={card.accent} />
          <strong>{card.area}</strong>
          <span>{card.text}</span>
          {card.change && <Soft>{card.change}</Soft>}
        </li>
      ))}
    </ul>
  )
}

function Funding({ cover: { funding } }: { cover: Cover }) {
  return (
    <div className={styles.funding}>
      {funding.statement && <Soft>{funding.statement}</Soft>}
      <div className={styles.funders}>
        {funding.eu && <EuropeanUnion words={funding.eu} />}
        {funding.others.map(({ name, acknowledgement }) => (
          <span key={name}>{acknowledgement || name}</span>
        ))}
      </div>
    </div>
  )
}

/** The emblem and its words, in a typeface the rules allow. */
function EuropeanUnion({ words }: { words: string }) {
  const { page } = useTexts().reports
  const { width, height, blue, yellow, stars } = EU_EMBLEM
  return (
    <span className={styles.union}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={page.emblem} className={styles.emblem}>
        <rect width={width} height={height} fill={blue} />
        <path d={stars.join('')} fill={yellow} />
      </svg>
      {words}
    </span>
  )
}
