/**
 * Whether a new page was reached and its heading has not taken focus yet. The first page is left alone:
 * the browser starts reading at its top by itself.
 */
let arrived = false

/** The router calls this when the path changed; a changed filter is no new page. */
export function markNavigation(): void {
  arrived = true
}

const AGAIN_MILLISECONDS = 100

/**
 * Moves focus to the heading of a page that was navigated to, unless the person is already typing. Tries again
 * a little later: a menu that closes as its link is followed keeps the page inert until it is gone.
 */
export function focusOnArrival(heading: HTMLElement): void {
  if (!arrived || isTyping()) return
  heading.focus({ preventScroll: true })
  setTimeout(() => {
    if (!heading.isConnected || isTyping()) return
    heading.focus({ preventScroll: true })
    arrived = false
  }, AGAIN_MILLISECONDS)
}

const isTyping = () => document.activeElement?.matches('input, textarea, select, [contenteditable]') ?? false
