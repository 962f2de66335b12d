import { useTexts } from '../../locales/app-texts.tsx'
import { Columns } from '../../ui/layout.tsx'
import type { Path } from '../document/path.ts'
import { ChoiceAt } from '../fields/simple-at.tsx'

const ALLOWANCES = ['allowed', 'with-reason', 'refused'] as const

/** Whether “don’t know” and “not applicable” are answers here. `none` is what leaving it unsaid means, where it may be. */
export function OpenFields({ path, none }: { path: Path; none?: string }) {
  const { scales: texts } = useTexts().models
  const options = ALLOWANCES.map((id) => ({ id, label: texts.allowances[id] }))
  const said = none === undefined ? {} : { none }
  return (
    <Columns of="fields" least="s">
      <ChoiceAt path={[...path, 'unknown']} label={texts.unknown} options={options} {...said} />
      <ChoiceAt path={[...path, 'not-applicable']} label={texts.notApplicable} options={options} {...said} />
    </Columns>
  )
}
