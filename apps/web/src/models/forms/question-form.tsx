import { EVIDENCE_CLASSES, EVIDENCE_NAMES, Importance } from '@stegvis/core/models/schema.ts'
import type { TreeQuestion } from '@stegvis/core/models/tree/schema.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useLanguage } from '../../locales/texts.tsx'
import { Button } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Columns, Row, Soft, Stack } from '../../ui/layout.tsx'
import type { OutlineRow } from '../document/outline.ts'
import type { Path } from '../document/path.ts'
import { useEditor } from '../editor/editor-context.ts'
import { ExpressionAt } from '../fields/expression-at.tsx'
import { FaultsAt } from '../fields/faults-at.tsx'
import { ChoiceAt, NumberAt, TickAt } from '../fields/simple-at.tsx'
import { TextsAt } from '../fields/texts-at.tsx'
import { useScaleNames } from '../use-scale-names.ts'
import { CrosswalkFields } from './crosswalk-fields.tsx'
import { IdField } from './id-field.tsx'
import { OpenFields } from './open-fields.tsx'
import { PlaceFields } from './place-fields.tsx'

/** A question as it stands in one place: what is asked, and how much it counts there. */
export function QuestionForm({ row, question }: { row: OutlineRow; question: string }) {
  const { model, outline } = useEditor()
  const { question: texts } = useTexts().models.forms
  const at = model.questions.findIndex(({ id }) => id === question)
  const asked = model.questions[at]
  if (!asked) return <FaultsAt path={[...row.path, 'question']} />
  const path = ['questions', at]
  const places = [...outline.byKey.values()].filter((one) => one.kind === 'leaf' && one.leaf.question === question)
  return (
    <Stack gap="l">
      <FaultsAt path={path} />
      <FaultsAt path={row.path} />
      {places.length > 1 && <Soft>{texts.severalPlaces({ count: places.length })}</Soft>}
      <Stack>
        <TextsAt path={[...path, 'text']} label={texts.text} rows={2} />
        <TextsAt path={[...path, 'help']} label={texts.help} hint={texts.helpHint} rows={2} optional />
        <ScaleChoice path={[...path, 'scale']} scale={asked.scale} />
        <ChoiceAt
          path={[...path, 'importance']}
          label={texts.importance}
          options={Importance.options.map((id) => ({ id, label: texts.importances[id] }))}
        />
      </Stack>
      <PlaceFields row={row} />
      <div>
        <Disclosure summary={texts.visible} open={asked['visible-when'] !== undefined}>
          <Stack>
            <ExpressionAt
              path={[...path, 'visible-when']}
              label={texts.visibleWhen}
              hint={texts.visibleHint}
              optional
            />
            <TickAt path={[...path, 'hidden-when-undetermined']} on={true}>
              {texts.hiddenUndetermined}
            </TickAt>
          </Stack>
        </Disclosure>
        <Disclosure summary={texts.more}>
          <MoreFields path={path} question={asked} />
        </Disclosure>
      </div>
    </Stack>
  )
}

function ScaleChoice({ path, scale }: { path: Path; scale: string }) {
  const { model, open } = useEditor()
  const { question: texts } = useTexts().models.forms
  const scales = useScaleNames()
  return (
    <Row align="bottom" gap="s">
      <ChoiceAt
        path={path}
        label={texts.scale}
        options={Object.keys(model.scales).map((id) => ({ id, label: scales(id) }))}
      />
      {Object.hasOwn(model.scales, scale) && (
        <Button kind="quiet" onPress={() => open(`scale.${scale}`)}>
          {texts.openScale}
        </Button>
      )}
    </Row>
  )
}

function MoreFields({ path, question }: { path: Path; question: TreeQuestion }) {
  const { model } = useEditor()
  const { language } = useLanguage()
  const { question: texts } = useTexts().models.forms
  return (
    <Stack>
      <Columns of="fields" least="s">
        <ChoiceAt
          path={[...path, 'evidence']}
          label={texts.evidence}
          hint={texts.evidenceHint}
          none={texts.noEvidence}
          options={EVIDENCE_CLASSES.map((id) => ({ id, label: `${id}, ${EVIDENCE_NAMES[id][language]}` }))}
        />
        <NumberAt
          path={[...path, 'best-before-months']}
          label={texts.bestBefore}
          unit={texts.months}
          optional
          min={1}
          max={120}
          decimals={0}
        />
        <ChoiceAt
          path={[...path, 'source']}
          label={texts.source}
          none={texts.noSource}
          options={(model.sources ?? []).map(({ id, title }) => ({ id, label: title || id }))}
        />
      </Columns>
      <OpenFields path={path} none={texts.asScale} />
      <IdField kind="question" id={question.id} path={[...path, 'id']} />
      <CrosswalkFields path={[...path, 'crosswalk']} />
    </Stack>
  )
}
