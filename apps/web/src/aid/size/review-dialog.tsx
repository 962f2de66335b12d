import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { useLanguage } from '../../locales/texts.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { RadioCards } from '../../ui/radio-group.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { RefusedFacts } from '../groups/forms/faults.tsx'
import { aidKey } from '../ledger/api.ts'
import { reviewSnapshot, snapshotQuery } from './api.ts'
import styles from './size.module.css'

type ReviewDialogProps = { programme: string; company: string; id: string; onClose: () => void }

/** A person decides what the rules left open, and says why. It stands: a later one needs a new snapshot. */
export function ReviewDialog(props: ReviewDialogProps) {
  const { review: texts } = useTexts().sizes
  return (
    <Dialog title={texts.title} isOpen onClose={props.onClose}>
      <Suspense fallback={<Skeleton lines={4} />}>
        <ReviewForm {...props} />
      </Suspense>
    </Dialog>
  )
}

function ReviewForm({ programme, company, id, onClose }: ReviewDialogProps) {
  const { data: snapshot } = useSuspenseQuery(snapshotQuery(programme, company, id))
  const { sizes, common } = useTexts()
  const { review: texts } = sizes
  const { language } = useLanguage()
  const queryClient = useQueryClient()
  const [verdict, setVerdict] = useState<'pass' | 'block' | null>(null)
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const decide = useMutation({
    mutationFn: (chosen: 'pass' | 'block') =>
      reviewSnapshot(programme, company, id, { verdict: chosen, reason: reason.trim() }),
    onSuccess: async () => {
      toast(texts.done)
      await queryClient.invalidateQueries({ queryKey: aidKey(programme) })
      onClose()
    },
  })
  const open = snapshot.status.reasons.filter(({ effect }) => effect === 'review')
  return (
    <>
      <p>{texts.intro}</p>
      <ul className={styles.reasons}>
        {open.map(({ code, text }) => (
          <li key={`${code} ${text.sv}`}>{text[language]}</li>
        ))}
      </ul>
      <RefusedFacts problem={decide.error} />
      <Form
        onSubmit={() => (verdict && reason.trim() !== '' ? decide.mutate(verdict) : setTried(true))}
        actions={
          <>
            <Button type="submit" kind="primary" isPending={decide.isPending}>
              {texts.decide}
            </Button>
            <Button kind="quiet" onPress={onClose}>
              {common.cancel}
            </Button>
          </>
        }
      >
        <RadioCards
          label={texts.verdict}
          value={verdict}
          onChange={(value) => setVerdict(value === 'pass' ? 'pass' : 'block')}
          error={isTried && verdict === null ? texts.choose : undefined}
          options={[
            { id: 'pass', label: texts.pass, description: texts.passHint },
            { id: 'block', label: texts.block, description: texts.blockHint },
          ]}
        />
        <TextArea
          label={texts.reason}
          hint={texts.reasonHint}
          rows={3}
          maxLength={2000}
          value={reason}
          onChange={setReason}
          error={isTried && reason.trim() === '' ? texts.reasonMissing : undefined}
        />
      </Form>
    </>
  )
}
