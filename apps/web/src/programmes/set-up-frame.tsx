import type { ProgrammeStep } from '@stegvis/core/programmes/schema.ts'
import type { ReactNode } from 'react'
import { useTexts } from '../locales/app-texts.tsx'
import { Anchor } from '../ui/anchor.tsx'
import { cx } from '../ui/cx.ts'
import { Icon } from '../ui/icon.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Callout } from '../ui/states.tsx'
import styles from './set-up.module.css'
import { gapsOf, type SetUp, STEPS, stepPath, useGapText } from './steps.ts'

type SetUpFrameProps = { setUp: SetUp; step: ProgrammeStep; actions?: ReactNode; children: ReactNode }

/** One step of the set-up: the way between the steps, and what is still missing in this one. */
export function SetUpFrame({ setUp, step, actions, children }: SetUpFrameProps) {
  const { programmes } = useTexts()
  const { slug, gaps } = setUp
  const text = useGapText()
  const { required } = gapsOf(gaps, step)
  return (
    <div className={styles.frame}>
      <nav className={styles.side} aria-label={programmes.setUp.steps} data-print="hide">
        <StepList setUp={setUp} current={step} />
      </nav>
      <div className={styles.main}>
        <PageHeader
          title={programmes.steps[step]}
          intro={programmes.stepIntro[step]}
          breadcrumbs={[{ label: programmes.setUp.title, href: stepPath(slug, null) }]}
          actions={actions}
        />
        {required.length > 0 && (
          <Callout tone="warning" title={programmes.missing.count({ count: required.length })}>
            {required.map((gap) => (
              <div key={`${gap.kind} ${gap.of}`}>{text(gap)}</div>
            ))}
          </Callout>
        )}
        {children}
        <Onward slug={slug} step={step} />
      </div>
    </div>
  )
}

function StepList({ setUp: { slug, gaps }, current }: { setUp: SetUp; current: ProgrammeStep }) {
  const { programmes } = useTexts()
  return (
    <ol className={styles.steps}>
      {STEPS.map((step, at) => {
        const missing = gapsOf(gaps, step).required.length
        return (
          <li key={step}>
            <Anchor
              href={stepPath(slug, step)}
              className={styles.step}
              aria-current={step === current ? 'page' : undefined}
            >
              <StepMark number={at + 1} missing={missing} />
              {programmes.steps[step]}
            </Anchor>
          </li>
        )
      })}
    </ol>
  )
}

/** A tick when nothing required is missing, an exclamation mark when something is. */
export function StepMark({ number, missing }: { number: number; missing: number }) {
  const { missing: texts } = useTexts().programmes
  const label = missing > 0 ? texts.count({ count: missing }) : texts.done
  return (
    <span className={cx(styles.mark, missing > 0 ? styles.missing : styles.done)} role="img" aria-label={label}>
      {missing > 0 ? number : <Icon name="check" />}
    </span>
  )
}

function Onward({ slug, step }: { slug: string; step: ProgrammeStep }) {
  const { programmes } = useTexts()
  const at = STEPS.indexOf(step)
  const [previous, next] = [STEPS[at - 1], STEPS[at + 1]]
  return (
    <div className={styles.onward} data-print="hide">
      <Anchor href={stepPath(slug, previous ?? null)}>
        {previous ? programmes.setUp.previous({ step: programmes.steps[previous] }) : programmes.setUp.back}
      </Anchor>
      <Anchor href={stepPath(slug, next ?? null)}>
        {next ? programmes.setUp.next({ step: programmes.steps[next] }) : programmes.setUp.back}
      </Anchor>
    </div>
  )
}
