import { polyline, round, type Shape } from './shapes.ts'
import type { Standing, StandingKey } from './standing.ts'

/**
 * The mark of one value, standing on `floor`, its middle at `x`. Four shapes that are told apart without colour:
 * diamond for the start, ring for the own assessment, disc for the coach's, flag for the target.
 */
export function mark(key: StandingKey, x: number, floor: number, r: number, evidence: Standing['evidence']): Shape[] {
  const y = floor - r
  switch (key) {
    case 'baseline':
      return [{ role: key, kind: 'path', d: diamond(x, y, r), fill: 'surface', stroke: 'inkSoft', strokeWidth: 2 }]
    case 'self':
      return [
        {
          role: key,
          kind: 'circle',
          cx: round(x),
          cy: round(y),
          r: r - 1,
          fill: 'surface',
          stroke: 'accent',
          strokeWidth: 2.5,
        },
      ]
    case 'coach':
      return coachMark(x, y, r, evidence)
    case 'target':
      return flag(x, floor, r)
  }
}

const diamond = (x: number, y: number, r: number) =>
  polyline(
    [
      [x, y - r],
      [x + r, y],
      [x, y + r],
      [x - r, y],
    ],
    true,
  )

function coachMark(x: number, y: number, r: number, evidence: Standing['evidence']): Shape[] {
  const disc: Shape = {
    role: 'coach',
    kind: 'circle',
    cx: round(x),
    cy: round(y),
    r,
    fill: 'accent',
    stroke: 'surface',
    strokeWidth: 1,
  }
  if (evidence === 'none') return [disc]
  const tick = polyline([
    [x - r * 0.45, y + r * 0.02],
    [x - r * 0.1, y + r * 0.38],
    [x + r * 0.5, y - r * 0.35],
  ])
  const lapsed =
    polyline([
      [x, y - r * 0.5],
      [x, y + r * 0.08],
    ]) +
    polyline([
      [x, y + r * 0.5],
      [x, y + r * 0.52],
    ])
  const verified = evidence === 'verified'
  return [
    disc,
    { role: evidence, kind: 'path', d: verified ? tick : lapsed, stroke: 'onAccent', strokeWidth: r * 0.24 },
  ]
}

/** A flag on a pole, planted on the floor. */
function flag(x: number, floor: number, r: number): Shape[] {
  const top = floor - r * 2.7
  const cloth = polyline(
    [
      [x, top],
      [x + r * 1.7, top],
      [x + r * 1.25, top + r * 0.6],
      [x + r * 1.7, top + r * 1.2],
      [x, top + r * 1.2],
    ],
    true,
  )
  return [
    { role: 'target', kind: 'path', d: cloth, fill: 'flag', stroke: 'ink', strokeWidth: 1.25 },
    {
      role: 'target-pole',
      kind: 'path',
      d: polyline([
        [x, floor],
        [x, top],
      ]),
      stroke: 'ink',
      strokeWidth: 2,
    },
  ]
}

/** How high a mark rises over its floor. */
export const markHeight = (key: StandingKey, r: number): number => r * (key === 'target' ? 2.7 : 2)

/** How far a mark reaches to both sides of its middle. */
export const markReach = (key: StandingKey, r: number): { left: number; right: number } =>
  key === 'target' ? { left: 2, right: r * 1.7 + 1 } : { left: r + 1, right: r + 1 }
