import type { SelectOption } from '../../ui/select.tsx'
import type { Path } from '../document/path.ts'
import { ListAt } from './list-at.tsx'
import { ChoiceAt } from './simple-at.tsx'

type IdsAtProps = {
  path: Path
  label: string
  hint?: string
  addLabel: string
  itemLabel: string
  options: readonly SelectOption[]
  keepEmpty?: boolean
}

/** Several things of the model by their ids, chosen by their names. */
export function IdsAt({ path, label, hint, addLabel, itemLabel, options, keepEmpty = false }: IdsAtProps) {
  return (
    <ListAt<string>
      {...{ path, label, addLabel, keepEmpty }}
      {...(hint !== undefined && { hint })}
      flat
      begin={(ids) => options.find(({ id }) => !ids.includes(id))?.id ?? ''}
      nameOf={(id) => options.find((option) => option.id === id)?.label ?? id}
    >
      {(here) => <ChoiceAt path={here} label={itemLabel} options={options} />}
    </ListAt>
  )
}
