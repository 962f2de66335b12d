import type { SupportInput } from '@stegvis/core/aid/support/schema.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Columns, Row, Section, Stack } from '../../ui/layout.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'

/** The form as it is typed. Every kind of work has its field; those without hours are left out when it is sent. */
export type SupportDraft = SupportInput

export const WORK = ['direct', 'preparation', 'follow-up', 'travel'] as const

type Props = { currency: string; value: SupportDraft; change: (part: Partial<SupportDraft>) => void }

export function SupportFields(props: Props) {
  const { form } = useTexts().stateAid.support
  const { value, change, currency } = props
  return (
    <>
      <Hours value={value} change={change} />
      <Bought {...props} />
      <NumberField
        name="paidMinor"
        label={form.paid}
        hint={form.paidHint}
        optional
        unit={unitOf(currency)}
        minValue={0}
        value={value.paidMinor / 100}
        onChange={(amount) => change({ paidMinor: minorOf(amount) })}
      />
      <Group value={value} change={change} />
      <TextArea
        name="note"
        label={form.note}
        optional
        rows={2}
        maxLength={1000}
        value={value.note}
        onChange={(note) => change({ note })}
      />
    </>
  )
}

const minorOf = (amount: number) => (Number.isFinite(amount) ? Math.round(amount * 100) : 0)
const unitOf = (currency: string) => (currency === 'SEK' ? 'kr' : currency)

function Hours({ value, change }: Omit<Props, 'currency'>) {
  const { form, work: names } = useTexts().stateAid.support
  const minutes = (work: (typeof WORK)[number]) => value.staff.find((one) => one.work === work)?.minutes ?? 0
  const set = (work: (typeof WORK)[number], hours: number) => {
    const others = value.staff.filter((one) => one.work !== work)
    const now = Number.isFinite(hours) ? Math.round(hours * 60) : 0
    change({
      staff: WORK.flatMap((kind) =>
        kind === work ? [{ work, minutes: now }] : others.filter((one) => one.work === kind),
      ),
    })
  }
  return (
    <Section level={3} title={form.hours} intro={form.hoursText}>
      <Columns of="fields" least="s">
        {WORK.map((work) => (
          <NumberField
            key={work}
            label={names[work]}
            unit={form.unit}
            minValue={0}
            maxValue={10_000}
            formatOptions={{ maximumFractionDigits: 2 }}
            value={minutes(work) / 60}
            onChange={(hours) => set(work, hours)}
          />
        ))}
      </Columns>
    </Section>
  )
}

function Bought({ currency, value, change }: Props) {
  const { form } = useTexts().stateAid.support
  const set = (at: number, part: Partial<SupportDraft['bought'][number]>) =>
    change({ bought: value.bought.map((one, index) => (index === at ? { ...one, ...part } : one)) })
  return (
    <Section level={3} title={form.bought} intro={form.boughtText}>
      <Stack gap="s">
        {value.bought.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what is bought has no id and is told by its place.
          <Row key={at} gap="s" align="bottom">
            <TextField
              name={`bought.${at}.what`}
              label={form.what}
              maxLength={200}
              value={one.what}
              onChange={(what) => set(at, { what })}
            />
            <NumberField
              name={`bought.${at}.minor`}
              label={form.price}
              unit={unitOf(currency)}
              minValue={0}
              value={one.minor / 100}
              onChange={(amount) => set(at, { minor: minorOf(amount) })}
            />
            <IconButton
              icon="trash"
              label={form.removeBought({ what: one.what })}
              onPress={() => change({ bought: value.bought.filter((_, index) => index !== at) })}
            />
          </Row>
        ))}
        <Row>
          <Button small icon="add" onPress={() => change({ bought: [...value.bought, { what: '', minor: 0 }] })}>
            {form.addBought}
          </Button>
        </Row>
      </Stack>
    </Section>
  )
}

function Group({ value, change }: Omit<Props, 'currency'>) {
  const { form } = useTexts().stateAid.support
  const { own, of } = value.share
  const isShared = of > own
  return (
    <Stack gap="s">
      <Checkbox isSelected={isShared} onChange={(shared) => change({ share: { own: 1, of: shared ? 2 : 1 } })}>
        {form.group}
      </Checkbox>
      {isShared && (
        <NumberField
          name="share.of"
          label={form.groupHint}
          unit={form.companies}
          minValue={2}
          maxValue={500}
          value={of}
          onChange={(companies) => change({ share: { own, of: Number.isFinite(companies) ? companies : 2 } })}
        />
      )}
    </Stack>
  )
}
