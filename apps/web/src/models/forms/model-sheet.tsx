import { TreeModel, Voices } from '@stegvis/core/models/tree/schema.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Columns, Section, Stack } from '../../ui/layout.tsx'
import { useEditor } from '../editor/editor-context.ts'
import { FaultsAt } from '../fields/faults-at.tsx'
import { IdsAt } from '../fields/ids-at.tsx'
import { ChoiceAt, LinesAt, TextAt } from '../fields/simple-at.tsx'
import { TextsAt } from '../fields/texts-at.tsx'
import { useNames } from '../use-names.ts'
import { LanguageFields } from './language-fields.tsx'
import { PolicyFields } from './policy-fields.tsx'
import { ViewFields } from './view-fields.tsx'

/** What is said of the model as a whole. */
export function ModelSheet() {
  const { model } = useEditor()
  const { model: texts } = useTexts().models.forms
  const names = useNames()
  return (
    <Stack gap="l">
      <FaultsAt path={[]} />
      <Stack>
        <TextsAt path={['name']} label={texts.name} />
        <TextsAt path={['purpose']} label={texts.purpose} hint={texts.purposeHint} rows={2} />
        <Columns of="fields" least="s">
          <TextAt path={['id']} label={texts.id} hint={texts.idHint} short />
          <TextAt path={['version']} label={texts.version} hint={texts.versionHint} short />
        </Columns>
        <FaultsAt path={['questions']} />
      </Stack>
      <LanguageFields />
      <Section level={3} title={texts.answers} intro={texts.answersIntro}>
        <PolicyFields path={['policies']} />
      </Section>
      <Section level={3} title={texts.voices}>
        <VoiceFields />
      </Section>
      <div>
        <Disclosure summary={texts.profile} open={model.profile !== undefined}>
          <IdsAt
            path={['profile']}
            label={texts.profileNodes}
            hint={texts.profileHint}
            addLabel={texts.addProfile}
            itemLabel={texts.node}
            options={names.nodes()}
          />
        </Disclosure>
        <Disclosure summary={texts.views} open={model.views !== undefined}>
          <ViewFields />
        </Disclosure>
        <Disclosure summary={texts.origin}>
          <OriginFields />
        </Disclosure>
      </div>
    </Stack>
  )
}

function VoiceFields() {
  const { model: texts } = useTexts().models.forms
  return (
    <Columns of="fields">
      <ChoiceAt
        path={['voices', 'result']}
        label={texts.result}
        options={Voices.shape.result.options.map((id) => ({ id, label: texts.results[id] }))}
      />
      <ChoiceAt
        path={['voices', 'respondents']}
        label={texts.respondents}
        options={Voices.shape.respondents.options.map((id) => ({ id, label: texts.respondentRules[id] }))}
      />
    </Columns>
  )
}

function OriginFields() {
  const { model: texts } = useTexts().models.forms
  return (
    <Stack>
      <LinesAt path={['authors']} label={texts.authors} hint={texts.onePerLine} />
      <Columns of="fields" least="s">
        <TextAt path={['licence']} label={texts.licence} hint={texts.licenceHint} short />
        <ChoiceAt
          path={['assessed-unit']}
          label={texts.unit}
          options={TreeModel.shape['assessed-unit'].options.map((id) => ({ id, label: texts.units[id] }))}
        />
      </Columns>
    </Stack>
  )
}
