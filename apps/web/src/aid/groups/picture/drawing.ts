import type { GroupFacts, Party } from '@stegvis/core/aid/groups/schema.ts'
import { CONTROL_MEANS, PARTY_KINDS } from '@stegvis/core/aid/groups/terms.ts'
import { type Figure, polyline, round, type Shape } from '@stegvis/core/figures/shapes.ts'
import { textWidth, wrap } from '@stegvis/core/figures/text-fit.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { Language } from '@stegvis/core/kernel/text.ts'
import { boxShapes, NAME_SIZE, WORD_SIZE } from './box-shapes.ts'
import { type Layout, layeredLayout } from './layout.ts'
import { nearest, type Relation, relationsOn } from './relations.ts'

/** Words of the screen, and numbers as its language writes them. */
export type PictureWords = {
  language: Language
  title: (p: { name: string; day: string }) => string
  votes: (p: { percent: string }) => string
  capital: (p: { percent: string }) => string
  holds: (p: { owner: string; owned: string; how: string }) => string
  jointly: (p: { names: string }) => string
  alone: string
  columns: { owner: string; kind: string; owned: string; votes: string; capital: string; other: string }
  percent: (ppm: number) => string
  list: (names: readonly string[]) => string
}

export type GroupPicture = Figure & {
  /** where the company in focus stands, for a view that cannot show everything at once */
  focusX: number
  /** parties that the picture leaves out because there are too many */
  left: number
}

/** More boxes than this are a carpet; the table behind the picture holds everything. */
const MOST_BOXES = 60
/** Two boxes stand beside each other on a phone. */
const ROOM = { wide: { box: 172, gap: 24 }, narrow: { box: 142, gap: 10 } } as const
const PADDING = 12
const LINE_HEIGHT = 18

type Placed = { party: Party; name: readonly string[]; kind: readonly string[]; height: number }

/** Owners over owned on one day, seen from one company. */
export function groupPicture(
  facts: GroupFacts,
  focus: string,
  on: PlainDate,
  words: PictureWords,
  room: keyof typeof ROOM = 'wide',
): GroupPicture {
  const { box, gap } = ROOM[room]
  const relations = relationsOn(facts, on)
  const all = nearest(facts.parties, relations, focus, Number.POSITIVE_INFINITY)
  const drawn = all.slice(0, MOST_BOXES).map((party) => placed(party, words.language, box))
  const ids = new Set(drawn.map(({ party }) => party.id))
  const lines = relations.filter(({ owner, owned }) => ids.has(owner) && ids.has(owned))
  const labels = lines.map((relation) => labelOf(relation, words))
  const layout = layeredLayout(
    drawn.map(({ party, height }) => ({ id: party.id, width: box, height })),
    lines.map(({ owner, owned }, at) => ({ from: owner, to: owned, label: labelSize(labels[at]!) })),
    gap,
  )
  const names = new Map(facts.parties.map(({ id, name }) => [id, name]))
  return {
    width: Math.ceil(layout.width),
    height: Math.ceil(layout.height),
    title: words.title({ name: names.get(focus) ?? '', day: on }),
    description: describe(relations, facts, names, words),
    table: tableOf(relations, facts, words),
    shapes: [
      ...lines.flatMap((relation, at) => lineShapes(layout.lines[at]!, relation, labels[at]!)),
      ...drawn.flatMap((each) =>
        boxShapes({ ...each, ...layout.boxes.get(each.party.id)!, width: box }, each.party.id === focus),
      ),
    ],
    focusX: layout.boxes.get(focus)?.x ?? 0,
    left: all.length - drawn.length,
  }
}

function placed(party: Party, language: Language, width: number): Placed {
  const room = width - 2 * PADDING
  const name = wrap(party.name, room - 16, NAME_SIZE, 3)
  const kind = wrap(kindName(party, language), room, WORD_SIZE, 2)
  return { party, name, kind, height: PADDING * 2 + (name.length + kind.length) * LINE_HEIGHT - 4 }
}

/** `Företag (NO)`: the country where it may matter. */
function kindName(party: Party, language: Language): string {
  const kind = PARTY_KINDS[party.kind][language]
  return 'country' in party && party.country !== 'SE' ? `${kind} (${party.country})` : kind
}

