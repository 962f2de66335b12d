import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import styles from './button.module.css'
import { cx } from './cx.ts'
import { Icon, type IconName } from './icon.tsx'

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonLook = { kind?: ButtonKind | undefined; small?: boolean | undefined; icon?: IconName | undefined }

type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children'> & ButtonLook & { children: string }

export function buttonClass({ kind = 'secondary', small }: ButtonLook): string {
  return cx(styles.button, styles[kind], small && styles.small)
}

/** One primary button a page. `isPending` keeps focus and says that it works. */
export function Button({ kind, small, icon, children, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className={buttonClass({ kind, small })}>
      {props.isPending ? <span className={styles.spinner} aria-hidden /> : icon && <Icon name={icon} />}
      {children}
    </AriaButton>
  )
}

type IconButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'aria-label'> & {
  icon: IconName
  /** what it does, for those who do not see the icon */
  label: string
  small?: boolean
}

export function IconButton({ icon, label, small, ...props }: IconButtonProps) {
  return (
    <AriaButton {...props} aria-label={label} className={cx(buttonClass({ kind: 'quiet', small }), styles.iconOnly)}>
      <Icon name={icon} />
    </AriaButton>
  )
}
