import type { AuthoredModelView, ModelCheck } from '@stegvis/core/models/authoring/schema.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../../app/session.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Row, Stack } from '../../ui/layout.tsx'
import { Callout, useProblemText } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { removeModel } from '../api.ts'
import { BeginVersion } from '../begin-version.tsx'
import { modelsPath } from '../paths.ts'
import { useStep } from './use-step.ts'
import { WithdrawDialog } from './withdraw-dialog.tsx'

type StepButtonsProps = { programme: string; model: AuthoredModelView; check: ModelCheck }

/** What this person can do with the model now. */
export function StepButtons({ programme, model, check }: StepButtonsProps) {
  const { publishing: texts } = useTexts().models
  const problem = useProblemText()
  const step = useStep(programme, model.id)
  const [withdrawing, setWithdrawing] = useState(false)
  const { steps, revision: base, status } = model
  const mayWrite = useMay('model.write')
  return (
    <Stack>
      {step.error && <Callout tone="danger">{problem(step.error)}</Callout>}
      <Row gap="s">
        {steps.submit && (
          <Button
            kind="primary"
            icon="send"
            isPending={step.isPending}
            isDisabled={check.errors.length > 0}
            onPress={() => step.mutate({ step: 'submit', base })}
          >
            {texts.submit}
          </Button>
        )}
        {steps.publish && (
          <Button
            kind="primary"
            icon="check"
            isPending={step.isPending}
            isDisabled={check.hindrances.length > 0}
            onPress={() => step.mutate({ step: 'publish', base })}
          >
            {texts.publish}
          </Button>
        )}
        {steps.takeBack && (
          <Button isPending={step.isPending} onPress={() => step.mutate({ step: 'take-back' })}>
            {texts.takeBack}
          </Button>
        )}
        {mayWrite && (status === 'published' || status === 'withdrawn') && (
          <BeginVersion programme={programme} model={`${model.modelId}@${model.version}`} />
        )}
        {steps.withdraw && (
          <Button kind="quiet" onPress={() => setWithdrawing(true)}>
            {texts.withdraw}
          </Button>
        )}
        {steps.remove && <RemoveModel {...{ programme, model }} />}
      </Row>
      {withdrawing && <WithdrawDialog {...{ programme, model }} onClose={() => setWithdrawing(false)} />}
    </Stack>
  )
}

type OfModel = { programme: string; model: AuthoredModelView }

function RemoveModel({ programme, model }: OfModel) {
  const { publishing: texts } = useTexts().models
  const [asking, setAsking] = useState(false)
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const problem = useProblemText()
  const remove = useMutation({
    mutationFn: () => removeModel(programme, model.id),
    onSuccess: async () => {
      await navigate({ href: modelsPath(programme) })
      void queryClient.invalidateQueries({ queryKey: ['models', programme, 'list'] })
      toast(texts.removed)
    },
    onError: (error) => toast(problem(error), { tone: 'danger' }),
    onSettled: () => setAsking(false),
  })
  return (
    <>
      <Button kind="quiet" icon="trash" onPress={() => setAsking(true)}>
        {texts.remove}
      </Button>
      <ConfirmDialog
        title={texts.removeTitle}
        confirm={texts.remove}
        danger
        isOpen={asking}
        isPending={remove.isPending}
        onConfirm={() => remove.mutate()}
        onClose={() => setAsking(false)}
      >
        {texts.removeExplained}
      </ConfirmDialog>
    </>
  )
}