/** Votes decide most; capital is told where it is another share. */
function labelOf({ held, means }: Relation, words: PictureWords): string[] {
  const shares = held
    ? [
        words.votes({ percent: words.percent(held.votesPpm) }),
        ...(held.capitalPpm === held.votesPpm ? [] : [words.capital({ percent: words.percent(held.capitalPpm) })]),
      ]
    : []
  return [...shares, ...means.map((each) => CONTROL_MEANS[each][words.language])]
}

const labelSize = (label: readonly string[]) => ({
  width: Math.ceil(Math.max(...label.map((line) => textWidth(line, WORD_SIZE)))) + 8,
  height: label.length * LINE_HEIGHT + 2,
})

function lineShapes({ points, label }: Layout['lines'][number], relation: Relation, words: readonly string[]): Shape[] {
  const { width, height } = labelSize(words)
  const top = label.y - height / 2
  return [
    {
      role: relation.held ? 'holding' : 'control',
      kind: 'path',
      d: smooth(points),
      stroke: 'inkSoft',
      strokeWidth: 1.5,
      ...(relation.held ? {} : { dash: '5 4' }),
    },
    { role: 'arrow', kind: 'path', d: arrow(points), fill: 'inkSoft' },
    {
      role: 'label-ground',
      kind: 'rect',
      x: round(label.x - width / 2),
      y: round(top),
      width,
      height,
      radius: 3,
      fill: 'surface',
    },
    ...words.map(
      (text, at): Shape => ({
        role: 'share',
        kind: 'text',
        x: round(label.x),
        y: round(top + LINE_HEIGHT * at + 14),
        text,
        size: WORD_SIZE,
        fill: 'ink',
        anchor: 'middle',
      }),
    ),
  ]
}

type Points = Layout['lines'][number]['points']

/** Through the middle of each stretch, bent at the points between. */
function smooth(points: Points): string {
  const [first, ...rest] = points
  if (!first) return ''
  const bends = rest.slice(0, -1).map((point, at) => {
    const next = rest[at + 1]!
    const isLast = at === rest.length - 2
    const end = isLast ? next : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 }
    return `Q${round(point.x)} ${round(point.y)} ${round(end.x)} ${round(end.y)}`
  })
  const straight = rest.length === 1 ? `L${round(rest[0]!.x)} ${round(rest[0]!.y)}` : ''
  return `M${round(first.x)} ${round(first.y)}${straight}${bends.join('')}`
}

/** At the owned end. */
function arrow(points: Points): string {
  const [tip, before] = [points.at(-1), points.at(-2)]
  if (!tip || !before) return ''
  const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1
  const [dx, dy] = [(tip.x - before.x) / length, (tip.y - before.y) / length]
  const [back, half] = [9, 4.5]
  return polyline(
    [
      [tip.x, tip.y],
      [tip.x - dx * back - dy * half, tip.y - dy * back + dx * half],
      [tip.x - dx * back + dy * half, tip.y - dy * back - dx * half],
    ],
    true,
  )
}

function describe(
  relations: readonly Relation[],
  facts: GroupFacts,
  names: ReadonlyMap<string, string>,
  words: PictureWords,
): string {
  const name = (id: string) => names.get(id) ?? id
  const said = relations.map((relation) =>
    words.holds({ owner: name(relation.owner), owned: name(relation.owned), how: labelOf(relation, words).join(', ') }),
  )
  const joint = facts.actingJointly.map(({ persons }) => words.jointly({ names: words.list(persons.map(name)) }))
  return said.length === 0 ? words.alone : [...said, ...joint].join(' ')
}

function tableOf(relations: readonly Relation[], facts: GroupFacts, words: PictureWords): Figure['table'] {
  const parties = new Map(facts.parties.map((party) => [party.id, party]))
  const { columns, language, percent } = words
  return {
    columns: [columns.owner, columns.kind, columns.owned, columns.votes, columns.capital, columns.other],
    rows: relations.map(({ owner, owned, held, means }) => {
      const from = parties.get(owner)
      return [
        from?.name ?? owner,
        from ? kindName(from, language) : '',
        parties.get(owned)?.name ?? owned,
        held ? percent(held.votesPpm) : '',
        held ? percent(held.capitalPpm) : '',
        means.map((each) => CONTROL_MEANS[each][language]).join(', '),
      ]
    }),
  }
}
