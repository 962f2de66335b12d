import { createLink } from '@tanstack/react-router'
import type { ComponentPropsWithRef } from 'react'
import { type ButtonLook, buttonClass } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'

/** A link within the app; the compiler knows every address, its parameters and its search. */
export { Link } from '@tanstack/react-router'

function ButtonAnchor({ kind, small, icon, children, ...props }: ComponentPropsWithRef<'a'> & ButtonLook) {
  return (
    <a {...props} className={buttonClass({ kind, small })}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  )
}

/** Goes somewhere, but weighs as much as a button: "Add a company". */
export const ButtonLink = createLink(ButtonAnchor)
