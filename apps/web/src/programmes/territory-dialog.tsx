import { foldText } from '@stegvis/core/companies/list/search.ts'
import type { Counties } from '@stegvis/core/programmes/geography.ts'
import type { SubProject } from '@stegvis/core/programmes/schema.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../locales/app-texts.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { Soft, Stack } from '../ui/layout.tsx'
import { Callout, useProblemText } from '../ui/states.tsx'
import { SearchField, TextArea } from '../ui/text-field.tsx'
import { setTerritory } from './api.ts'
import styles from './set-up.module.css'
import type { SetUp } from './steps.ts'

type County = Counties['counties'][number]
type TerritoryProps = {
  setUp: SetUp
  subProject: SubProject
  counties: readonly County[]
  onClose: () => void
}

/** Chooses the municipalities of a sub-project. Those of another one are shown with its name. */
export function TerritoryDialog({ setUp, subProject, counties, onClose }: TerritoryProps) {
  const { common, programmes } = useTexts()
  const { subProjects: texts } = programmes
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(subProject.municipalities))
  const queryClient = useQueryClient()
  const problem = useProblemText()
  const save = useMutation({
    mutationFn: () => setTerritory(setUp.slug, subProject.id, { from: subProject.municipalities, to: [...chosen] }),
    onSuccess: (changed) => {
      queryClient.setQueryData(setUp.queryKey, changed)
      onClose()
    },
    onError: () => queryClient.invalidateQueries({ queryKey: setUp.queryKey }),
  })
  return (
    <Dialog
      wide
      title={texts.chooseTitle({ name: subProject.name })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Soft>{texts.chosen({ count: chosen.size })}</Soft>
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button kind="primary" isPending={save.isPending} onPress={() => save.mutate()}>
            {texts.save}
          </Button>
        </>
      }
    >
      <Stack>
        {save.error && <Callout tone="danger">{problem(save.error)}</Callout>}
        {counties.length === 0 ? (
          <TextArea
            label={texts.freeText}
            rows={8}
            defaultValue={subProject.municipalities.join('\n')}
            onChange={(text) => setChosen(new Set(text.split('\n').flatMap((line) => line.trim() || [])))}
          />
        ) : (
          <Choice {...{ setUp, subProject, counties, chosen, setChosen }} />
        )}
      </Stack>
    </Dialog>
  )
}

type ChoiceProps = Omit<TerritoryProps, 'onClose'> & {
  chosen: ReadonlySet<string>
  setChosen: (chosen: ReadonlySet<string>) => void
}

function Choice({ setUp, subProject, counties, chosen, setChosen }: ChoiceProps) {
  const { subProjects: texts } = useTexts().programmes
  const [search, setSearch] = useState('')
  // Counties the programme works in come first and are unfolded; they stay so while one chooses.
  const [touched] = useState(() => counties.filter((county) => isTouched(county, setUp)))
  const ordered = [...touched, ...counties.filter((county) => !touched.includes(county))]
  const word = foldText(search.trim())
  const takenBy = new Map(
    setUp.programme.subProjects
      .filter(({ id }) => id !== subProject.id)
      .flatMap(({ name, municipalities }) => municipalities.map((code) => [code, name] as const)),
  )
  const found = ordered.flatMap((county) => {
    const municipalities = county.municipalities.filter(({ name }) => foldText(name).includes(word))
    return municipalities.length > 0 ? [{ ...county, municipalities }] : []
  })
  const set = (codes: readonly string[], on: boolean) => {
    const next = new Set(chosen)
    for (const code of codes) on ? next.add(code) : next.delete(code)
    setChosen(next)
  }
  return (
    <>
      <SearchField label={texts.search} value={search} onChange={setSearch} autoFocus />
      <div className={styles.counties}>
        {found.length === 0 && <Soft>{texts.nothing}</Soft>}
        {found.map((county) => (
          <Disclosure
            key={`${county.name} ${word === ''}`}
            summary={county.name}
            open={word !== '' || touched.some(({ name }) => name === county.name)}
          >
            <CountyChoice {...{ county, takenBy, chosen, set }} />
          </Disclosure>
        ))}
      </div>
    </>
  )
}

/** A county the programme works in already is unfolded from the beginning. */
function isTouched({ municipalities }: County, { programme }: SetUp): boolean {
  const used = new Set(programme.subProjects.flatMap((subProject) => subProject.municipalities))
  return municipalities.some(({ code }) => used.has(code))
}

type CountyChoiceProps = {
  county: County
  takenBy: ReadonlyMap<string, string>
  chosen: ReadonlySet<string>
  set: (codes: readonly string[], on: boolean) => void
}

function CountyChoice({ county, takenBy, chosen, set }: CountyChoiceProps) {
  const { subProjects: texts } = useTexts().programmes
  const free = county.municipalities.flatMap(({ code }) => (takenBy.has(code) ? [] : [code]))
  const count = free.filter((code) => chosen.has(code)).length
  return (
    <Stack gap="s">
      {free.length > 1 && (
        <Checkbox
          isSelected={count === free.length}
          isIndeterminate={count > 0 && count < free.length}
          onChange={(on) => set(free, on)}
        >
          {texts.allOf({ county: county.name })}
        </Checkbox>
      )}
      <div className={styles.municipalities}>
        {county.municipalities.map(({ code, name }) => {
          const other = takenBy.get(code)
          return (
            <Checkbox
              key={code}
              isSelected={chosen.has(code)}
              isDisabled={other !== undefined}
              description={other && texts.takenBy({ name: other })}
              onChange={(on) => set([code], on)}
            >
              {name}
            </Checkbox>
          )
        })}
      </div>
    </Stack>
  )
}
