import type { SmeGroupView } from '@stegvis/core/aid/groups/picture.ts'
import type { MarketAnswer } from '@stegvis/core/aid/groups/schema.ts'
import { useMutation } from '@tanstack/react-query'
import { newId } from '../../app/new-id.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { Button } from '../../ui/button.tsx'
import { Row, Stack } from '../../ui/layout.tsx'
import { Callout } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { putFact } from './api.ts'
import type { Where } from './forms/fact-dialog.tsx'
import { RefusedFacts } from './forms/faults.tsx'
import { useGroupChanged, useParties } from './use-group.ts'

type OpenMarket = SmeGroupView['openMarkets'][number]

const ANSWERS = ['same', 'adjacent', 'neither'] as const

/** Companies under the same persons count together only on the same or an adjacent market: somebody has to say. */
export function MarketQuestions({ open, ...where }: Where & { open: readonly OpenMarket[] }) {
  return open.map((market) => <MarketQuestion key={market.enterprises.join(' ')} {...where} market={market} />)
}

function MarketQuestion({ programme, company, group, market }: Where & { market: OpenMarket }) {
  const { markets, form } = useTexts().groups
  const { nameOf } = useParties(group)
  const { list } = useFormats()
  const changed = useGroupChanged(programme, company)
  const save = useMutation({
    mutationFn: (answer: MarketAnswer['answer']) =>
      putFact(programme, company, newId(), {
        base: 0,
        stated: { kind: 'market', fact: { enterprises: market.enterprises, answer } },
        note: '',
        parties: [],
      }),
    onSuccess: async (next) => {
      toast(form.saved, { group: 'group-fact' })
      await changed(next)
    },
  })
  const [first, second] = market.enterprises
  const names = { first: nameOf(first), second: nameOf(second), persons: list(market.persons.map(nameOf)) }
  return (
    <Callout tone="warning" title={markets.question(names)}>
      <Stack gap="s">
        <span>{markets.why(names)}</span>
        <RefusedFacts problem={save.error} />
        {group.mayEdit && (
          <Row gap="s">
            {ANSWERS.map((answer) => (
              <Button key={answer} small isDisabled={save.isPending} onPress={() => save.mutate(answer)}>
                {markets.answers[answer]}
              </Button>
            ))}
          </Row>
        )}
      </Stack>
    </Callout>
  )
}
