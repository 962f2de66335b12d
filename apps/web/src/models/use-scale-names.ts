import { useTexts } from '../locales/app-texts.tsx'
import { useEditor } from './editor/editor-context.ts'
import { useNames } from './use-names.ts'

/** What a scale is called: its id, and what there is to choose from on it. */
export function useScaleNames(): (id: string) => string {
  const { model } = useEditor()
  const { scales: texts } = useTexts().models
  const names = useNames()
  return (id) => {
    const scale = model.scales[id]
    if (!scale) return id
    const choices = choicesOf(scale).map(names.text)
    const shown = choices.length > 4 ? [...choices.slice(0, 3), '…'] : choices
    const what = scale.type === 'number' ? `${texts.types.number.name}, ${scale.unit}` : shown.join(' / ')
    return `${id}: ${what || texts.types[scale.type].name}`
  }
}

function choicesOf(scale: ReturnType<typeof useEditor>['model']['scales'][string]) {
  switch (scale.type) {
    case 'single':
    case 'multiple':
      return scale.options.map(({ name }) => name)
    case 'rungs':
      return scale.rungs.map(({ name }) => name)
    case 'likert':
      return scale.steps.map(({ name }) => name)
    case 'split':
      return scale.parts.map(({ name }) => name)
    case 'matrix':
      return scale.cells.map(({ name }) => name)
    default:
      return []
  }
}
