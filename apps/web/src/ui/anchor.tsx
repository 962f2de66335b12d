import { type ComponentPropsWithRef, createContext, type MouseEvent, useContext } from 'react'

/** How the entry goes to an address within itself. `null`: the browser does, with a page load. */
export const NavigateContext = createContext<((href: string) => void) | null>(null)

const plainClick = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey

/** `<a>` for components that know no routes. Pages use the typed `Link` of app/link.tsx. */
export function Anchor({ href, onClick, ...props }: ComponentPropsWithRef<'a'> & { href: string }) {
  const navigate = useContext(NavigateContext)
  return (
    <a
      {...props}
      href={href}
      onClick={(event) => {
        onClick?.(event)
        if (!navigate || event.defaultPrevented || !plainClick(event) || props.target || !href.startsWith('/')) return
        event.preventDefault()
        navigate(href)
      }}
    />
  )
}
