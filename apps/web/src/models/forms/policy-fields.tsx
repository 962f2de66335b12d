import { Policies } from '@stegvis/core/models/tree/schema-roll-up.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { Stack } from '../../ui/layout.tsx'
import type { Path } from '../document/path.ts'
import { ChoiceAt } from '../fields/simple-at.tsx'

const KEYS = ['missing', 'unknown', 'not-applicable'] as const

/** What happens with what has no value. `inherits`: a node may leave it to the model. */
export function PolicyFields({ path, inherits = false }: { path: Path; inherits?: boolean }) {
  const { policies: texts } = useTexts().models.forms
  return (
    <Stack>
      {KEYS.map((key) => (
        <ChoiceAt
          key={key}
          path={[...path, key]}
          label={texts[key].label}
          {...(inherits && { none: texts.asModel })}
          options={Policies.shape[key].options.map((id) => ({ id, label: effectOf(texts[key].effects, id) }))}
        />
      ))}
    </Stack>
  )
}

const effectOf = (effects: Readonly<Record<string, string>>, id: string): string => effects[id] ?? id
