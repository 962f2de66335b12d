import type { TreeModel } from '../schema.ts'

/** How far a version goes: texts only, additions that change no result, or anything that can change one. */
export type VersionStep = 'none' | 'patch' | 'minor' | 'major'

const ORDER: readonly VersionStep[] = ['none', 'patch', 'minor', 'major']

export function isAtLeast(step: VersionStep, needed: VersionStep): boolean {
  return ORDER.indexOf(step) >= ORDER.indexOf(needed)
}

export function highestStep(steps: readonly VersionStep[]): VersionStep {
  return ORDER[Math.max(0, ...steps.map((step) => ORDER.indexOf(step)))]!
}

const numbersOf = (version: string) => version.split('.').map(Number)

/** Below 0 when `a` is the earlier version. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)]
  for (let at = 0; at < 3; at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** What the two version numbers say; none when the second is not the later. */
export function statedStep(from: string, to: string): VersionStep {
  if (compareVersions(from, to) >= 0) return 'none'
  const [left, right] = [numbersOf(from), numbersOf(to)]
  if (left[0] !== right[0]) return 'major'
  return left[1] !== right[1] ? 'minor' : 'patch'
}

export type ModelName = { id: string; version: string }
export const nameOf = ({ id, version }: TreeModel): ModelName => ({ id, version })
