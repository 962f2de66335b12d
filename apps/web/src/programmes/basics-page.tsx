import { PROGRAMME_FIELDS } from '@stegvis/core/programmes/field-rules.ts'
import { readFields } from '@stegvis/core/programmes/fields.ts'
import { ProgrammeSlug } from '@stegvis/core/programmes/schema.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../locales/app-texts.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { Card, Columns, Row, Stack } from '../ui/layout.tsx'
import { SavedComboBox, SavedDateField, SavedRecord, SavedSelect, SavedTextField } from '../ui/saved-field.tsx'
import { Callout } from '../ui/states.tsx'
import { TextField } from '../ui/text-field.tsx'
import { changeField, programmeUrl } from './api.ts'
import { SetUpFrame } from './set-up-frame.tsx'
import { type SetUp, stepPath, useSetUp } from './steps.ts'

const TIME_ZONES = Intl.supportedValuesOf('timeZone').map((zone) => ({ id: zone, label: zone.replaceAll('_', ' ') }))

export function BasicsPage() {
  const setUp = useSetUp()
  const { slug, programme, queryKey, mayConfigure } = setUp
  const { basics } = useTexts().programmes
  const values = readFields(programme, PROGRAMME_FIELDS)
  const countries = Object.entries(basics.countries).map(([id, label]) => ({ id, label }))
  return (
    <SetUpFrame setUp={setUp} step="basics">
      <Card>
        <SavedRecord url={programmeUrl(slug)} {...{ queryKey, values }}>
          <Columns of="fields">
            <SavedTextField field="name.sv" label={basics.nameSv} />
            <SavedTextField field="name.en" label={basics.nameEn} />
          </Columns>
        </SavedRecord>
        <SavedRecord url={programmeUrl(slug)} isReadOnly={!mayConfigure} {...{ queryKey, values }}>
          <Columns of="fields">
            <SavedDateField field="startsOn" label={basics.startsOn} errorText={basics.periodWrong} />
            <SavedDateField field="endsOn" label={basics.endsOn} errorText={basics.periodWrong} />
          </Columns>
          <Columns of="fields">
            <SavedSelect field="country" label={basics.country} hint={basics.countryHint} options={countries} />
            <SavedComboBox field="timeZone" label={basics.timeZone} options={TIME_ZONES} />
          </Columns>
        </SavedRecord>
      </Card>
      <Address setUp={setUp} />
    </SetUpFrame>
  )
}

/** Not saved as it is typed: a half-written address would be the programme's for a moment. */
function Address({ setUp: { programme, mayConfigure } }: { setUp: SetUp }) {
  const { basics } = useTexts().programmes
  const [changing, setChanging] = useState(false)
  return (
    <Card title={basics.address}>
      <Stack gap="s">
        <p>{basics.addressHint}</p>
        <code>{`${location.origin}/p/${programme.slug}`}</code>
        {mayConfigure && (
          <Row>
            <Button small onPress={() => setChanging(true)}>
              {basics.changeAddress}
            </Button>
          </Row>
        )}
      </Stack>
      {changing && <AddressDialog present={programme.slug} onClose={() => setChanging(false)} />}
    </Card>
  )
}

function AddressDialog({ present, onClose }: { present: string; onClose: () => void }) {
  const { common, programmes } = useTexts()
  const { basics } = programmes
  const [address, setAddress] = useState(present)
  const change = useMutation({
    mutationFn: () => changeField(programmeUrl(present), { field: 'slug', from: present, to: address }),
    // The pages of the programme have another address from now on: they are read from the beginning.
    onSuccess: () => location.assign(stepPath(address, 'basics')),
  })
  const wrong = !ProgrammeSlug.safeParse(address).success
  return (
    <Dialog title={basics.changeAddress} isOpen onClose={onClose}>
      <Form
        onSubmit={() => wrong || change.mutate()}
        problem={change.error}
        actions={
          <>
            <Button type="submit" kind="primary" isPending={change.isPending} isDisabled={wrong || address === present}>
              {basics.changeAddress}
            </Button>
            <Button onPress={onClose}>{common.cancel}</Button>
          </>
        }
      >
        <Callout tone="warning">{basics.addressWarning}</Callout>
        <TextField
          label={basics.newAddress}
          hint={basics.addressRule}
          value={address}
          onChange={setAddress}
          autoComplete="off"
          autoFocus
          {...(wrong ? { error: basics.addressRule } : {})}
        />
      </Form>
    </Dialog>
  )
}
