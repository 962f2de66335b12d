import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { NetworkError, ProblemError } from '../../app/send.ts'
import { ladderDraft } from '../document/test-draft.ts'
import { createSaver, type Meanwhile } from './saver.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const named = (sv: string, en = 'Trial'): TreeModel => ({ ...ladderDraft(), name: { sv, en } })
const stored = { revision: 1, document: named('A') }
const changedMeanwhile = () => new ProblemError(412, { type: '/problems/changed-meanwhile' })

type Put = (document: TreeModel, base: number) => Promise<{ revision: number }>

function saverWith(put: Put, theirs: Meanwhile | null = null) {
  const onMerged = vi.fn()
  const keep = vi.fn()
  const saver = createSaver({ stored, put, meanwhileIn: () => theirs, onMerged, keep })
  return { saver, onMerged, keep }
}

const pause = () => vi.advanceTimersByTimeAsync(1000)

test('what is typed is saved once, after a pause, on the revision it was read at', async () => {
  const put = vi.fn<Put>(async () => ({ revision: 2 }))
  const { saver, keep } = saverWith(put)
  saver.changed(named('B'))
  saver.changed(named('BC'))
  expect(saver.state()).toEqual({ step: 'waiting' })
  await pause()
  expect(put.mock.calls).toEqual([[named('BC'), 1]])
  expect(saver.state()).toEqual({ step: 'saved' })
  expect(keep).toHaveBeenLastCalledWith(null)
})

test('what is typed while a request is under way is saved after it', async () => {
  const replies: ((reply: { revision: number }) => void)[] = []
  const put = vi.fn<Put>(() => new Promise((resolve) => replies.push(resolve)))
  const { saver } = saverWith(put)
  saver.changed(named('B'))
  await pause()
  saver.changed(named('C'))
  await pause()
  expect(put).toHaveBeenCalledTimes(1)
  replies[0]!({ revision: 2 })
  await pause()
  expect(put.mock.calls[1]).toEqual([named('C'), 2])
})

test('without a network it is kept on the device and sent when it is back', async () => {
  const put = vi.fn<Put>().mockRejectedValueOnce(new NetworkError('gone')).mockResolvedValueOnce({ revision: 2 })
  const { saver, keep } = saverWith(put)
  saver.changed(named('B'))
  await pause()
  expect(saver.state()).toEqual({ step: 'offline' })
  expect(keep).toHaveBeenLastCalledWith({ stored, model: named('B') })
  await saver.now()
  expect(saver.state()).toEqual({ step: 'saved' })
})

test('changes of two people in different places are brought together and saved', async () => {
  const theirs = { revision: 5, document: named('A', 'Theirs'), changedBy: 'Eva', changedAt: '' }
  const put = vi.fn<Put>().mockRejectedValueOnce(changedMeanwhile()).mockResolvedValueOnce({ revision: 6 })
  const { saver, onMerged } = saverWith(put, theirs)
  saver.changed(named('Mine'))
  await pause()
  await pause()
  expect(onMerged).toHaveBeenCalledWith(named('Mine', 'Theirs'), 'Eva')
  expect(put.mock.calls[1]).toEqual([named('Mine', 'Theirs'), 5])
  expect(saver.state()).toEqual({ step: 'saved' })
})

test('changes of the same place wait for the person, and nothing is sent meanwhile', async () => {
  const theirs = { revision: 5, document: named('Theirs'), changedBy: 'Eva', changedAt: '' }
  const put = vi.fn<Put>().mockRejectedValueOnce(changedMeanwhile()).mockResolvedValue({ revision: 6 })
  const { saver, onMerged } = saverWith(put, theirs)
  saver.changed(named('Mine'))
  await pause()
  expect(saver.state()).toMatchObject({ step: 'conflict', clashes: [['name', 'sv']] })
  saver.changed(named('Mine', 'More'))
  await pause()
  expect(put).toHaveBeenCalledTimes(1)
  saver.resolve('theirs')
  await pause()
  expect(onMerged).toHaveBeenCalledWith(named('Theirs', 'More'), 'Eva')
  expect(put.mock.calls[1]).toEqual([named('Theirs', 'More'), 5])
})

test('a refusal stays until it is tried again', async () => {
  const put = vi.fn<Put>().mockRejectedValueOnce(new ProblemError(409, { type: '/problems/model-frozen' }))
  const { saver } = saverWith(put)
  saver.changed(named('B'))
  await pause()
  expect(saver.state()).toMatchObject({ step: 'refused', error: { slug: 'model-frozen' } })
})
