import { inLanguage } from '@stegvis/core/kernel/in-language.ts'
import type { Counties } from '@stegvis/core/programmes/geography.ts'
import type { PublicProgramme } from '@stegvis/core/programmes/schema.ts'
import { usePublicTexts } from '../locales/public-texts.tsx'
import { useLanguage } from '../locales/texts.tsx'
import { AreaName } from '../ui/area-mark.tsx'
import buttonStyles from '../ui/button.module.css'
import { cx } from '../ui/cx.ts'
import { Card, Columns, Section, Stack } from '../ui/layout.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { FitCheck } from './fit-check.tsx'
import { HeroPicture } from './hero-picture.tsx'
import styles from './intake.module.css'
import { IntakeFrame } from './intake-frame.tsx'
import { useInterestDraft } from './interest-draft.ts'

/** What the programme is, whom it is for, and the way in. */
export function ProgrammePage({ slug }: { slug: string }) {
  return <IntakeFrame slug={slug}>{(loaded) => <Programme {...loaded} />}</IntakeFrame>
}

type LoadedProps = { programme: PublicProgramme; counties: Counties['counties'] }

function Programme({ programme, counties }: LoadedProps) {
  const { language } = useLanguage()
  const { publicProgramme: texts } = usePublicTexts()
  const { draft, change } = useInterestDraft(programme.slug)
  const say = (text: keyof PublicProgramme['texts']) =>
    inLanguage(programme.texts[text] ?? { sv: '', en: '' }, language)
  const interest = `/p/${programme.slug}/interest`
  return (
    <Stack gap="l">
      <div className={styles.hero}>
        <div className={styles.heroText}>
          <PageHeader title={inLanguage(programme.name, language)} />
          <p className={styles.summary}>{say('summary')}</p>
          <div className={styles.ways}>
            <a className={cx(buttonStyles.button, buttonStyles.primary)} href={interest}>
              {texts.interest}
            </a>
            <a href="#check">{texts.toCheck}</a>
          </div>
        </div>
        <HeroPicture />
      </div>
      {say('about') && (
        <Section title={texts.about}>
          <p className={styles.prose}>{say('about')}</p>
        </Section>
      )}
      <Areas programme={programme} />
      {say('offer') && (
        <Section title={texts.offer}>
          <p className={styles.prose}>{say('offer')}</p>
        </Section>
      )}
      <Section title={texts.how}>
        <ol className={styles.journey}>
          {texts.steps.map((step) => (
            <li key={step.title}>
              <h3>{step.title}</h3>
              <p>{step.text}</p>
            </li>
          ))}
        </ol>
      </Section>
      <Section title={texts.check} intro={texts.checkIntro} id="check">
        <FitCheck programme={programme} counties={counties} draft={draft} onChange={change} />
        <div className={styles.ways}>
          <a className={cx(buttonStyles.button, buttonStyles.secondary)} href={interest}>
            {texts.interest}
          </a>
        </div>
      </Section>
      <Partners programme={programme} />
      {say('contact') && (
        <Section title={texts.contact}>
          <p className={styles.prose}>{say('contact')}</p>
        </Section>
      )}
      {say('visibility') && <p className={styles.prose}>{say('visibility')}</p>}
    </Stack>
  )
}

/** Each focus area with its own staircase: the names of its five steps, rising. */
function Areas({ programme }: { programme: PublicProgramme }) {
  const { language } = useLanguage()
  const { publicProgramme: texts } = usePublicTexts()
  return (
    <Section title={texts.areas} intro={texts.areasIntro}>
      <Columns least="l">
        {programme.focusAreas.map((area) => {
          const name = inLanguage(area.name, language)
          return (
            <Card key={area.id} accent={area.accent}>
              <div className={styles.area}>
                <Stack gap="s">
                  <h3>
                    <AreaName accent={area.accent}>{name}</AreaName>
                  </h3>
                  <p>{inLanguage(area.summary, language)}</p>
                </Stack>
                <ol className={styles.steps} aria-label={texts.stepsOf({ area: name })}>
                  {area.ladder.levels.map(({ level, name: called }) => (
                    <li key={level} className={styles.step} style={{ minHeight: `${2.6 + level * 1.1}rem` }}>
                      {inLanguage(called, language)}
                    </li>
                  ))}
                </ol>
              </div>
            </Card>
          )
        })}
      </Columns>
    </Section>
  )
}

function Partners({ programme }: { programme: PublicProgramme }) {
  const { publicProgramme: texts } = usePublicTexts()
  return (
    <Section title={texts.partners}>
      <ul className={styles.partners}>
        {programme.partners.map((partner) => {
          const places = programme.subProjects.filter(({ partnerId }) => partnerId === partner.id)
          return (
            <li key={partner.id}>
              <strong>{partner.name}</strong>
              {places.map((place) => (
                <span key={place.id} className={styles.small}>
                  {place.municipalities.length > 0
                    ? `${place.name}: ${place.municipalities.map(({ name }) => name).join(', ')}`
                    : place.name}
                </span>
              ))}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
