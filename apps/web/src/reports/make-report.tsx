import { inLanguage, Language } from '@stegvis/core/kernel/text.ts'
import { ReportKind } from '@stegvis/core/reports/schema.ts'
import { REPORT_KIND_NAMES } from '@stegvis/core/reports/terms.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { newId } from '../app/new-id.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { useLanguage, useSharedTexts } from '../locales/texts.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Stack } from '../ui/layout.tsx'
import { RadioCards, RadioGroup } from '../ui/radio-group.tsx'
import { Callout, useProblemText } from '../ui/states.tsx'
import { toast } from '../ui/toast.tsx'
import { documentsKey, makeReport, reportFileUrl } from './api.ts'

type MakeReportProps = {
  programme: string
  company: string
  /** the kinds there is enough for */
  ready: readonly ReportKind[]
  /** the kind chosen to begin with; else the one that tells most */
  kind?: ReportKind | undefined
}

/** The button that makes a report, with the choice of what it shows and in which language. */
export function MakeReport(props: MakeReportProps) {
  const { reports } = useTexts()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button kind="primary" icon="documents" onPress={() => setOpen(true)}>
        {reports.make.open}
      </Button>
      {isOpen && <MakeReportDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

function MakeReportDialog({
  programme,
  company,
  ready,
  kind: first,
  onClose,
}: MakeReportProps & { onClose: () => void }) {
  const { reports } = useTexts()
  const { common } = useSharedTexts()
  const [kind, setKind] = useState<ReportKind>(first ?? ready.at(-1)!)
  const [language, setLanguage] = useState<Language>(useLanguage().language)
  const make = useMakeReport(programme, company, onClose)
  return (
    <Dialog
      title={reports.make.title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button kind="primary" isPending={make.isPending} onPress={() => make.mutate({ kind, language })}>
            {reports.make.confirm}
          </Button>
        </>
      }
    >
      <Stack>
        <KindChoice ready={ready} kind={kind} onChoose={setKind} />
        <RadioGroup
          label={reports.make.language}
          row
          value={language}
          onChange={(value) => setLanguage(Language.parse(value))}
          options={Language.options.map((id) => ({ id, label: reports.languages[id] }))}
        />
        <div aria-live="polite">{make.isPending && reports.make.making}</div>
        <Failure error={make.error} />
      </Stack>
    </Dialog>
  )
}

function Failure({ error }: { error: Error | null }) {
  const problemText = useProblemText()
  return error && <Callout tone="danger">{problemText(error)}</Callout>
}

type KindChoiceProps = { ready: readonly ReportKind[]; kind: ReportKind; onChoose: (kind: ReportKind) => void }

function KindChoice({ ready, kind, onChoose }: KindChoiceProps) {
  const { make } = useTexts().reports
  const { language } = useLanguage()
  return (
    <RadioCards
      label={make.kind}
      value={kind}
      onChange={(value) => onChoose(ReportKind.parse(value))}
      options={ReportKind.options.map((id) => ({
        id,
        label: inLanguage(REPORT_KIND_NAMES[id], language),
        description: ready.includes(id) ? make.kinds[id] : make.notYet[id],
        disabled: !ready.includes(id),
      }))}
    />
  )
}

/** Makes the report once, however often it is pressed, and then offers the file. */
function useMakeReport(programme: string, company: string, onMade: () => void) {
  const { reports } = useTexts()
  const queryClient = useQueryClient()
  const id = useRef(newId())
  return useMutation({
    mutationFn: (wanted: { kind: ReportKind; language: Language }) =>
      makeReport(programme, company, { id: id.current, ...wanted }),
    onSuccess: async (made) => {
      await queryClient.invalidateQueries({ queryKey: documentsKey(programme, company) })
      onMade()
      toast(reports.make.done({ name: made.fileName }), {
        action: {
          label: reports.download({ name: 'pdf' }),
          onPress: () => location.assign(reportFileUrl(programme, made.id)),
        },
      })
    },
  })
}
