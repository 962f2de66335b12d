import { useMe } from '../app/session.ts'
import { useFormDraft } from '../offline/form-draft.ts'

/** What this person is typing, kept apart from what others type on the same device. */
export function useOwnFormDraft<T extends object>(key: string, initial: T) {
  return useFormDraft(`${useMe().id}:${key}`, initial)
}
