import type { Declaration } from '@stegvis/core/aid/declaration/schema.ts'
import type { CompanyAid } from '@stegvis/core/aid/gate/schema.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Suspense } from 'react'
import { Link } from '../../app/link.tsx'
import { ownCompany, useProgramme } from '../../app/session.ts'
import { companyQuery } from '../../companies/api.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { Button } from '../../ui/button.tsx'
import { Row, Stack } from '../../ui/layout.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { type Step, Stepper } from '../../ui/progress.tsx'
import { Callout, EmptyState, Skeleton, useProblemText } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { companyAidQuery, refillDeclaration } from '../ledger/api.ts'
import { useAidChange } from '../ledger/use-aid-change.ts'
import { SignPaper } from '../signing/sign-paper.tsx'
import { DeclarationForm } from './declaration-form.tsx'

const ROUTE = '/signed-in/programmes/$programme/companies/$company/aid/declaration'

/** The declaration that holds now: checked and corrected, then read and signed. */
export function DeclarationPage() {
  const { programme, company } = useParams({ from: ROUTE })
  const { data: aid } = useSuspenseQuery(companyAidQuery(programme, company))
  const { declaration: texts } = useTexts().stateAid
  const declaration =
    aid.declarations.find(({ state }) => state === 'draft') ?? aid.declarations.find(({ state }) => state === 'signed')
  return (
    <Stack gap="l">
      <Header programme={programme} company={company} />
      {declaration ? (
        <Stages {...{ programme, company, aid, declaration }} />
      ) : (
        <EmptyState title={texts.none}>{texts.noneText}</EmptyState>
      )}
    </Stack>
  )
}

function Header({ programme, company }: { programme: string; company: string }) {
  const { shell } = useTexts()
  const { declaration: texts, ledger } = useTexts().stateAid
  const { data } = useSuspenseQuery(companyQuery(programme, company))
  const isOwn = ownCompany(useProgramme())?.id === company
  const list = `/programmes/${programme}/companies`
  const crumbs = isOwn
    ? [{ label: ledger.own.title, href: `/programmes/${programme}/aid` }]
    : [
        { label: shell.navigation.companies, href: list },
        { label: data.name, href: `${list}/${company}/aid` },
      ]
  return <PageHeader title={texts.title} breadcrumbs={crumbs} intro={isOwn ? texts.intro : data.name} />
}

type StagesProps = { programme: string; company: string; aid: CompanyAid; declaration: Declaration }

function Stages({ programme, company, aid, declaration }: StagesProps) {
  const { declaration: texts } = useTexts().stateAid
  const { step } = useSearch({ from: ROUTE })
  const navigate = useNavigate()
  const isSigned = declaration.state === 'signed'
  const isReady = declaration.open.length === 0
  const isSigning = isSigned || (step === 'sign' && isReady)
  const go = (next: 'sign' | undefined) =>
    void navigate({
      to: '/programmes/$programme/companies/$company/aid/declaration',
      params: { programme, company },
      search: next ? { step: next } : {},
    })
  return (
    <>
      <Stepper label={texts.stagesLabel} steps={useSteps(isSigning, isSigned)} />
      {!isSigned && <Outdated {...{ programme, company, declaration }} />}
      {isSigning ? (
        <>
          <Suspense fallback={<Skeleton lines={5} />}>
            <SignPaper {...{ programme, company }} subject={{ kind: 'declaration', id: declaration.id }} />
          </Suspense>
          {!isSigned && (
            <Row>
              <Button kind="quiet" icon="arrow-left" onPress={() => go(undefined)}>
                {texts.back}
              </Button>
            </Row>
          )}
        </>
      ) : (
        <>
          <DeclarationForm
            key={declaration.revision}
            {...{ programme, company, aid, declaration }}
            picture={<PictureLink programme={programme} company={company} />}
            onSaved={(ready) => {
              if (ready && aid.may.sign) go('sign')
              else toast(texts.saved)
            }}
          />
          {declaration.revision > 1 && <OpenLeft declaration={declaration} />}
        </>
      )}
    </>
  )
}

function useSteps(isSigning: boolean, isSigned: boolean): Step[] {
  const { stages } = useTexts().stateAid.declaration
  return [
    { id: 'check', label: stages.check, state: isSigning ? 'done' : 'current' },
    { id: 'sign', label: stages.sign, state: isSigned ? 'done' : isSigning ? 'current' : 'open' },
    { id: 'done', label: stages.done, state: isSigned ? 'done' : 'open' },
  ]
}

/** What the server still misses, in sentences; told once somebody has saved. */
function OpenLeft({ declaration: { open } }: { declaration: Declaration }) {
  const { declaration: texts } = useTexts().stateAid
  const { language } = useFormats()
  const parts: Record<string, string> = {
    undertaking: texts.group.title,
    restructurings: texts.changes.title,
    activities: texts.activities.title,
    assurance: texts.assurance.title,
    support: texts.support.title,
  }
  if (open.length === 0) return null
  return (
    <Callout tone="warning" title={texts.openLeft}>
      <ul>
        {open.map(({ pointer, message }) => (
          <li key={pointer}>{[parts[pointer.split('/')[1] ?? ''], message[language]].filter(Boolean).join(': ')}</li>
        ))}
      </ul>
    </Callout>
  )
}

function Outdated({ programme, company, declaration }: Omit<StagesProps, 'aid'>) {
  const { declaration: texts } = useTexts().stateAid
  const { language } = useFormats()
  const problemText = useProblemText()
  const { id, revision, outdated } = declaration
  const refill = useAidChange(programme, () => refillDeclaration(programme, company, id, revision), { text: null })
  if (outdated.length === 0) return null
  return (
    <Callout
      tone="warning"
      title={texts.outdated}
      actions={
        <Button
          small
          isPending={refill.isPending}
          onPress={() =>
            refill.mutate(undefined, { onError: (error) => toast(problemText(error), { tone: 'danger' }) })
          }
        >
          {texts.refill}
        </Button>
      }
    >
      {outdated.map((text) => (
        <div key={text.en}>{text[language]}</div>
      ))}
    </Callout>
  )
}

function PictureLink({ programme, company }: { programme: string; company: string }) {
  const { group } = useTexts().stateAid.declaration
  const isOwn = ownCompany(useProgramme())?.id === company
  return isOwn ? (
    <Link to="/programmes/$programme/owners" params={{ programme }}>
      {group.picture}
    </Link>
  ) : (
    <Link to="/programmes/$programme/companies/$company/$tab" params={{ programme, company, tab: 'owners' }}>
      {group.picture}
    </Link>
  )
}
