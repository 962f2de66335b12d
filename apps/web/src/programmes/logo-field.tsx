import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTexts } from '../locales/app-texts.tsx'
import { Button } from '../ui/button.tsx'
import { FileUpload } from '../ui/file-upload.tsx'
import { Row, Soft, Stack } from '../ui/layout.tsx'
import { useProblemText } from '../ui/states.tsx'
import { toast } from '../ui/toast.tsx'
import { chooseLogo, programmeUrl, uploadLogo } from './api.ts'
import styles from './set-up.module.css'
import type { SetUp } from './steps.ts'

const TYPES = ['image/png', 'image/jpeg', 'image/webp']
const MOST_BYTES = 1024 * 1024

type LogoFieldProps = { setUp: SetUp; funder: string | null; name: string; logoId: string | null }

/** The mark of the programme (`funder` null) or of a funder: shown as it is, replaced or taken away. */
export function LogoField({ setUp: { slug, queryKey }, funder, name, logoId }: LogoFieldProps) {
  const { logo } = useTexts().programmes
  const queryClient = useQueryClient()
  const problem = useProblemText()
  const show = (changed: unknown, text: string) => {
    queryClient.setQueryData(queryKey, changed)
    toast(text)
  }
  const remove = useMutation({
    mutationFn: () => chooseLogo(slug, funder, { from: logoId, to: null }),
    onSuccess: (changed) => show(changed, logo.removed),
    onError: (error) => toast(problem(error), { tone: 'danger' }),
  })
  return (
    <Stack gap="s">
      {logoId ? (
        <>
          <div className={styles.logo}>
            <img src={`${programmeUrl(slug)}/logos/${logoId}`} alt={logo.of({ name })} />
          </div>
          <Row>
            <Button small kind="quiet" icon="trash" isPending={remove.isPending} onPress={() => remove.mutate()}>
              {logo.remove}
            </Button>
          </Row>
        </>
      ) : (
        <Soft>{logo.none}</Soft>
      )}
      <FileUpload
        label={logo.of({ name })}
        types={TYPES}
        typesInWords={logo.types}
        maxBytes={MOST_BYTES}
        upload={async (file) => show(await uploadLogo(slug, funder, file), logo.saved)}
      />
    </Stack>
  )
}
