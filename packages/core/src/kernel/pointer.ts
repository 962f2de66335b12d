/** The way to a place in a document as a fragment, such as `#/answers/q1`; `#` is the whole. Source: RFC 6901. */
export function pointerTo(path: readonly PropertyKey[]): string {
  return ['#', ...path.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1'))].join('/')
}
