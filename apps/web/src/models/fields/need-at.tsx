import type { Need } from '@stegvis/core/models/tree/schema-roll-up.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { Columns } from '../../ui/layout.tsx'
import { Select } from '../../ui/select.tsx'
import type { Path } from '../document/path.ts'
import { NumberAt } from './simple-at.tsx'
import { useBound } from './use-bound.ts'

const KINDS = ['all', 'count', 'share', 'all-but'] as const
type Kind = (typeof KINDS)[number]

const BEGINNINGS: Readonly<Record<Kind, Need>> = {
  all: 'all',
  count: { count: 1 },
  share: { share: 0.5 },
  'all-but': { 'all-but': 1 },
}

const kindOf = (need: unknown): Kind =>
  KINDS.find((kind) => typeof need === 'object' && need !== null && kind in need) ?? 'all'

/** How much of a list must hold. */
export function NeedAt({ path }: { path: Path }) {
  const { value, set, pointer, isReadOnly } = useBound(path)
  const { need: texts } = useTexts().models.rollUps
  const kind = kindOf(value)
  return (
    <Columns of="fields" least="s">
      <div data-pointer={pointer}>
        <Select
          label={texts.label}
          isDisabled={isReadOnly}
          options={KINDS.map((id) => ({ id, label: texts.kinds[id] }))}
          value={kind}
          onChange={(next) => next && set(BEGINNINGS[next])}
        />
      </div>
      {kind !== 'all' && (
        <NumberAt
          key={kind}
          path={[...path, kind]}
          label={texts.howMuch[kind]}
          min={0}
          max={kind === 'share' ? 1 : 1000}
          decimals={kind === 'share' ? 4 : 0}
        />
      )}
    </Columns>
  )
}
