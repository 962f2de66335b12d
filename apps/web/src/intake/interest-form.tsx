import { isOrganisationNumber } from '@stegvis/core/companies/check-digit.ts'
import { LEAST_SECONDS_IN_FORM } from '@stegvis/core/companies/intake/fit.ts'
import { inLanguage } from '@stegvis/core/kernel/in-language.ts'
import type { Counties } from '@stegvis/core/programmes/geography.ts'
import type { PublicProgramme } from '@stegvis/core/programmes/schema.ts'
import { type ReactNode, useRef, useState } from 'react'
import { newId } from '../app/new-id.ts'
import { ProblemError } from '../app/send.ts'
import { usePublicTexts } from '../locales/public-texts.tsx'
import { useLanguage } from '../locales/texts.tsx'
import { AreaName } from '../ui/area-mark.tsx'
import { Row } from '../ui/layout.tsx'
import { NativeButton, NativeCheckboxGroup, NativeTextArea, NativeTextField } from '../ui/native-fields.tsx'
import { Callout, useProblemText } from '../ui/states.tsx'
import { type InterestInput, sendInterest } from './api.ts'
import styles from './intake.module.css'
import { type InterestDraft, millionsToCents, readNumber, useInterestDraft } from './interest-draft.ts'
import { MunicipalityField } from './municipality-field.tsx'
import { OrganisationNumberField } from './number-field.tsx'

type InterestFormProps = {
  programme: PublicProgramme
  counties: Counties['counties']
  onSent: (to: { email: string; company: string }) => void
}

const MILLISECONDS = 1000

/** Number, name and mail; the rest can wait. What is typed stays on the device until it is sent. */
export function InterestForm({ programme, counties, onSent }: InterestFormProps) {
  const { interest, problems } = usePublicTexts()
  const { fields } = interest
  const { language } = useLanguage()
  const problemText = useProblemText()
  const { draft, wasKept, change, clear } = useInterestDraft(programme.slug)
  const [id] = useState(newId)
  const [opened] = useState(() => performance.now())
  const [problem, setProblem] = useState<unknown>(null)
  const [isSending, setSending] = useState(false)
  const trap = useRef<HTMLInputElement>(null)
  const form = useRef<HTMLFormElement>(null)
  const areas = programme.focusAreas

  const send = async () => {
    // A number that is wrong is marked at its field already; sending it would only say so again.
    if (!isOrganisationNumber(draft.organisationNumber)) return focusField(form.current, 'organisationNumber')
    setSending(true)
    setProblem(null)
    try {
      // Somebody who finds the form filled in from last time is as fast as a robot: waits here, not in an error.
      const short = LEAST_SECONDS_IN_FORM * MILLISECONDS - (performance.now() - opened)
      if (short > 0) await new Promise((resolve) => setTimeout(resolve, short))
      const secondsInForm = (performance.now() - opened) / MILLISECONDS
      const homepage = trap.current?.value ?? ''
      await sendInterest(programme.slug, { ...toInput(draft, id), language, homepage, secondsInForm })
      const { email, companyName: company } = draft
      clear()
      onSent({ email, company })
    } catch (error) {
      setProblem(error)
      setSending(false)
      focusField(form.current, [...fieldsAtFault(error)][0])
    }
  }
  const wrong = fieldsAtFault(problem)
  const errorOf = (field: string, text: string) => (wrong.has(field) ? { error: text } : {})

  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {problem !== null && <Callout tone="danger">{problemText(problem)}</Callout>}
      <KeptNote wasKept={wasKept} onClear={clear} />
      <Group title={interest.company}>
        <OrganisationNumberField
          name="organisationNumber"
          required
          value={draft.organisationNumber}
          onChange={(organisationNumber) => change({ organisationNumber })}
          {...errorOf('organisationNumber', problems['organisation-number-invalid'])}
        />
        <NativeTextField
          name="companyName"
          label={fields.companyName}
          required
          autoComplete="organization"
          maxLength={200}
          value={draft.companyName}
          onChange={(companyName) => change({ companyName })}
        />
        <MunicipalityField
          label={fields.municipality}
          hint={fields.municipalityHint}
          optional
          counties={counties}
          value={draft.municipalityCode}
          onChange={(municipalityCode) => change({ municipalityCode })}
        />
      </Group>
      <Group title={interest.you}>
        <NativeTextField
          name="contactName"
          label={fields.contactName}
          required
          autoComplete="name"
          maxLength={120}
          value={draft.contactName}
          onChange={(contactName) => change({ contactName })}
        />
        <NativeTextField
          name="email"
          label={fields.email}
          hint={fields.emailHint}
          type="email"
          required
          autoComplete="email"
          maxLength={254}
          value={draft.email}
          onChange={(email) => change({ email })}
          {...errorOf('email', fields.emailWrong)}
        />
        <NativeTextField
          name="phone"
          label={fields.phone}
          type="tel"
          optional
          autoComplete="tel"
          maxLength={40}
          value={draft.phone}
          onChange={(phone) => change({ phone })}
        />
      </Group>
      <Group title={interest.wishes}>
        {areas.length > 0 && (
          <NativeCheckboxGroup
            name="focusAreaIds"
            label={fields.areas}
            optional
            value={draft.focusAreaIds.filter((kept) => areas.some((area) => area.id === kept))}
            onChange={(focusAreaIds) => change({ focusAreaIds })}
            options={areas.map((area) => ({
              id: area.id,
              label: <AreaName accent={area.accent}>{inLanguage(area.name, language)}</AreaName>,
            }))}
          />
        )}
        <NativeTextArea
          name="message"
          label={fields.message}
          hint={fields.messageHint}
          optional
          maxLength={4000}
          value={draft.message}
          onChange={(message) => change({ message })}
        />
      </Group>
      <Group title={interest.size} intro={interest.sizeIntro}>
        <NativeTextField
          name="employees"
          label={fields.employees}
          optional
          inputMode="decimal"
          autoComplete="off"
          maxLength={10}
          value={draft.employees}
          onChange={(employees) => change({ employees })}
        />
        <NativeTextField
          name="turnoverCents"
          label={fields.turnover}
          hint={fields.turnoverHint}
          optional
          inputMode="decimal"
          autoComplete="off"
          maxLength={12}
          value={draft.turnoverMillions}
          onChange={(turnoverMillions) => change({ turnoverMillions })}
        />
        <NativeTextField
          name="industryCode"
          label={fields.industryCode}
          hint={fields.industryCodeHint}
          optional
          inputMode="numeric"
          autoComplete="off"
          maxLength={10}
          value={draft.industryCode}
          onChange={(industryCode) => change({ industryCode })}
          {...errorOf('industryCode', fields.industryCodeWrong)}
        />
      </Group>
      <div className={styles.trap} aria-hidden="true">
        <label>
          {interest.trap}
          <input ref={trap} type="text" name="homepage-of-nobody" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
      <p className={styles.small}>{interest.privacy({ programme: inLanguage(programme.name, language) })}</p>
      <div>
        <NativeButton type="submit" kind="primary" icon="send" isPending={isSending}>
          {interest.send}
        </NativeButton>
      </div>
    </form>
  )
}

