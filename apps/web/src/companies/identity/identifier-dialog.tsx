import type { CompanyIdentity } from '@stegvis/core/identity/records.ts'
import type { SchemeKey } from '@stegvis/core/identity/schemes.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { useLanguage } from '../../locales/texts.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { changeIdentifier } from './api.ts'
import { type IdentityProps, useIdentityChanged } from './identity-part.tsx'

/** Both null for a number that is not there yet. */
export type IdentifierTarget = { scheme: SchemeKey | null; value: string | null }

type IdentifierDialogProps = IdentityProps & {
  identity: CompanyIdentity
  target: IdentifierTarget
  onClose: () => void
}

/** Adds, corrects or takes away one number; its form and check digit are the server's to judge. */
export function IdentifierDialog({ programme, company, identity, target, onClose }: IdentifierDialogProps) {
  const { identity: texts, common } = useTexts()
  const { language } = useLanguage()
  const changed = useIdentityChanged(programme, company)
  const taken = new Set(identity.identifiers.map(({ scheme }) => scheme))
  const free = identity.offered.filter(({ scheme }) => scheme === target.scheme || !taken.has(scheme))
  const [scheme, setScheme] = useState<SchemeKey | null>(target.scheme ?? free[0]?.scheme ?? null)
  const [value, setValue] = useState(target.value ?? '')
  const [isTried, setTried] = useState(false)
  const chosen = identity.offered.find((each) => each.scheme === scheme)
  const save = useMutation({
    mutationFn: ({ of, to }: { of: SchemeKey; to: string | null }) =>
      changeIdentifier(programme, company, of, { from: target.value, to }),
    onSuccess: (next) => {
      toast(texts.saved)
      changed(next)
      onClose()
    },
  })
  const isGiven = scheme !== null && value.trim() !== ''
  return (
    <Dialog title={target.scheme ? texts.editNumber : texts.addNumber} isOpen onClose={onClose}>
      <Form
        problem={save.error}
        onSubmit={() => (isGiven ? save.mutate({ of: scheme, to: value.trim() }) : setTried(true))}
        actions={
          <>
            <Button type="submit" kind="primary" isPending={save.isPending}>
              {common.save}
            </Button>
            <Button kind="quiet" onPress={onClose}>
              {common.cancel}
            </Button>
            {target.scheme && (
              <Button
                kind="quiet"
                icon="trash"
                onPress={() => target.scheme && save.mutate({ of: target.scheme, to: null })}
              >
                {texts.removeNumber}
              </Button>
            )}
          </>
        }
      >
        {target.scheme === null && (
          <Select
            label={texts.kind}
            options={free.map(({ scheme: id, name }) => ({ id, label: name[language] }))}
            value={scheme}
            onChange={setScheme}
          />
        )}
        <TextField
          name="to"
          label={target.scheme && chosen ? chosen.name[language] : texts.number}
          hint={chosen && texts.looks({ looks: chosen.looks[language] })}
          value={value}
          maxLength={100}
          onChange={setValue}
          error={isTried && !isGiven ? texts.numberMissing : undefined}
        />
      </Form>
    </Dialog>
  )
}
