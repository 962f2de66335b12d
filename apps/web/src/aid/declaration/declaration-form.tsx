import type { Declaration } from '@stegvis/core/aid/declaration/schema.ts'
import type { CompanyAid } from '@stegvis/core/aid/gate/schema.ts'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ProblemError } from '../../app/send.ts'
import { useMe } from '../../app/session.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormDraft } from '../../offline/form-draft.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Form } from '../../ui/form.tsx'
import { Card } from '../../ui/layout.tsx'
import { Callout } from '../../ui/states.tsx'
import { changeDeclaration, companyAidQuery } from '../ledger/api.ts'
import { useAidChange } from '../ledger/use-aid-change.ts'
import { ActivitiesPart } from './activities-part.tsx'
import { type DeclarationDraft, draftOf } from './draft.ts'
import { EarlierPart } from './earlier-part.tsx'
import { ChangesPart, GroupPart, SupportPart } from './known-parts.tsx'

type Props = {
  programme: string
  company: string
  aid: CompanyAid
  declaration: Declaration
  /** the way to where owners are corrected */
  picture: ReactNode
  onSaved: (isReady: boolean) => void
}

/** The declaration to check and correct, part by part. What is typed stays on the device until it is saved. */
export function DeclarationForm({ programme, company, aid, declaration, picture, onSaved }: Props) {
  const { declaration: texts } = useTexts().stateAid
  const me = useMe()
  const queryClient = useQueryClient()
  const { id, revision, content } = declaration
  const draft = useFormDraft<DeclarationDraft>(`${me.id}:declaration:${id}:${revision}`, draftOf(declaration))
  const save = useAidChange(
    programme,
    async () => {
      const now = await changeDeclaration(programme, company, id, { ...draft.value, revision })
      queryClient.setQueryData(companyAidQuery(programme, company).queryKey, now)
      draft.clear()
      onSaved(now.declarations.find((one) => one.id === id)?.open.length === 0)
    },
    { text: null },
  )
  const isStale = save.error instanceof ProblemError && save.error.slug === 'changed-meanwhile'
  const parts = { value: draft.value, change: draft.change, content }
  return (
    <>
      {draft.kept && draft.touched && (
        <Callout
          actions={
            <Button small kind="quiet" onPress={draft.clear}>
              {texts.discard}
            </Button>
          }
        >
          {texts.kept}
        </Callout>
      )}
      {isStale && <Callout tone="warning">{texts.changed}</Callout>}
      <Form
        problem={isStale ? null : save.error}
        onSubmit={() => save.mutate(undefined)}
        actions={
          <Button type="submit" kind="primary" isPending={save.isPending}>
            {aid.may.sign ? texts.save : texts.saveStaff}
          </Button>
        }
      >
        <SupportPart content={content} />
        <GroupPart {...parts} picture={picture} />
        <ChangesPart {...parts} />
        <EarlierPart {...parts} aid={aid} problem={save.error} />
        <ActivitiesPart {...parts} />
        <Card title={texts.assurance.title}>
          <Checkbox isSelected={draft.value.assurance} onChange={(assurance) => draft.change({ assurance })}>
            {texts.assurance.text}
          </Checkbox>
          <p>{texts.register}</p>
        </Card>
      </Form>
    </>
  )
}
