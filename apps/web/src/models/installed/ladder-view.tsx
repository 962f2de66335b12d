import { inLanguage } from '@stegvis/core/kernel/text.ts'
import type { Dimension, Model, Rung } from '@stegvis/core/models/schema.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useLanguage } from '../../locales/texts.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Section, Soft, Stack } from '../../ui/layout.tsx'
import { Callout } from '../../ui/states.tsx'

/** A ladder of the first format, to read. It is not written on screen. */
export function LadderView({ model }: { model: Model }) {
  const { models: texts } = useTexts()
  const { language } = useLanguage()
  return (
    <Stack gap="l">
      <Callout>{texts.ladderReadOnly}</Callout>
      <p>{inLanguage(model.purpose, language)}</p>
      <Section title={texts.ladder.levels}>
        <ol>
          {model.levels.map(({ level, name }) => (
            <li key={level}>{inLanguage(name, language)}</li>
          ))}
        </ol>
      </Section>
      <Section title={texts.ladder.dimensions}>
        <div>
          {model.dimensions.map((dimension) => (
            <DimensionPart key={dimension.id} dimension={dimension} />
          ))}
        </div>
      </Section>
    </Stack>
  )
}

function DimensionPart({ dimension }: { dimension: Dimension }) {
  const { language } = useLanguage()
  return (
    <Disclosure summary={inLanguage(dimension.name, language)}>
      <Stack>
        <p>{inLanguage(dimension.about, language)}</p>
        {dimension.rungs.map((rung) => (
          <RungPart key={rung.level} rung={rung} />
        ))}
      </Stack>
    </Disclosure>
  )
}

function RungPart({ rung }: { rung: Rung }) {
  const { language } = useLanguage()
  return (
    <Section level={3} title={`${rung.level}. ${inLanguage(rung.name, language)}`}>
      <Soft>{inLanguage(rung.statement, language)}</Soft>
      {rung.criteria.length > 0 && (
        <ul>
          {rung.criteria.map((criterion) => (
            <li key={criterion.id}>{inLanguage(criterion.text, language)}</li>
          ))}
        </ul>
      )}
    </Section>
  )
}