/** The fields that the server names: `#/email`. */
function fieldsAtFault(problem: unknown): ReadonlySet<string> {
  const errors = problem instanceof ProblemError ? problem.errors : []
  return new Set(errors.map(({ pointer }) => pointer.split('/')[1] ?? ''))
}

function focusField(form: HTMLFormElement | null, name: string | undefined): void {
  if (name) form?.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`)?.focus()
}

function KeptNote({ wasKept, onClear }: { wasKept: boolean; onClear: () => void }) {
  const { interest } = usePublicTexts()
  if (!wasKept) return <p className={styles.small}>{interest.kept}</p>
  return (
    <Callout title={interest.restored}>
      <p>{interest.kept}</p>
      <Row>
        <NativeButton onClick={onClear}>{interest.startOver}</NativeButton>
      </Row>
    </Callout>
  )
}

function Group({ title, intro, children }: { title: string; intro?: string; children: ReactNode }) {
  return (
    <section className={styles.group}>
      <h2>{title}</h2>
      {intro && <p className={styles.small}>{intro}</p>}
      {children}
    </section>
  )
}

type Sent = Omit<InterestInput, 'language' | 'homepage' | 'secondsInForm'>

/** What is empty is not given. */
export function toInput(draft: InterestDraft, id: string): Sent {
  return {
    id,
    organisationNumber: draft.organisationNumber,
    companyName: draft.companyName,
    contactName: draft.contactName,
    email: draft.email,
    phone: draft.phone || null,
    municipalityCode: draft.municipalityCode || null,
    focusAreaIds: draft.focusAreaIds,
    message: draft.message || null,
    employees: readNumber(draft.employees),
    turnoverCents: millionsToCents(draft.turnoverMillions),
    industryCode: draft.industryCode || null,
  }
}
