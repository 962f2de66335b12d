import { planOccasion } from '@stegvis/core/assessments/rules.ts'
import { type Invitee, NewOccasion, type OccasionKind, type PlanningOptions } from '@stegvis/core/assessments/schema.ts'
import { FocusAreaId, PersonId } from '@stegvis/core/kernel/ids.ts'
import { inLanguage } from '@stegvis/core/kernel/text.ts'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { newId } from '../../app/new-id.ts'
import { ownCompany, useProgramme } from '../../app/session.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { Button } from '../../ui/button.tsx'
import { CheckboxGroup } from '../../ui/checkbox.tsx'
import { Form } from '../../ui/form.tsx'
import { Stack } from '../../ui/layout.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Callout } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { planningQuery, startOccasion } from '../api.ts'
import { useOwnFormDraft } from '../own-form-draft.ts'
import { NewPeople, type NewPerson } from './new-people.tsx'
import styles from './planning.module.css'

const KINDS: readonly OccasionKind[] = ['baseline', 'follow-up', 'closing']

/** Starts measuring: what kind, which ladders, who answers. */
export function StartPage() {
  const { programme, company } = useParams({
    from: '/signed-in/programmes/$programme/companies/$company/assessments/new',
  })
  const { data } = useSuspenseQuery(planningQuery(programme, company))
  const { assessments } = useTexts()
  const own = ownCompany(useProgramme())
  const base = own ? `/programmes/${programme}/home` : `/programmes/${programme}/companies/${company}`
  return (
    <div className={styles.page}>
      <Stack gap="l">
        <PageHeader
          title={assessments.start}
          intro={assessments.startIntro}
          breadcrumbs={[{ label: data.company.name, href: base }]}
        />
        <StartForm options={data} programme={programme} after={own ? base : `${base}/assessments`} />
      </Stack>
    </div>
  )
}

type Draft = { id: string; kind: OccasionKind; ladders: string[]; people: string[]; added: NewPerson[] }

function StartForm({ options, programme, after }: { options: PlanningOptions; programme: string; after: string }) {
  const { assessments } = useTexts()
  const { language, list } = useFormats()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const company = options.company.id
  const draft = useOwnFormDraft<Draft>(`occasion:${company}`, initialDraft(options))
  const { kind, ladders, people, added } = draft.value
  const start = useMutation({
    mutationFn: () => startOccasion(programme, company, occasionOf(options, draft.value)),
    onSuccess: async () => {
      draft.clear()
      await Promise.all(
        ['occasions', 'results'].map((key) => queryClient.invalidateQueries({ queryKey: [key, programme, company] })),
      )
      toast(assessments.started({ people: people.length + added.length }))
      await navigate({ href: after })
    },
  })
  const obstacleOf = (ladder: PlanningOptions['ladders'][number]) => {
    const decision = planOccasion(kind, [{ ...ladder, focusAreaId: ladder.focusArea.id }])
    return decision.ok ? undefined : assessments.obstacles[decision.problem as keyof typeof assessments.obstacles]
  }
  const possible = options.ladders.filter((ladder) => obstacleOf(ladder) === undefined)
  const obstacles = Map.groupBy(
    options.ladders.filter((ladder) => !possible.includes(ladder)),
    (ladder) => obstacleOf(ladder) ?? '',
  )
  const chosen = ladders.filter((id) => possible.some(({ focusArea }) => focusArea.id === id))
  return (
    <Form
      problem={start.error}
      onSubmit={() => start.mutate()}
      actions={
        <Button type="submit" kind="primary" isPending={start.isPending} isDisabled={chosen.length === 0}>
          {people.length + added.length > 0 ? assessments.startAndInvite : assessments.start}
        </Button>
      }
    >
      <RadioGroup
        label={assessments.kind}
        value={kind}
        onChange={(value) => draft.change({ kind: KINDS.find((one) => one === value) ?? 'baseline' })}
        options={KINDS.map((id) => ({ id, label: assessments.kinds[id], description: assessments.kindHints[id] }))}
      />
      <CheckboxGroup
        label={assessments.whichLadders}
        hint={assessments.whichLaddersHint}
        value={chosen}
        onChange={(value) => draft.change({ ladders: value })}
        options={possible.map(({ focusArea, wanted }) => ({
          id: focusArea.id,
          label: inLanguage(focusArea.name, language),
          description: wanted ? assessments.wanted : undefined,
        }))}
      />
      {[...obstacles].map(([obstacle, hindered]) => (
        <Callout key={obstacle}>
          {list(hindered.map(({ focusArea }) => inLanguage(focusArea.name, language)))}: {obstacle}
        </Callout>
      ))}
      {options.people.length > 0 && (
        <CheckboxGroup
          label={assessments.whoAnswers}
          hint={assessments.whoAnswersHint}
          value={people}
          onChange={(value) => draft.change({ people: value })}
          options={options.people.map(({ email, name, title }) => ({
            id: email,
            label: name,
            description: [title, email].filter(Boolean).join(' · '),
          }))}
        />
      )}
      <NewPeople people={added} onChange={(value) => draft.change({ added: value })} />
    </Form>
  )
}

function initialDraft({ ladders, people }: PlanningOptions): Draft {
  const kind = ladders.some(({ baselineOn }) => baselineOn !== null) ? 'follow-up' : 'baseline'
  const fits = ladders.filter(
    ({ baselineOn, openId }) => openId === null && (kind === 'baseline') === (baselineOn === null),
  )
  const wanted = fits.filter((ladder) => ladder.wanted)
  return {
    id: newId(),
    kind,
    ladders: (wanted.length > 0 ? wanted : fits.slice(0, 1)).map(({ focusArea }) => focusArea.id),
    people: people.slice(0, 1).map(({ email }) => email),
    added: [],
  }
}

function occasionOf(options: PlanningOptions, { id, kind, ladders, people, added }: Draft): NewOccasion {
  const invitees = options.people
    .filter(({ email }) => people.includes(email))
    .map(
      ({ personId, name, email, title }): Invitee =>
        personId ? { personId: PersonId.parse(personId) } : { name, email, ...(title && { title }) },
    )
  return NewOccasion.parse({
    id,
    kind,
    plannedOn: null,
    ladders: options.ladders
      .filter(({ focusArea }) => ladders.includes(focusArea.id))
      .map(({ focusArea }) => ({ assessmentId: newId(), focusAreaId: FocusAreaId.parse(focusArea.id) })),
    invitees: [...invitees, ...added],
  })
}
