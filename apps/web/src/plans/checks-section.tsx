import { CHECK_EVERY_DAYS } from '@stegvis/core/plans/rules.ts'
import { NewPlanCheck, PlanMood } from '@stegvis/core/plans/schema.ts'
import { PLAN_MOOD_NAMES } from '@stegvis/core/plans/terms.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '../app/new-id.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { useFormats } from '../locales/texts.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { Section, Soft } from '../ui/layout.tsx'
import { Timeline } from '../ui/list.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { Callout } from '../ui/states.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { makeCheck } from './api.ts'
import { usePlace, usePlan, useRefresh } from './plan-context.tsx'

/** Asks for the quarterly check when it is due; nothing else of the page waits for it. */
export function CheckReminder() {
  const { daysSinceCheck: days, checks, mayEdit } = usePlan()
  const { plans } = useTexts()
  const { integer } = useFormats()
  const [isOpen, setOpen] = useState(false)
  if (!mayEdit || days === null || days <= CHECK_EVERY_DAYS) return null
  const text = checks.length > 0 ? plans.check.due : plans.check.dueFirst
  return (
    <div data-print="hide">
      <Callout
        tone="warning"
        title={text({ days: integer(days) })}
        actions={
          <Button small onPress={() => setOpen(true)}>
            {plans.check.make}
          </Button>
        }
      >
        {plans.check.intro}
      </Callout>
      {isOpen && <CheckDialog onClose={() => setOpen(false)} />}
    </div>
  )
}

/** The checks that were made, newest first. */
export function ChecksSection() {
  const { checks, daysSinceCheck, mayEdit } = usePlan()
  const { plans } = useTexts()
  const { language, integer } = useFormats()
  const [isOpen, setOpen] = useState(false)
  if (daysSinceCheck === null && checks.length === 0) return null
  return (
    <Section
      title={plans.check.title}
      intro={plans.check.intro}
      actions={mayEdit && <Button onPress={() => setOpen(true)}>{plans.check.make}</Button>}
    >
      {checks.length === 0 ? (
        <Soft>{plans.check.none}</Soft>
      ) : (
        <Timeline
          label={plans.check.title}
          entries={checks.map(({ id, checkedOn, checkedBy, mood, note, counts }) => ({
            id,
            when: checkedOn,
            who: checkedBy ?? undefined,
            title: PLAN_MOOD_NAMES[mood][language],
            children: (
              <>
                {note && <p>{note}</p>}
                <Soft>
                  {plans.check.counts({
                    done: integer(counts.done),
                    ongoing: integer(counts.ongoing),
                    planned: integer(counts.planned),
                  })}
                </Soft>
              </>
            ),
          }))}
        />
      )}
      {isOpen && <CheckDialog onClose={() => setOpen(false)} />}
    </Section>
  )
}

function CheckDialog({ onClose }: { onClose: () => void }) {
  const place = usePlace()
  const { plans, common } = useTexts()
  const { language } = useFormats()
  const refresh = useRefresh()
  const [id] = useState(newId)
  const [mood, setMood] = useState<PlanMood>('on-track')
  const [note, setNote] = useState('')
  const [isTried, setTried] = useState(false)
  const isMissing = mood !== 'on-track' && note.trim() === ''
  const save = useMutation({
    mutationFn: () => makeCheck(place, NewPlanCheck.parse({ id, mood, note })),
    onSuccess: async () => {
      toast(plans.check.saved)
      await refresh()
      onClose()
    },
  })
  return (
    <Dialog title={plans.check.title} isOpen onClose={onClose}>
      <Form
        problem={save.error}
        onSubmit={() => (isMissing ? setTried(true) : save.mutate())}
        actions={
          <>
            <Button type="submit" kind="primary" isPending={save.isPending}>
              {plans.check.save}
            </Button>
            <Button kind="quiet" onPress={onClose}>
              {common.cancel}
            </Button>
          </>
        }
      >
        <RadioGroup
          label={plans.check.how}
          value={mood}
          onChange={(value) => setMood(PlanMood.parse(value))}
          options={PlanMood.options.map((one) => ({
            id: one,
            label: PLAN_MOOD_NAMES[one][language],
            description: plans.check.moods[one],
          }))}
        />
        <TextArea
          name="note"
          label={plans.check.note}
          hint={plans.check.noteHint}
          optional={mood === 'on-track'}
          value={note}
          maxLength={2000}
          onChange={setNote}
          error={isTried && isMissing ? plans.check.noteNeeded : undefined}
        />
      </Form>
    </Dialog>
  )
}
