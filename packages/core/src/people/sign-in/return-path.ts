const SAFE = /^\/(?![/\\])[^\\\p{Cc}]*$/u

/** The page to open after signing in, if it is one of ours; else `/`, which leads to the person's first page. */
export function returnPath(given: string | undefined): string {
  return given !== undefined && given.length <= 500 && SAFE.test(given) ? given : '/'
}
