import { useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { Button } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Row, Stack } from '../../ui/layout.tsx'
import { ComboBox, Select } from '../../ui/select.tsx'
import { useEditor } from '../editor/editor-context.ts'
import { useNames } from '../use-names.ts'
import styles from './fields.module.css'

const READINGS = ['chosen', 'answer', 'answered', 'fact', 'level', 'value', 'previous'] as const
type Reading = (typeof READINGS)[number]

/** How a condition is written, and a way to put its terms together from names instead of ids. */
export function ExpressionHelp({ names, onInsert }: { names: readonly string[]; onInsert: (term: string) => void }) {
  const { expressions } = useTexts().models
  return (
    <Disclosure plain summary={expressions.help}>
      <Stack>
        {names.length > 0 ? <p>{expressions.rankingNames}</p> : <TermBuilder onInsert={onInsert} />}
        <dl className={styles.grammar}>
          {expressions.grammar.map(([example, meaning]) => (
            <div key={example}>
              <dt>
                <code>{example}</code>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </Stack>
    </Disclosure>
  )
}

function TermBuilder({ onInsert }: { onInsert: (term: string) => void }) {
  const { expressions } = useTexts().models
  const [reading, setReading] = useState<Reading>('chosen')
  const [thing, setThing] = useState<string | null>(null)
  const [option, setOption] = useState<string | null>(null)
  const things = useThings(reading)
  const options = useOptionsOf(reading === 'chosen' ? thing : null)
  const term = termOf(reading, thing, reading === 'chosen' ? option : undefined)
  return (
    <Row align="bottom" gap="s">
      <Select
        label={expressions.read}
        options={READINGS.map((id) => ({ id, label: expressions.readings[id] }))}
        value={reading}
        onChange={(next) => {
          if (!next) return
          setReading(next)
          setThing(null)
          setOption(null)
        }}
      />
      <ComboBox key={reading} label={expressions.of[reading]} options={things} value={thing} onChange={setThing} />
      {reading === 'chosen' && (
        <Select label={expressions.option} options={options} value={option} onChange={setOption} />
      )}
      <Button isDisabled={term === null} onPress={() => term !== null && onInsert(term)}>
        {expressions.insert}
      </Button>
    </Row>
  )
}

function termOf(reading: Reading, thing: string | null, option: string | null | undefined): string | null {
  if (thing === null || option === null) return null
  return option === undefined ? `${reading}(${thing})` : `${reading}(${thing}, ${option})`
}

function useThings(reading: Reading) {
  const { model } = useEditor()
  const names = useNames()
  if (reading === 'fact') return (model.facts ?? []).map(({ id, name }) => ({ id, label: names.text(name) || id }))
  if (reading === 'chosen' || reading === 'answer' || reading === 'answered') {
    return model.questions.map(({ id, text }) => ({ id, label: names.text(text) || id }))
  }
  return names.nodes()
}

function useOptionsOf(question: string | null) {
  const { model } = useEditor()
  const names = useNames()
  const scale = model.scales[model.questions.find(({ id }) => id === question)?.scale ?? '']
  if (scale?.type !== 'single' && scale?.type !== 'multiple') return []
  return scale.options.map(({ id, name }) => ({ id, label: names.text(name) || id }))
}
