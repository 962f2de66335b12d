/** Widths in Source Sans 3 as shares of the font size, by kind of letter; a little generous, so that words fit. */
const NARROW = new Set([..."iljtfrI.,:;'!|()[]- /"])
const WIDE = new Set([...'mwMWÅÄÖ—%@'])

export function textWidth(text: string, size: number, bold = false): number {
  let width = 0
  for (const letter of text) {
    const isUpper = letter !== letter.toLowerCase()
    width += NARROW.has(letter) ? 0.3 : WIDE.has(letter) ? 0.8 : isUpper ? 0.62 : 0.51
  }
  return width * size * (bold ? 1.06 : 1)
}

/**
 * Breaks a text into lines no wider than `width`, between words, and inside a word that is too long by itself.
 * At most `lines` lines; the last ends in "…" when something is left.
 */
export function wrap(text: string, width: number, size: number, lines: number): string[] {
  const found: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((whole) => breakWord(whole, width, size))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && textWidth(longer, size) > width) {
      found.push(line)
      line = word
    } else line = longer
  }
  found.push(line)
  if (found.length <= lines) return found
  return [...found.slice(0, lines - 1), `${found[lines - 1]!.replace(/[\s.,]+$/, '')}…`]
}

function breakWord(word: string, width: number, size: number): string[] {
  if (textWidth(word, size) <= width) return [word]
  let fits = word.length - 1
  while (fits > 1 && textWidth(`${word.slice(0, fits)}-`, size) > width) fits -= 1
  return [`${word.slice(0, fits)}-`, ...breakWord(word.slice(fits), width, size)]
}
