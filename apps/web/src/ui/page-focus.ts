/**
 * Whether a new page was reached and its heading has not taken focus yet. The first page is left alone:
 * the browser starts reading at its top by itself.
 */
let arrived = false

/** The router calls this when the path changed; a changed filter is no new page. */
export function markNavigation(): void {
  arrived = true
}

/** True once after each navigation, unless the person is already typing somewhere. */
export function takeNavigation(): boolean {
  const first = arrived
  arrived = false
  return first && !document.activeElement?.matches('input, textarea, select, [contenteditable]')
}
