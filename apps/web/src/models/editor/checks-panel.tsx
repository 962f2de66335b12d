import type { ModelFault } from '@stegvis/core/models/authoring/schema.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useLanguage } from '../../locales/texts.tsx'
import { Icon } from '../../ui/icon.tsx'
import { hasPart, partOf } from '../document/places.ts'
import { useNames } from '../use-names.ts'
import styles from './editor.module.css'
import { useEditor } from './editor-context.ts'

/** So many are shown; the first ones are usually the cause of the others. */
const SHOWN = 30

/** What is wrong or odd in the model as it is written, each line leading to its place. */
export function ChecksPanel() {
  const { checked } = useEditor()
  const { checks: texts } = useTexts().models
  const [errors, warnings] = checked.ok ? [[], checked.warnings] : [checked.errors, []]
  return (
    <section aria-labelledby="checks-title" className={styles.checks}>
      <h2 id="checks-title" tabIndex={-1} className={styles.checksTitle}>
        {texts.title}
      </h2>
      <p aria-live="polite">{texts.sum({ errors: errors.length, warnings: warnings.length })}</p>
      <FaultList faults={errors} tone="error" />
      <FaultList faults={warnings} tone="warning" />
    </section>
  )
}

function FaultList({ faults, tone }: { faults: readonly ModelFault[]; tone: 'error' | 'warning' }) {
  const { checks: texts } = useTexts().models
  if (faults.length === 0) return null
  return (
    <>
      <ul className={styles.faultList} aria-label={texts.lists[tone]}>
        {faults.slice(0, SHOWN).map((fault, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two faults of one place may read alike.
          <li key={at} data-tone={tone}>
            <FaultLine fault={fault} />
          </li>
        ))}
      </ul>
      {faults.length > SHOWN && <p>{texts.more({ count: faults.length - SHOWN })}</p>}
    </>
  )
}

function FaultLine({ fault }: { fault: ModelFault }) {
  const { model, outline, open } = useEditor()
  const { language } = useLanguage()
  const { outline: texts } = useTexts().models
  const names = useNames()
  const part = partOf(model, outline, fault.pointer)
  const row = outline.byKey.get(part)
  const place = row ? names.row(row) : sheetName(part, texts)
  return (
    <button
      type="button"
      className={styles.faultLine}
      onClick={() => {
        if (hasPart(model, outline, part)) open(part)
        focusPlace(fault.pointer)
      }}
    >
      <Icon name="alert" />
      <span>
        <strong>{place}</strong> {fault.message[language]}
      </span>
    </button>
  )
}

type OutlineTexts = ReturnType<typeof useTexts>['models']['outline']

function sheetName(part: string, texts: OutlineTexts): string {
  if (part.startsWith('scale.')) return texts.scaleTitle({ id: part.slice('scale.'.length) })
  return texts.sheets[part as keyof OutlineTexts['sheets']] ?? texts.sheets.model
}

/** The field at the place, or at the nearest one around it, opened and focused once its form is there. */
function focusPlace(pointer: string): void {
  setTimeout(() => {
    const steps = pointer.split('/')
    for (let length = steps.length; length > 1; length--) {
      const place = document.querySelector(`[data-pointer="${CSS.escape(steps.slice(0, length).join('/'))}"]`)
      if (!place) continue
      for (let fold = place.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) {
        fold.open = true
      }
      place.querySelector<HTMLElement>('input:not([hidden]):not([type="hidden"]), textarea, button')?.focus()
      return
    }
  }, 50)
}
