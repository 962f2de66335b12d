import type { AuthoredModelView, Hindrance, ModelCheck } from '@stegvis/core/models/authoring/schema.ts'
import { useProgramme } from '../../app/session.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats, useLanguage } from '../../locales/texts.tsx'
import { Anchor } from '../../ui/anchor.tsx'
import { Stack } from '../../ui/layout.tsx'
import { Callout } from '../../ui/states.tsx'
import type { Sheet } from '../document/places.ts'
import { DifferenceTable } from '../forms/difference-table.tsx'
import { modelPath } from '../paths.ts'

/** Everything that stands between the draft and its publishing, with the way to where it is put right. */
export function CheckList({ model, check }: { model: AuthoredModelView; check: ModelCheck }) {
  const { publishing: texts } = useTexts().models
  if (check.hindrances.length === 0) return <Callout tone="good">{texts.ready}</Callout>
  return (
    <Callout tone="warning" title={texts.left({ count: check.hindrances.length })}>
      <ul>
        {check.hindrances.map((hindrance) => (
          <li key={hindrance.code}>
            <HindranceLine model={model} check={check} hindrance={hindrance} />
          </li>
        ))}
      </ul>
    </Callout>
  )
}

/** Where in the editor a hindrance is put right; null where it is not a matter of writing. */
const SHEET_OF: Readonly<Record<Hindrance['code'], Sheet | null>> = {
  errors: 'model',
  examples: 'examples',
  sources: 'sources',
  'version-taken': 'model',
  'version-not-newer': 'model',
  'version-step': 'model',
  migration: 'versions',
  'not-approved': null,
}

type HindranceLineProps = { model: AuthoredModelView; check: ModelCheck; hindrance: Hindrance }

function HindranceLine({ model, check, hindrance }: HindranceLineProps) {
  const { publishing: texts } = useTexts().models
  const { slug } = useProgramme()
  const { language } = useLanguage()
  const say = useHindranceText()
  const sheet = SHEET_OF[hindrance.code]
  const failing = check.examples.filter(({ differences }) => differences.length > 0)
  return (
    <Stack gap="s">
      <span>
        {say(hindrance)}{' '}
        {sheet && model.steps.change && <Anchor href={modelPath(slug, model.id, undefined, sheet)}>{texts.fix}</Anchor>}
      </span>
      {hindrance.code === 'examples' &&
        failing.map(({ name, differences }) => <DifferenceTable key={name} name={name} differences={differences} />)}
      {hindrance.code === 'migration' && hindrance.faults.length > 0 && (
        <ul>
          {hindrance.faults.map(({ pointer, message }) => (
            <li key={`${pointer} ${message.en}`}>{message[language]}</li>
          ))}
        </ul>
      )}
    </Stack>
  )
}

/** What hinders, as a sentence. */
function useHindranceText(): (hindrance: Hindrance) => string {
  const { publishing, changes } = useTexts().models
  const { list } = useFormats()
  const texts = publishing.hindrances
  return (hindrance) => {
    switch (hindrance.code) {
      case 'errors':
        return texts.errors({ count: hindrance.count })
      case 'examples':
        return texts.examples({ names: list(hindrance.names) })
      case 'sources':
        return texts.sources({ questions: list(hindrance.questions) })
      case 'version-not-newer':
        return texts['version-not-newer']({ newest: hindrance.newest })
      case 'version-step': {
        const { from, needs, states } = hindrance
        return texts['version-step']({ from, needs: changes.steps[needs], states: changes.steps[states] })
      }
      case 'migration':
        return texts.migration({ from: hindrance.from })
      case 'version-taken':
      case 'not-approved':
        return texts[hindrance.code]
    }
  }
}
