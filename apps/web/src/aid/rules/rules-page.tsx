import { staffCost } from '@stegvis/core/aid/rules/rules.ts'
import type { AidRules, AidRulesReply } from '@stegvis/core/aid/rules/schema.ts'
import { AidInstrument } from '@stegvis/core/aid/rules/schema.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Link } from '../../app/link.tsx'
import { useMay } from '../../app/session.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { Card, Columns, Row, Soft, Stack } from '../../ui/layout.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import {
  SavedCheckbox,
  SavedNumberField,
  SavedRadioGroup,
  SavedRecord,
  SavedSelect,
  SavedTextField,
} from '../../ui/saved-field.tsx'
import { Callout } from '../../ui/states.tsx'
import { useAmounts } from '../ledger/amounts.ts'
import { aidKey } from '../ledger/api.ts'
import { worthOf } from '../support/fit.ts'
import { aidRulesQuery, aidRulesUrl } from './api.ts'

/** What the programme has settled about the aid it gives; each field saves by itself. */
export function AidRulesPage() {
  const { programme = '' } = useParams({ strict: false })
  const { data } = useSuspenseQuery(aidRulesQuery(programme))
  const { programmes } = useTexts()
  const { rules: texts } = useTexts().stateAid
  const mayHistory = useMay('programme.texts')
  return (
    <Stack gap="l">
      <PageHeader
        title={texts.title}
        intro={texts.intro}
        breadcrumbs={mayHistory ? [{ label: programmes.setUp.title, href: `/programmes/${programme}/set-up` }] : []}
      />
      <SavedRecord
        url={aidRulesUrl(programme)}
        queryKey={aidKey(programme)}
        values={data.rules}
        isReadOnly={!data.mayEdit}
      >
        <Gate reply={data} />
        <Award reply={data} />
        <Cost rules={data.rules} currencies={data.currencies} />
        <Counting reply={data} />
      </SavedRecord>
      {mayHistory && (
        <Row>
          <Link to="/programmes/$programme/set-up/history" params={{ programme }}>
            {texts.history}
          </Link>
        </Row>
      )}
    </Stack>
  )
}

function Gate({ reply: { rules, missing } }: { reply: AidRulesReply }) {
  const { rules: texts } = useTexts().stateAid
  const { list } = useFormats()
  const names: Record<string, string> = {
    authority: texts.authority,
    scheme: texts.scheme,
    hourlyMinor: texts.hourly,
  }
  const fields = missing.map((field) => (names[field] ?? field).toLowerCase().replace('?', ''))
  return (
    <Card>
      <Stack>
        <Callout tone={rules.gate ? 'good' : 'warning'} title={rules.gate ? texts.on : texts.off}>
          {rules.gate ? texts.onText : texts.offText}
        </Callout>
        <SavedCheckbox field="gate" label={texts.gate} description={texts.gateText} />
        {fields.length > 0 && <Soft>{texts.gateNeeds({ fields: list(fields) })}</Soft>}
      </Stack>
    </Card>
  )
}

function Award({ reply: { regulations } }: { reply: AidRulesReply }) {
  const { rules: texts } = useTexts().stateAid
  return (
    <Card title={texts.award}>
      <Stack>
        <SavedTextField field="authority" label={texts.authority} hint={texts.authorityHint} />
        <SavedTextField field="scheme" label={texts.scheme} hint={texts.schemeHint} />
        <SavedTextField short optional field="schemeReference" label={texts.schemeReference} />
        <Columns of="fields" least="s">
          <SavedSelect
            short
            field="regulation"
            label={texts.regulation}
            options={regulations.map((id) => ({ id, label: id }))}
          />
          <SavedTextField short field="memberState" label={texts.memberState} errorText={texts.wrong} />
        </Columns>
        <SavedSelect
          field="instrument"
          label={texts.instrument}
          options={AidInstrument.options.map((id) => ({ id, label: texts.instruments[id] }))}
        />
      </Stack>
    </Card>
  )
}

const HOUR = { staff: [{ work: 'direct' as const, minutes: 60 }], bought: [], paidMinor: 0, share: { own: 1, of: 1 } }
/** Percent on the screen, millionths in the record. */
const PERCENT = 10_000

function Cost({ rules, currencies }: { rules: AidRules; currencies: readonly string[] }) {
  const { rules: texts } = useTexts().stateAid
  const { money } = useAmounts()
  const cost = staffCost(rules)
  const percent = { unit: '%', stored: PERCENT, minValue: 0, formatOptions: { maximumFractionDigits: 4 } }
  return (
    <Card title={texts.cost}>
      <Stack>
        <p>{texts.costText}</p>
        <Columns of="fields" least="s">
          <SavedNumberField
            field="hourlyMinor"
            label={texts.hourly}
            unit={rules.currency === 'SEK' ? 'kr' : rules.currency}
            stored={100}
            minValue={1}
            errorText={texts.wrong}
          />
          <SavedNumberField field="payrollPpm" label={texts.payroll} hint={texts.payrollHint} {...percent} />
          <SavedNumberField field="flatPpm" label={texts.flat} hint={texts.flatHint} {...percent} />
          <SavedNumberField field="publicPpm" label={texts.public} maxValue={100} {...percent} />
          <SavedSelect
            short
            field="currency"
            label={texts.currency}
            options={currencies.map((id) => ({ id, label: id }))}
          />
        </Columns>
        {cost && (
          <p aria-live="polite">
            <strong>{texts.perHour({ amount: money(worthOf(HOUR, cost).aidMinor, rules.currency) })}</strong>
          </p>
        )}
      </Stack>
    </Card>
  )
}

function Counting({ reply: { register } }: { reply: AidRulesReply }) {
  const { rules: texts } = useTexts().stateAid
  const { count } = useFormats()
  const policies = ['exact-day', 'last-published', 'month-of'] as const
  return (
    <Card title={texts.counting}>
      <Stack>
        <SavedRadioGroup
          field="ratePolicy"
          label={texts.ratePolicy}
          options={policies.map((id) => ({ id, label: texts.ratePolicies[id] }))}
        />
        <SavedRadioGroup
          truth
          field="boundaryCounts"
          label={texts.boundary}
          hint={texts.boundaryHint}
          options={[
            { id: 'null', label: texts.boundaries.law },
            { id: 'true', label: texts.boundaries.counts },
            { id: 'false', label: texts.boundaries['does-not'] },
          ]}
        />
        <Soft>
          {register
            ? texts.register({ days: count(register.workingDays, texts.workingDays), article: register.article })
            : texts.noRegister}
        </Soft>
      </Stack>
    </Card>
  )
}
