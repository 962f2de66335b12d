import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import { useTexts } from '../../../locales/app-texts.tsx'
import { Soft } from '../../../ui/layout.tsx'
import { RadioGroup } from '../../../ui/radio-group.tsx'
import type { TreeWords } from '../tree-query.ts'

type TargetChoiceProps = {
  model: TreeModel
  words: TreeWords
  value: string | undefined
  onChange: (profile: string) => void
}

/** Which of the model's target profiles the pictures and the actions look at. */
export function TargetChoice({ model, words, value, onChange }: TargetChoiceProps) {
  const { trees } = useTexts()
  const profiles = model.targets ?? []
  const [only, ...others] = profiles
  if (!only) return null
  if (others.length === 0) return <Soft>{trees.targetIs({ name: words(only.name) })}</Soft>
  return (
    <div data-print="hide">
      <RadioGroup
        row
        label={trees.target}
        value={value ?? only.id}
        onChange={onChange}
        options={profiles.map(({ id, name }) => ({ id, label: words(name) }))}
      />
    </div>
  )
}
