import type { GateAnswer } from '@stegvis/core/aid/de-minimis/gate/gate.ts'
import type { SessionAid } from '@stegvis/core/coaching/schema.ts'
import { useQuery } from '@tanstack/react-query'
import { useMay } from '../../app/session.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { Stack } from '../../ui/layout.tsx'
import { RadioCards, RadioGroup } from '../../ui/radio-group.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { companyAidQuery } from '../ledger/api.ts'

/** What a session is to state aid, as it is typed. `override` is empty where nothing is passed. */
export type AidInput = { aid: SessionAid; override: string }

export const PLAIN_ADVICE: AidInput = { aid: { kind: 'advice' }, override: '' }

/** As it is sent: an empty reason passes nothing. */
export function sentAid({ aid, override }: AidInput): { aid: SessionAid; override: { reason: string } | null } {
  const reason = override.trim()
  return { aid, override: reason === '' ? null : { reason } }
}

/** How the gate stands for advice of today; undefined where the programme has none, or this person may not know. */
export function useGateToday(programme: string, company: string): GateAnswer | undefined {
  const { data } = useQuery(companyAidQuery(programme, company))
  return data?.gate?.answer
}

type Props = { value: AidInput; change: (part: Partial<AidInput>) => void; isClosed: boolean }

/** Asked only where the programme has a gate: advice, or an open event and why that is no aid. */
export function SessionAidFields({ value, change, isClosed }: Props) {
  const { session: texts } = useTexts().stateAid.gate
  const mayOverride = useMay('aid.override')
  const { aid } = value
  const kinds = ['advice', 'open-event'] as const
  return (
    <Stack>
      <RadioCards
        label={texts.kind}
        value={aid.kind}
        onChange={(kind) =>
          change({
            aid: kind === 'open-event' ? { kind: 'open-event', reason: '', advantage: 'none' } : { kind: 'advice' },
          })
        }
        options={kinds.map((id) => ({ id, ...texts.kinds[id] }))}
      />
      {aid.kind === 'open-event' && (
        <>
          <TextArea
            name="aid.reason"
            label={texts.reason}
            hint={texts.reasonHint}
            isRequired
            rows={2}
            maxLength={1000}
            value={aid.reason}
            onChange={(reason) => change({ aid: { ...aid, reason } })}
          />
          <RadioGroup
            row
            label={texts.advantage}
            value={aid.advantage}
            onChange={(advantage) =>
              change({ aid: { ...aid, advantage: advantage === 'unclear' ? 'unclear' : 'none' } })
            }
            options={(['none', 'unclear'] as const).map((id) => ({ id, label: texts.advantages[id] }))}
          />
        </>
      )}
      {isClosed && mayOverride && (
        <TextArea
          name="override.reason"
          label={texts.override}
          hint={texts.overrideText}
          optional
          rows={2}
          maxLength={1000}
          value={value.override}
          onChange={(override) => change({ override })}
        />
      )}
    </Stack>
  )
}
