import type { Party, PartyKind } from '@stegvis/core/aid/groups/schema.ts'
import { type Ink, polyline, round, type Shape } from '@stegvis/core/figures/shapes.ts'

export const NAME_SIZE = 15
export const WORD_SIZE = 13.5
const LINE_HEIGHT = 18
const PADDING = 12

type Form = 'company' | 'person' | 'public' | 'investor'

const FORMS: Readonly<Record<PartyKind, Form>> = {
  enterprise: 'company',
  person: 'person',
  'business-angel': 'person',
  'public-body': 'public',
  'local-authority': 'public',
  'public-investment-corporation': 'investor',
  'venture-capital': 'investor',
  university: 'public',
  'institutional-investor': 'investor',
}

type Box = {
  party: Party
  name: readonly string[]
  kind: readonly string[]
  /** the middle */
  x: number
  y: number
  width: number
  height: number
}

/** One party. Its form tells its kind without colour: square company, round person, roofed public body, cut investor. */
export function boxShapes(box: Box, isFocus: boolean): Shape[] {
  const { party, name, kind, x, y, height } = box
  const [ink, soft]: [Ink, Ink] = isFocus ? ['onAccent', 'onAccent'] : ['ink', 'inkSoft']
  const line = (text: string, at: number, size: number, fill: Ink, bold: boolean): Shape => ({
    role: bold ? 'name' : 'kind',
    kind: 'text',
    x: round(x),
    y: round(y - height / 2 + PADDING + 12 + at * LINE_HEIGHT),
    text,
    size,
    fill,
    anchor: 'middle',
    bold,
  })
  return [
    ...outline(box, FORMS[party.kind], isFocus),
    ...name.map((text, at) => line(text, at, NAME_SIZE, ink, true)),
    ...kind.map((text, at) => line(text, name.length + at, WORD_SIZE, soft, false)),
  ]
}

function outline({ x, y, width, height }: Box, form: Form, isFocus: boolean): Shape[] {
  const [left, top] = [round(x - width / 2), round(y - height / 2)]
  const paint = isFocus
    ? ({ fill: 'accent', stroke: 'ink', strokeWidth: 2.5 } as const)
    : ({ fill: 'surface', stroke: 'inkSoft', strokeWidth: 1.5 } as const)
  const role = isFocus ? 'focus' : form
  const rect = (radius: number): Shape => ({ role, kind: 'rect', x: left, y: top, width, height, radius, ...paint })
  switch (form) {
    case 'company':
      return [rect(6)]
    case 'person':
      return [rect(height / 2)]
    case 'public':
      return [rect(0), { role: 'roof', kind: 'path', d: roof(left, top, width), fill: paint.stroke }]
    case 'investor':
      return [{ role, kind: 'path', d: cut(left, top, width, height), ...paint }]
  }
}

/** A bar along the upper edge. */
const roof = (left: number, top: number, width: number) =>
  polyline(
    [
      [left, top],
      [left + width, top],
      [left + width, top + 5],
      [left, top + 5],
    ],
    true,
  )

function cut(left: number, top: number, width: number, height: number): string {
  const [right, bottom, corner] = [left + width, top + height, 12]
  return polyline(
    [
      [left + corner, top],
      [right - corner, top],
      [right, top + corner],
      [right, bottom - corner],
      [right - corner, bottom],
      [left + corner, bottom],
      [left, bottom - corner],
      [left, top + corner],
    ],
    true,
  )
}
