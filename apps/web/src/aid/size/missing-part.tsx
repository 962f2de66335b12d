import type { Missing } from '@stegvis/core/aid/size/snapshots.ts'
import { useMay } from '../../app/session.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useLanguage } from '../../locales/texts.tsx'
import { Anchor } from '../../ui/anchor.tsx'
import { Button } from '../../ui/button.tsx'
import { WithDays } from '../../ui/days.tsx'
import { Row, Stack } from '../../ui/layout.tsx'
import { Callout } from '../../ui/states.tsx'
import type { AccountsTarget } from './accounts-dialog.tsx'

type MissingPartProps = {
  missing: Missing
  programme: string
  mayEdit: boolean
  onFill: (target: AccountsTarget) => void
}

/** What the answer waits for, with the way to give it. */
export function MissingPart({ missing, programme, mayEdit, onFill }: MissingPartProps) {
  const { missing: texts } = useTexts().sizes
  const { language } = useLanguage()
  const mayImport = useMay('rates.write')
  return (
    <>
      {missing.accounts.length > 0 && (
        <Callout tone="warning" title={texts.accounts}>
          <Stack gap="s">
            {missing.accounts.map(({ party, name, closedOn }) => (
              <Row key={`${party} ${closedOn}`} gap="s" align="between">
                <span>
                  <WithDays>{closedOn ? texts.year({ name, day: closedOn }) : texts.any({ name })}</WithDays>
                </span>
                {mayEdit && (
                  <Button
                    small
                    aria-label={texts.fillFor({ name, day: closedOn })}
                    onPress={() => onFill({ partyId: party, name, closedOn })}
                  >
                    {texts.fill}
                  </Button>
                )}
              </Row>
            ))}
          </Stack>
        </Callout>
      )}
      {missing.rates.length > 0 && (
        <Callout tone="warning" title={texts.rates}>
          {missing.rates.map(({ currency, on, text }) => (
            <div key={`${currency} ${on}`}>
              <WithDays>{text[language]}</WithDays>
            </div>
          ))}
          {mayImport ? (
            <Anchor href={`/programmes/${programme}/rates`}>{texts.toRates}</Anchor>
          ) : (
            <div>{texts.askOffice}</div>
          )}
        </Callout>
      )}
    </>
  )
}
