import type { FocusAreaId } from '@stegvis/core/kernel/ids.ts'
import { inLanguage } from '@stegvis/core/kernel/text.ts'
import type { FocusArea, ModelOption } from '@stegvis/core/programmes/schema.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../locales/app-texts.tsx'
import { useLanguage } from '../locales/texts.tsx'
import { AreaMark } from '../ui/area-mark.tsx'
import { Badge } from '../ui/badge.tsx'
import { Columns } from '../ui/layout.tsx'
import { SavedRadioGroup, SavedSelect, SavedTextArea, SavedTextField } from '../ui/saved-field.tsx'
import { Select } from '../ui/select.tsx'
import { EmptyState } from '../ui/states.tsx'
import { choicesQuery } from './api.ts'
import { AddPart, PartForm } from './part-form.tsx'
import { PartList } from './part-list.tsx'
import styles from './set-up.module.css'
import { SetUpFrame } from './set-up-frame.tsx'
import { type SetUp, useProgrammeName, useSetUp } from './steps.ts'

const ACCENTS = [1, 2, 3, 4, 5, 6, 7, 8] as const

export function FocusAreasPage() {
  const setUp = useSetUp()
  const { slug, programme, mayConfigure } = setUp
  const { focusAreas: texts } = useTexts().programmes
  const { data } = useSuspenseQuery(choicesQuery(slug))
  const nameOf = useProgrammeName()
  const [added, setAdded] = useState<string>()
  return (
    <SetUpFrame
      setUp={setUp}
      step="focus-areas"
      actions={mayConfigure && <AddArea setUp={setUp} models={data.models} onAdded={setAdded} />}
    >
      {programme.focusAreas.length === 0 && <EmptyState title={texts.none}>{texts.noneText}</EmptyState>}
      <PartList setUp={setUp} part="focus-area" parts={programme.focusAreas} nameOf={nameOf}>
        {(area) => <AreaForm setUp={setUp} area={area} models={data.models} open={area.id === added} />}
      </PartList>
    </SetUpFrame>
  )
}

const keyOf = ({ id, version }: ModelOption) => `${id}@${version}`

function useModelOptions(models: readonly ModelOption[]) {
  const { focusAreas: texts } = useTexts().programmes
  const { language } = useLanguage()
  return models.map((model) => {
    const about = [
      texts.version({ version: model.version }),
      texts.kinds[model.kind],
      ...(model.own ? [texts.own] : []),
    ]
    return {
      id: keyOf(model),
      label: `${inLanguage(model.name, language)}, ${about.join(', ')}`,
      description: inLanguage(model.purpose, language),
    }
  })
}

type AreaProps = { setUp: SetUp; area: FocusArea; models: readonly ModelOption[]; open: boolean }

function AreaForm({ setUp, area, models, open }: AreaProps) {
  const { focusAreas: texts } = useTexts().programmes
  const nameOf = useProgrammeName()
  const [modelId, version] = area.model.split('@')
  const options = useModelOptions(area.inUse ? models.filter(({ id }) => id === modelId) : models)
  return (
    <PartForm
      setUp={setUp}
      part="focus-area"
      value={area}
      name={nameOf(area)}
      open={open}
      summary={
        <>
          <AreaMark accent={area.accent} />
          <span className={styles.figure}>{texts.version({ version: version ?? '' })}</span>
          {area.inUse && <Badge>{texts.inUse}</Badge>}
        </>
      }
    >
      <Columns of="fields">
        <SavedTextField field="name.sv" label={texts.nameSv} />
        <SavedTextField field="name.en" label={texts.nameEn} />
        <SavedTextArea field="summary.sv" label={texts.summarySv} hint={texts.summaryHint} rows={3} />
        <SavedTextArea field="summary.en" label={texts.summaryEn} hint={texts.summaryHint} rows={3} />
      </Columns>
      <SavedSelect
        field="model"
        label={texts.ladder}
        hint={area.inUse ? texts.ladderLocked : texts.ladderHint}
        options={options}
      />
      <SavedRadioGroup
        field="accent"
        label={texts.accent}
        row
        numeric
        options={ACCENTS.map((accent) => ({
          id: String(accent),
          label: (
            <span className={styles.summary}>
              <AreaMark accent={accent} />
              {texts.shapes[accent - 1]}
            </span>
          ),
        }))}
      />
    </PartForm>
  )
}

type AddAreaProps = { setUp: SetUp; models: readonly ModelOption[]; onAdded: (id: string) => void }

function AddArea({ setUp, models, onAdded }: AddAreaProps) {
  const { focusAreas: texts } = useTexts().programmes
  const options = useModelOptions(models)
  const used = new Set(setUp.programme.focusAreas.map(({ model }) => model))
  const first = models.find((model) => !used.has(keyOf(model))) ?? models[0]
  const [model, setModel] = useState(first && keyOf(first))
  return (
    <AddPart
      setUp={setUp}
      label={texts.add}
      onAdded={onAdded}
      isDisabled={model === undefined}
      build={(id) => (model === undefined ? undefined : { part: 'focus-area', id: id as FocusAreaId, model })}
    >
      <Select
        label={texts.ladder}
        options={options}
        value={model ?? null}
        onChange={(next) => next && setModel(next)}
      />
    </AddPart>
  )
}
