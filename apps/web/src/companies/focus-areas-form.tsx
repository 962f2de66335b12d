import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTexts } from '../locales/app-texts.tsx'
import { AreaName } from '../ui/area-mark.tsx'
import { CheckboxGroup } from '../ui/checkbox.tsx'
import { Section } from '../ui/layout.tsx'
import { useProblemText } from '../ui/states.tsx'
import { companyKey, setFocusAreas } from './api.ts'
import type { FactsProps } from './facts-panel.tsx'
import { useNames } from './names.ts'

/** What the company wants help with. Each tick is saved at once; a tick taken back is its undo. */
export function FocusAreasForm({ programme, company, details, readOnly }: FactsProps) {
  const { companies } = useTexts()
  const { focusAreas } = useNames(programme)
  const queryClient = useQueryClient()
  const problem = useProblemText()
  const key = companyKey(programme, company.id)
  const save = useMutation({
    scope: { id: `focus-areas-${company.id}` },
    mutationFn: (change: { from: string[]; to: string[] }) => setFocusAreas(programme, company.id, change),
    onSuccess: (changed) => queryClient.setQueryData(key, changed),
    onError: () => queryClient.invalidateQueries({ queryKey: key }),
  })
  const shown = save.isPending ? save.variables.to : details.focusAreaIds
  return (
    <Section title={companies.facts.focusAreas}>
      <CheckboxGroup
        label={companies.facts.focusAreasWanted}
        isReadOnly={readOnly}
        value={shown}
        onChange={(to) => save.mutate({ from: [...shown], to })}
        options={focusAreas.map((area) => ({
          id: area.id,
          label: <AreaName accent={area.accent}>{area.name}</AreaName>,
        }))}
        {...(save.error ? { error: problem(save.error) } : {})}
      />
    </Section>
  )
}
