import { PlainDate } from '@stegvis/core/kernel/day.ts'
import { useState } from 'react'
import { Badge } from '../badge.tsx'
import { Checkbox, CheckboxGroup } from '../checkbox.tsx'
import { DateField } from '../date-field.tsx'
import { FileUpload } from '../file-upload.tsx'
import { Columns, Stack } from '../layout.tsx'
import { NumberField } from '../number-field.tsx'
import { RadioCards, RadioGroup } from '../radio-group.tsx'
import { SaveState } from '../save-state.tsx'
import { ComboBox, Select } from '../select.tsx'
import { SearchField, TextArea, TextField } from '../text-field.tsx'

const PLACES = [
  'Alingsås',
  'Borås',
  'Falköping',
  'Göteborg',
  'Halmstad',
  'Kungälv',
  'Skövde',
  'Varberg',
  'Åmål',
  'Öckerö',
].map((label) => ({ id: label, label }))

export function FieldGallery() {
  const [place, setPlace] = useState<string | null>('Borås')
  const [day, setDay] = useState<PlainDate | null>(PlainDate.parse('2026-11-23'))
  const [rung, setRung] = useState('3')
  return (
    <Columns of="fields" least="l">
      <Stack>
        <SearchField label="Sök företag" />
        <TextField
          label="Företagets namn"
          defaultValue="Älvsborgs Plåt AB"
          status={<SaveState state="saved" onUndo={() => {}} />}
        />
        <TextField
          label="Organisationsnummer"
          short
          hint="Tio siffror"
          error="Numret stämmer inte. Kontrollera siffrorna."
          defaultValue="556000-0001"
        />
        <TextField label="Webbplats" optional isDisabled />
        <TextArea
          label="Vad ni gör"
          defaultValue="Vi bockar och svetsar plåt."
          status={<SaveState state="offline" />}
        />
        <NumberField label="Anställda" steps defaultValue={38} minValue={0} status={<SaveState state="saving" />} />
        <NumberField label="Omsättning" unit="kr" defaultValue={48_000_000} status={<SaveState state="conflict" />} />
        <DateField label="Nästa steg senast" value={day} onChange={setDay} />
        <Select label="Kommun" options={PLACES} value={place} onChange={setPlace} none="Alla kommuner" />
        <ComboBox label="Kommun, sökbar" options={PLACES} value={place} onChange={setPlace} />
      </Stack>
      <Stack>
        <RadioCards
          label="Vilket steg stämmer bäst?"
          value={rung}
          onChange={setRung}
          options={[
            {
              id: '1',
              label: '1 Lagas när det stannar',
              description: 'Maskiner lagas när de stannar. Ingen skriver upp stoppen.',
            },
            {
              id: '2',
              label: '2 Stopp loggas',
              description: 'Stopp på de viktigaste maskinerna skrivs upp med orsak.',
            },
            {
              id: '3',
              label: (
                <>
                  3 Planerat underhåll <Badge tone="brand">Ni senast</Badge>
                </>
              ),
              description: 'En underhållsplan finns och har följts i ett kvartal.',
              extra: 'Exempel: smörjrundan varje fredag är kvitterad.',
            },
            {
              id: '4',
              label: '4 Förlusterna krymper',
              description: 'TAK-värdet följs månad för månad.',
              disabled: true,
            },
          ]}
        />
        <RadioGroup
          label="Är kravet uppfyllt?"
          row
          defaultValue="yes"
          options={[
            { id: 'yes', label: 'Ja' },
            { id: 'partly', label: 'Delvis' },
            { id: 'no', label: 'Nej' },
            { id: 'unknown', label: 'Vet inte' },
          ]}
        />
        <CheckboxGroup
          label="Vad vill ni ha hjälp med?"
          error="Välj minst ett område."
          options={[
            { id: 'a', label: 'Resurseffektiv produktion', description: 'Flöde, utrustning, spill' },
            { id: 'b', label: 'Energi' },
          ]}
        />
        <Checkbox defaultSelected>Visa avslutade</Checkbox>
        <Checkbox isIndeterminate>Några valda</Checkbox>
        <FileUpload
          label="Underlag"
          types={['application/pdf', 'image/png']}
          typesInWords="PDF, PNG"
          maxBytes={10_000_000}
          upload={async () => {}}
        />
      </Stack>
    </Columns>
  )
}
