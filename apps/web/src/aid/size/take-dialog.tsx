import type { NewSnapshot } from '@stegvis/core/aid/size/snapshots.ts'
import { PlainDate } from '@stegvis/core/kernel/day.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '../../app/new-id.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { toast } from '../../ui/toast.tsx'
import { RefusedFacts } from '../groups/forms/faults.tsx'
import { aidKey } from '../ledger/api.ts'
import { sizeQuery, takeSnapshot } from './api.ts'

const ANCHORS = ['grant', 'application', 'other'] as const

type TakeDialogProps = { programme: string; company: string; onClose: () => void }

/** Freezes the size with everything it rests on, for a day that counts. */
export function TakeDialog({ programme, company, onClose }: TakeDialogProps) {
  const { sizes, common } = useTexts()
  const { snapshots: texts } = sizes
  const { dayOf } = useFormats()
  const queryClient = useQueryClient()
  const [id] = useState(newId)
  const [anchor, setAnchor] = useState<NewSnapshot['anchor']>('grant')
  // The programme's day is asked of the server: whoever travels may be a day ahead.
  const today = queryClient.getQueryData(sizeQuery(programme, company).queryKey)?.on
  const [on, setOn] = useState<PlainDate | null>(today ?? PlainDate.parse(dayOf(new Date().toISOString())))
  const take = useMutation({
    mutationFn: (day: PlainDate) => takeSnapshot(programme, company, { id: id as NewSnapshot['id'], anchor, on: day }),
    onSuccess: async () => {
      toast(texts.taken)
      await queryClient.invalidateQueries({ queryKey: aidKey(programme) })
      onClose()
    },
  })
  return (
    <Dialog title={texts.takeTitle} isOpen onClose={onClose}>
      <p>{texts.takeText}</p>
      <RefusedFacts problem={take.error} />
      <Form
        onSubmit={() => on && take.mutate(on)}
        actions={
          <>
            <Button type="submit" kind="primary" isPending={take.isPending}>
              {texts.take}
            </Button>
            <Button kind="quiet" onPress={onClose}>
              {common.cancel}
            </Button>
          </>
        }
      >
        <RadioGroup
          label={texts.anchor}
          value={anchor}
          onChange={(value) => setAnchor(ANCHORS.find((each) => each === value) ?? 'other')}
          options={ANCHORS.map((each) => ({
            id: each,
            label: texts.anchors[each],
            description: texts.anchorHints[each],
          }))}
        />
        <DateField label={texts.day} value={on} onChange={setOn} isRequired />
      </Form>
    </Dialog>
  )
}
