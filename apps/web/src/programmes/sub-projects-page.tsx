import type { PartnerId, SubProjectId } from '@stegvis/core/kernel/ids.ts'
import type { SubProject } from '@stegvis/core/programmes/schema.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../app/session.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { Button } from '../ui/button.tsx'
import { Columns, Section, Soft } from '../ui/layout.tsx'
import { SavedSelect, SavedTextField } from '../ui/saved-field.tsx'
import { Select } from '../ui/select.tsx'
import { Callout, EmptyState } from '../ui/states.tsx'
import { TextField } from '../ui/text-field.tsx'
import { countiesQuery } from './api.ts'
import { LeadDialog } from './lead-dialog.tsx'
import { AddPart, PartForm } from './part-form.tsx'
import { PartList } from './part-list.tsx'
import styles from './set-up.module.css'
import { SetUpFrame } from './set-up-frame.tsx'
import { type SetUp, useSetUp } from './steps.ts'
import { TerritoryDialog } from './territory-dialog.tsx'

export function SubProjectsPage() {
  const setUp = useSetUp()
  const { programme, mayConfigure } = setUp
  const { subProjects: texts } = useTexts().programmes
  const [added, setAdded] = useState<string>()
  const hasPartners = programme.partners.length > 0
  return (
    <SetUpFrame
      setUp={setUp}
      step="sub-projects"
      actions={mayConfigure && hasPartners && <AddSubProject setUp={setUp} onAdded={setAdded} />}
    >
      {!hasPartners && <Callout>{texts.needsPartner}</Callout>}
      {hasPartners && programme.subProjects.length === 0 && (
        <EmptyState title={texts.none}>{texts.noneText}</EmptyState>
      )}
      <PartList setUp={setUp} part="sub-project" parts={programme.subProjects} nameOf={({ name }) => name}>
        {(subProject) => <SubProjectForm setUp={setUp} subProject={subProject} open={subProject.id === added} />}
      </PartList>
    </SetUpFrame>
  )
}

type SubProjectProps = { setUp: SetUp; subProject: SubProject }

function SubProjectForm({ setUp, subProject, open }: SubProjectProps & { open: boolean }) {
  const { subProjects: texts, parts } = useTexts().programmes
  const { partners } = setUp.programme
  const { leads, invited, municipalities } = subProject
  const partner = partners.find(({ id }) => id === subProject.partnerId)
  const people = [...leads.map(({ name }) => name), ...invited.map((name) => texts.invited({ name }))]
  return (
    <PartForm
      setUp={setUp}
      part="sub-project"
      value={subProject}
      name={subProject.name}
      open={open}
      summary={
        <span className={styles.figure}>
          {[partner?.name, texts.places({ count: municipalities.length }), ...people].filter(Boolean).join(' · ')}
        </span>
      }
    >
      <Columns of="fields">
        <SavedTextField field="name" label={texts.name} errorText={parts.nameNeeded} />
        <SavedSelect
          field="partnerId"
          label={texts.partner}
          options={partners.map(({ id, name }) => ({ id, label: name }))}
        />
      </Columns>
      <Territory setUp={setUp} subProject={subProject} />
      <Leads setUp={setUp} subProject={subProject} people={people} />
    </PartForm>
  )
}

function Territory({ setUp, subProject }: SubProjectProps) {
  const { subProjects: texts } = useTexts().programmes
  const { data } = useSuspenseQuery(countiesQuery(setUp.programme.country))
  const [choosing, setChoosing] = useState(false)
  const names = new Map(
    data.counties.flatMap(({ municipalities }) => municipalities.map(({ code, name }) => [code, name] as const)),
  )
  const shown = subProject.municipalities
    .map((code) => names.get(code) ?? code)
    .sort((a, b) => a.localeCompare(b, 'sv'))
  return (
    <Section
      title={texts.municipalities}
      level={3}
      actions={
        setUp.mayConfigure && (
          <Button small icon="edit" onPress={() => setChoosing(true)}>
            {texts.choose}
          </Button>
        )
      }
    >
      {shown.length === 0 ? (
        <Soft>{texts.noMunicipalities}</Soft>
      ) : (
        <ul className={styles.chips}>
          {shown.map((name) => (
            <li key={name} className={styles.chip}>
              {name}
            </li>
          ))}
        </ul>
      )}
      {choosing && (
        <TerritoryDialog
          setUp={setUp}
          subProject={subProject}
          counties={data.counties}
          onClose={() => setChoosing(false)}
        />
      )}
    </Section>
  )
}

function Leads({ setUp, subProject, people }: SubProjectProps & { people: readonly string[] }) {
  const { subProjects: texts } = useTexts().programmes
  const mayInvite = useMay('people.invite')
  const [choosing, setChoosing] = useState(false)
  return (
    <Section
      title={texts.leads}
      level={3}
      actions={
        mayInvite && (
          <Button small icon="add" onPress={() => setChoosing(true)}>
            {texts.addLead}
          </Button>
        )
      }
    >
      {people.length === 0 ? <Soft>{texts.noLead}</Soft> : <p>{people.join(', ')}</p>}
      {choosing && <LeadDialog setUp={setUp} subProject={subProject} onClose={() => setChoosing(false)} />}
    </Section>
  )
}

function AddSubProject({ setUp, onAdded }: { setUp: SetUp; onAdded: (id: string) => void }) {
  const { subProjects: texts } = useTexts().programmes
  const { partners } = setUp.programme
  const [partner, setPartner] = useState<PartnerId>(partners[0]!.id)
  return (
    <AddPart
      setUp={setUp}
      label={texts.add}
      onAdded={onAdded}
      build={(id, data) => ({
        part: 'sub-project',
        id: id as SubProjectId,
        name: String(data.get('name') ?? ''),
        partnerId: partner,
      })}
    >
      <TextField name="name" label={texts.name} isRequired autoComplete="off" autoFocus />
      <Select
        label={texts.partner}
        options={partners.map(({ id, name }) => ({ id, label: name }))}
        value={partner}
        onChange={(next) => next && setPartner(next)}
      />
    </AddPart>
  )
}
