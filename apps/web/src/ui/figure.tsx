import type { Figure as Drawing } from '@stegvis/core/figures/shapes.ts'
import { elementOf } from '@stegvis/core/figures/svg.ts'
import type { Theme } from '@stegvis/core/figures/theme.ts'
import { createElement, type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useSharedTexts } from '../locales/texts.tsx'
import { keepDays } from './days.tsx'
import { Disclosure } from './disclosure.tsx'
import styles from './figure.module.css'

/** The tokens of the page: light, dark and paper follow by themselves. */
const SCREEN: Theme = {
  accent: 'var(--figure-accent)',
  accentSoft: 'var(--figure-soft)',
  onAccent: 'var(--figure-on-accent)',
  ink: 'var(--ink)',
  inkSoft: 'var(--ink-soft)',
  line: 'var(--line)',
  surface: 'var(--surface)',
  sunken: 'var(--figure-open)',
  flag: 'var(--figure-flag)',
  none: 'none',
}

/** Figures are drawn pixel for pixel, so that their text has the size of the page's: from here up to `most`. */
const LEAST = 280
/** What a page of paper has room for. A wider drawing would be shrunk, and its text with it. */
const PAPER = 680

type FigureProps = {
  /** draws for the width there is */
  draw: (width: number) => Drawing
  accent: number
  /** shows the title over the picture; else it is only spoken */
  captioned?: boolean | undefined
  /** what the signs say, where the drawing does not say it itself */
  legend?: ReactNode
  /** the widest the figure makes good use of */
  most?: number
}

/** A figure of core on the screen: picture, words for those who cannot see it, and the table behind it. */
export function Figure({ draw, accent, captioned, legend, most = 720 }: FigureProps) {
  const { ui } = useSharedTexts()
  const frame = useRef<HTMLElement>(null)
  const drawing = draw(useWidth(frame, most))
  return (
    <figure ref={frame} className={styles.figure} data-accent={accent}>
      {captioned && <figcaption className={styles.caption}>{drawing.title}</figcaption>}
      <Picture drawing={drawing} />
      {legend}
      <Disclosure plain summary={ui.figure.showTable}>
        <FigureTable drawing={drawing} />
      </Disclosure>
    </figure>
  )
}

/** A picture whose values stand in words beside it: without a table of its own. */
export function SmallFigure({ drawing, accent }: { drawing: Drawing; accent: number }) {
  return (
    <div className={styles.figure} data-accent={accent}>
      <Picture drawing={drawing} />
    </div>
  )
}

/**
 * A drawing as wide as what it holds: it scrolls inside its frame, beginning with `centre` in the middle. On paper it
 * is made to fit.
 */
export function WideFigure({ drawing, centre }: { drawing: Drawing; centre: number }) {
  const { ui } = useSharedTexts()
  const frame = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const { current } = frame
    if (current) current.scrollLeft = centre - current.clientWidth / 2
  }, [centre])
  return (
    <figure className={styles.figure}>
      {/* biome-ignore lint/a11y/useSemanticElements: no fields, and the table below has the landmark of this name. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide drawing scrolls, and the keyboard must reach that. */}
      <div ref={frame} className={styles.wide} tabIndex={0} role="group" aria-label={drawing.title}>
        <Picture drawing={drawing} />
      </div>
      <Disclosure plain summary={ui.figure.showTable}>
        <FigureTable drawing={drawing} />
      </Disclosure>
    </figure>
  )
}

function Picture({ drawing }: { drawing: Drawing }) {
  return (
    <svg
      className={styles.picture}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      width={drawing.width}
      height={drawing.height}
      role="img"
      aria-label={`${drawing.title}. ${drawing.description}`}
    >
      {drawing.shapes.map((shape, at) => {
        const { name, attributes, text } = elementOf(shape, SCREEN)
        return createElement(name, { key: `${shape.role}-${at}`, ...spelledForReact(attributes) }, text)
      })}
    </svg>
  )
}

/** `stroke-width` is `strokeWidth` to React. */
function spelledForReact(attributes: Readonly<Record<string, string | number>>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [
      key.replace(/-(\w)/g, (_, letter) => letter.toUpperCase()),
      value,
    ]),
  )
}

function FigureTable({ drawing: { table, title } }: { drawing: Drawing }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and the keyboard must reach that.
    <section className={styles.scroll} tabIndex={0} aria-label={title}>
      <table className={styles.table}>
        <caption>{title}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.join('|')}>
              {row.map((cell, at) =>
                at === 0 ? (
                  <th key={table.columns[at]} scope="row">
                    {keepDays(cell)}
                  </th>
                ) : (
                  <td key={table.columns[at]}>{keepDays(cell)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function useWidth(frame: RefObject<HTMLElement | null>, most: number): number {
  const [width, setWidth] = useState(() => Math.min(most, window.innerWidth - 64))
  useLayoutEffect(() => {
    const measure = () => setWidth(Math.min(most, Math.max(LEAST, Math.floor(frame.current!.clientWidth))))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(frame.current!)
    // Nothing is measured while the browser prints, so the drawing must have its width before.
    const fitPaper = () => flushSync(() => setWidth((now) => Math.min(now, PAPER)))
    window.addEventListener('beforeprint', fitPaper)
    window.addEventListener('afterprint', measure)
    return () => {
      observer.disconnect()
      window.removeEventListener('beforeprint', fitPaper)
      window.removeEventListener('afterprint', measure)
    }
  }, [frame, most])
  return width
}
