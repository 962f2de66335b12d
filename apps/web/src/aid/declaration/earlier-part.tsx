import type { DeclarationContent, EarlierAid } from '@stegvis/core/aid/declaration/schema.ts'
import type { CompanyAid } from '@stegvis/core/aid/gate/schema.ts'
import { useState } from 'react'
import { newId } from '../../app/new-id.ts'
import { ProblemError } from '../../app/send.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { Card, Row, Soft, Stack } from '../../ui/layout.tsx'
import { Callout } from '../../ui/states.tsx'
import { useAmounts } from '../ledger/amounts.ts'
import { AwardFields } from '../ledger/award-fields.tsx'
import styles from './declaration.module.css'
import { awardOf, type DeclarationDraft, newLine, withAward } from './draft.ts'

type Props = {
  aid: CompanyAid
  content: DeclarationContent
  value: DeclarationDraft
  change: (part: Partial<DeclarationDraft>) => void
  /** what the server said of the lines, shown at each */
  problem: unknown
}

/** Aid of the last three years: what is known stands there already; the company adds the rest. */
export function EarlierPart({ aid, content, value, change, problem }: Props) {
  const { earlier } = useTexts().stateAid.declaration
  const [opened, setOpened] = useState<EarlierAid | null>(null)
  const { earlierAid } = value
  const faults = useLineFaults(problem)
  const own = content.undertaking.members[0]?.name ?? ''
  const keep = (line: EarlierAid) => {
    const isNew = !earlierAid.some(({ id }) => id === line.id)
    change({ earlierAid: isNew ? [...earlierAid, line] : earlierAid.map((one) => (one.id === line.id ? line : one)) })
    setOpened(null)
  }
  return (
    <Card title={earlier.title}>
      <p>{earlier.text}</p>
      {earlierAid.length === 0 ? (
        <Soft>{earlier.none}</Soft>
      ) : (
        <ul className={styles.awards}>
          {earlierAid.map((line, at) => (
            <Line
              key={line.id}
              line={line}
              faults={faults(at)}
              onEdit={() => setOpened(line)}
              onRemove={() => change({ earlierAid: earlierAid.filter(({ id }) => id !== line.id) })}
            />
          ))}
        </ul>
      )}
      <Row>
        <Button
          icon="add"
          onPress={() =>
            setOpened(
              newLine({
                id: newId(),
                name: own,
                memberState: content.memberState,
                regulation: content.regulation,
                currency: aid.rules.currency,
                today: aid.today,
              }),
            )
          }
        >
          {earlier.add}
        </Button>
      </Row>
      {opened && <LineDialog {...{ aid, content, own }} line={opened} onKeep={keep} onClose={() => setOpened(null)} />}
    </Card>
  )
}

/** Sentences about the line at a place, whichever of its fields they are about. */
function useLineFaults(problem: unknown): (at: number) => string[] {
  const { language } = useFormats()
  const errors = problem instanceof ProblemError ? problem.errors : []
  return (at) =>
    errors
      .filter(({ pointer }) => pointer.replace('#', '').startsWith(`/earlierAid/${at}/`))
      .map(({ message, detail }) => message?.[language] ?? detail)
}

type LineProps = { line: EarlierAid; faults: string[]; onEdit: () => void; onRemove: () => void }

function Line({ line, faults, onEdit, onRemove }: LineProps) {
  const { earlier } = useTexts().stateAid.declaration
  const { money } = useAmounts()
  const authority = line.authority || earlier.unnamed
  return (
    <li>
      <div className={styles.award}>
        <Stack gap="s">
          <span>
            <strong>{authority}</strong>, {money(line.amount.minor, line.amount.currency)}
          </span>
          <Soft>{`${line.awardedOn}, ${line.name}, ${line.regulation}`}</Soft>
          {line.grantId !== null && (
            <span>
              <Badge icon="check">
                {line.programme === null ? earlier.known : earlier.knownElsewhere({ programme: line.programme })}
              </Badge>
            </span>
          )}
        </Stack>
        {line.grantId === null && (
          <Row gap="s">
            <IconButton icon="edit" label={earlier.edit({ authority })} onPress={onEdit} />
            <IconButton icon="trash" label={earlier.remove({ authority })} onPress={onRemove} />
          </Row>
        )}
      </div>
      {faults.length > 0 && (
        <Callout tone="danger">
          {faults.map((fault) => (
            <div key={fault}>{fault}</div>
          ))}
        </Callout>
      )}
    </li>
  )
}

type DialogProps = {
  aid: CompanyAid
  content: DeclarationContent
  own: string
  line: EarlierAid
  onKeep: (line: EarlierAid) => void
  onClose: () => void
}

function LineDialog({ aid, content, own, line, onKeep, onClose }: DialogProps) {
  const { earlier } = useTexts().stateAid.declaration
  const { common } = useTexts()
  const [award, setAward] = useState(() => awardOf(line))
  const others = content.undertaking.members.slice(1)
  const nameOf = (party: string | null) => others.find((member) => member.party === party)?.name ?? own
  return (
    <Dialog title={earlier.dialog} isOpen onClose={onClose}>
      <Form
        onSubmit={() => onKeep(withAward(line, award, nameOf))}
        actions={
          <>
            <Button type="submit" kind="primary">
              {earlier.keep}
            </Button>
            <Button kind="quiet" onPress={onClose}>
              {common.cancel}
            </Button>
          </>
        }
      >
        <AwardFields
          value={award}
          change={(part) => setAward((now) => ({ ...now, ...part }))}
          members={others}
          today={aid.today}
        />
      </Form>
    </Dialog>
  )
}
