import type { RollUp } from '@stegvis/core/models/tree/schema-roll-up.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { Columns, Soft, Stack } from '../../ui/layout.tsx'
import { Select } from '../../ui/select.tsx'
import { ROLL_UP_OPS, rollUpAs } from '../document/beginnings.ts'
import type { Path } from '../document/path.ts'
import { ExpressionAt } from '../fields/expression-at.tsx'
import { NeedAt } from '../fields/need-at.tsx'
import { NumberAt, TickAt } from '../fields/simple-at.tsx'
import { useBound } from '../fields/use-bound.ts'

/** How a node comes to its result from its children, with what the chosen way needs to know. */
export function RollUpFields({ node }: { node: Path }) {
  const path = [...node, 'result']
  const { value, set, pointer, isReadOnly, error } = useBound(path)
  const { rollUps } = useTexts().models
  const result = value as RollUp
  return (
    <Stack>
      <div data-pointer={pointer}>
        <Select
          label={rollUps.label}
          isDisabled={isReadOnly}
          options={ROLL_UP_OPS.map((op) => ({
            id: op,
            label: rollUps.ops[op].name,
            description: rollUps.ops[op].about,
          }))}
          value={result.op}
          onChange={(op) => op && set(rollUpAs(op, result))}
          {...(error !== undefined && { error })}
        />
      </div>
      <Soft>{rollUps.ops[result.op].about}</Soft>
      <OwnFields result={result} path={path} node={node} />
    </Stack>
  )
}

function OwnFields({ result, path, node }: { result: RollUp; path: Path; node: Path }) {
  const { rollUps } = useTexts().models
  return (
    <>
      {'need' in result && <NeedAt path={[...path, 'need']} />}
      {'at-least' in result && (
        <NumberAt path={[...path, 'at-least']} label={rollUps.atLeast} hint={rollUps.atLeastHint} />
      )}
      {result.op === 'gate' && (
        <TickAt path={[...path, 'importance']} on="by-importance" description={rollUps.byImportanceHint}>
          {rollUps.byImportance}
        </TickAt>
      )}
      {result.op === 'deduct' && <NumberAt path={[...path, 'from']} label={rollUps.from} />}
      {result.op === 'broad-step' && <BroadStepFields path={path} />}
      {result.op === 'formula' && (
        <>
          <ExpressionAt path={[...path, 'value']} label={rollUps.formula} hint={rollUps.formulaHint} />
          <RangeFields path={[...node, 'range']} />
        </>
      )}
    </>
  )
}

function BroadStepFields({ path }: { path: Path }) {
  const { rollUps } = useTexts().models
  return (
    <Columns of="fields" least="s">
      <NumberAt path={[...path, 'share', 0]} label={rollUps.shareOf} min={1} decimals={0} />
      <NumberAt path={[...path, 'share', 1]} label={rollUps.shareAll} min={1} decimals={0} />
      <NumberAt
        path={[...path, 'floor']}
        label={rollUps.floor}
        hint={rollUps.floorHint}
        min={0}
        max={20}
        decimals={0}
      />
    </Columns>
  )
}

/** What a formula can give, without which an unfinished result has no range. */
function RangeFields({ path }: { path: Path }) {
  const { value } = useBound(path)
  const { rollUps } = useTexts().models
  return (
    <>
      <TickAt path={path} on={value ?? [0, 100]} description={rollUps.rangeHint}>
        {rollUps.range}
      </TickAt>
      {Array.isArray(value) && (
        <Columns of="fields" least="s">
          <NumberAt path={[...path, 0]} label={rollUps.least} />
          <NumberAt path={[...path, 1]} label={rollUps.most} />
        </Columns>
      )}
    </>
  )
}
