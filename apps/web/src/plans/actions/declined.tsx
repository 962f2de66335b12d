import { isDeclined, shownTitle } from '@stegvis/core/plans/rules.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { Button } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Table } from '../../ui/table.tsx'
import { removeAction, restoreAction } from '../api.ts'
import { useDo, usePlace, usePlan } from '../plan-context.tsx'

/** Proposals that were declined, with the reason; each can be proposed again. */
export function Declined() {
  const { programme } = usePlace()
  const declined = usePlan().actions.filter(isDeclined)
  const { plans } = useTexts()
  const { language, integer } = useFormats()
  const act = useDo()
  if (declined.length === 0) return null
  return (
    <Disclosure summary={plans.suggestions.declinedList({ count: integer(declined.length) })}>
      <Table
        label={plans.suggestions.declinedList({ count: integer(declined.length) })}
        rows={declined}
        rowKey={({ id }) => id}
        columns={[
          { id: 'title', label: plans.action.title, main: true, cell: (action) => shownTitle(action, language) },
          { id: 'reason', label: plans.action.reason, cell: ({ reason }) => reason },
          {
            id: 'back',
            label: plans.suggestions.takeBack,
            cell: (action) => (
              <Button
                small
                onPress={() =>
                  void act(
                    () => removeAction(programme, action.id),
                    plans.suggestions.takenBack({ title: shownTitle(action, language) }),
                    () => restoreAction(programme, action.id),
                  )
                }
              >
                {plans.suggestions.takeBack}
              </Button>
            ),
          },
        ]}
      />
    </Disclosure>
  )
}
