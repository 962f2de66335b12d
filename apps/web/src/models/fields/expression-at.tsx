import { describeError } from '@stegvis/core/models/errors.ts'
import { parseExpression } from '@stegvis/core/models/tree/expression.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useLanguage } from '../../locales/texts.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import type { Path } from '../document/path.ts'
import { ExpressionHelp } from './expression-help.tsx'
import styles from './fields.module.css'
import { useTyped } from './typed.ts'
import { useBound } from './use-bound.ts'

type ExpressionAtProps = {
  path: Path
  label: string
  hint?: string
  optional?: boolean
  /** bare words that may be read, in the formula of a ranking */
  names?: readonly string[]
}

const trimmed = (typed: string): string => typed.trim()

/** A condition or a formula, read as it is typed; what is wrong is told with its place. */
export function ExpressionAt({ path, label, hint, optional = false, names = [] }: ExpressionAtProps) {
  const { value, set, type, leave, error, pointer, isReadOnly } = useBound(path)
  const stored = typeof value === 'string' ? value : ''
  const typed = useTyped(stored, trimmed)
  const fault = useExpressionFault(stored, names)
  const message = fault?.text ?? error
  const store = (text: string, how: (value: unknown) => void) => how(optional && text === '' ? undefined : text)
  return (
    <div data-pointer={pointer} className={styles.expression}>
      <TextArea
        {...{ label, optional, isReadOnly }}
        {...(hint !== undefined && { hint })}
        {...(message !== undefined && stored !== '' && { error: message })}
        rows={1}
        spellCheck="false"
        value={typed.shown}
        onChange={(text) => {
          typed.type(text)
          store(trimmed(text), type)
        }}
        onBlur={() => {
          typed.left()
          leave()
        }}
      />
      {fault && <FaultPlace source={stored} at={fault.at} />}
      {!isReadOnly && (
        <ExpressionHelp
          names={names}
          onInsert={(term) => store(trimmed(stored === '' ? term : `${stored} ${term}`), set)}
        />
      )}
    </div>
  )
}

function useExpressionFault(source: string, names: readonly string[]): { at: number; text: string } | undefined {
  const { language } = useLanguage()
  if (source === '') return undefined
  const parsed = parseExpression(source, names)
  if (parsed.ok) return undefined
  return { at: parsed.at, text: describeError(parsed.code, parsed.details)[language] }
}

/** The expression again, with the place of the fault marked in it. */
function FaultPlace({ source, at }: { source: string; at: number }) {
  const { expressions } = useTexts().models
  const end = /^[\w-]+/.exec(source.slice(at))?.[0].length ?? 1
  return (
    <p className={styles.faultPlace}>
      <span>{expressions.here}</span>{' '}
      <code>
        {source.slice(0, at)}
        <mark>{source.slice(at, at + end) || '…'}</mark>
        {source.slice(at + end)}
      </code>
    </p>
  )
}
