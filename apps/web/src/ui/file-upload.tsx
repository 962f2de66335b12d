import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { DropZone, type DropZoneProps } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { Text } from 'react-aria-components/Text'
import { useFormats, useSharedTexts } from '../locales/texts.tsx'
import { buttonClass } from './button.tsx'
import styles from './file-upload.module.css'
import { Icon } from './icon.tsx'
import { ProgressBar } from './progress.tsx'
import { Callout, useProblemText } from './states.tsx'

type FileUploadProps = {
  label: string
  /** media types, as the server takes them: `application/pdf` */
  types: readonly string[]
  /** the same for people: `PDF, JPEG, PNG` */
  typesInWords: string
  maxBytes: number
  several?: boolean
  /** sends one file; `progress` goes from 0 to 1 */
  upload: (file: File, progress: (share: number) => void) => Promise<unknown>
}

type Task = { id: string; name: string; share: number; problem?: string }

/** Choose or drop. What the server would refuse for size or type is said before anything is sent. */
export function FileUpload(props: FileUploadProps) {
  const { label, types, typesInWords, maxBytes, several = false } = props
  const { ui } = useSharedTexts()
  const { fileSize } = useFormats()
  const { tasks, take } = useUploads(props)
  return (
    <div className={styles.upload}>
      <DropZone
        className={styles.zone!}
        getDropOperation={(offered) => (types.some((type) => offered.has(type)) ? 'copy' : 'cancel')}
        onDrop={(event) => void droppedFiles(event).then(take)}
      >
        <Text slot="label" className={styles.label}>
          {label}
        </Text>
        <FileTrigger acceptedFileTypes={types} allowsMultiple={several} onSelect={(files) => take([...(files ?? [])])}>
          <AriaButton className={buttonClass({})}>
            <Icon name="upload" />
            {several ? ui.upload.chooseMany : ui.upload.choose}
          </AriaButton>
        </FileTrigger>
        <span className={styles.drop}>{ui.upload.dropHere}</span>
        <span className={styles.limits}>{ui.upload.limits({ types: typesInWords, limit: fileSize(maxBytes) })}</span>
      </DropZone>
      <div className={styles.tasks} aria-live="polite">
        {tasks.map((task) =>
          task.problem ? (
            <Callout key={task.id} tone="danger">
              {task.problem}
            </Callout>
          ) : (
            <ProgressBar key={task.id} label={task.name} share={task.share} />
          ),
        )}
      </div>
    </div>
  )
}

type Drop = Parameters<NonNullable<DropZoneProps['onDrop']>>[0]

async function droppedFiles({ items }: Drop): Promise<File[]> {
  const files = items.filter((item) => item.kind === 'file')
  return Promise.all(files.map((item) => item.getFile()))
}

/** Files under way and files that could not be taken; one that arrived is the page's to show. */
function useUploads({ types, typesInWords, maxBytes, several, upload }: FileUploadProps) {
  const { ui } = useSharedTexts()
  const { fileSize } = useFormats()
  const problem = useProblemText()
  const [tasks, setTasks] = useState<readonly Task[]>([])
  const change = (id: string, part: Partial<Task>) =>
    setTasks((now) => now.map((task) => (task.id === id ? { ...task, ...part } : task)))

  const problemOf = (file: File): string | undefined => {
    if (file.size > maxBytes) return ui.upload.tooLarge({ name: file.name, limit: fileSize(maxBytes) })
    return types.includes(file.type) ? undefined : ui.upload.wrongType({ name: file.name, types: typesInWords })
  }

  const start = async (file: File, id: string) => {
    try {
      await upload(file, (share) => change(id, { share }))
      setTasks((now) => now.filter((task) => task.id !== id))
    } catch (error) {
      change(id, { problem: `${ui.upload.failed({ name: file.name })} ${problem(error)}` })
    }
  }

  const take = (files: readonly File[]) => {
    const chosen = (several ? files : files.slice(0, 1)).map((file, at) => {
      const refusal = problemOf(file)
      return {
        file,
        task: { id: `${performance.now()}-${at}`, name: file.name, share: 0, ...(refusal && { problem: refusal }) },
      }
    })
    setTasks((now) => [...now.filter(({ problem }) => !problem), ...chosen.map(({ task }) => task)])
    for (const { file, task } of chosen) if (!task.problem) void start(file, task.id)
  }

  return { tasks, take }
}
