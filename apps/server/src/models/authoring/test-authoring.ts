import type { AuthoredModelView, DocumentInput, StructureKey } from '@stegvis/core/models/authoring/schema.ts'
import type { InjectOptions } from 'fastify'
import type { TestApp } from '../../../test/app.ts'
import type { TestProgramme } from '../../../test/people.ts'
import { newId } from '../../ids.ts'

/** Calls the interface of one programme as one person; `text` is the body as it came. */
export function callerAs({ app }: TestApp, { slug }: TestProgramme, { headers }: { headers: Record<string, string> }) {
  return async (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    payload?: InjectOptions['payload'],
  ) => {
    const url = `/api/programmes/${slug}${path}`
    const reply = await app.inject({ method, url, headers, ...(payload !== undefined && { payload }) })
    const isJson = String(reply.headers['content-type']).includes('json')
    return {
      status: reply.statusCode,
      body: isJson ? reply.json() : null,
      text: reply.body,
      headers: reply.headers,
    }
  }
}
export type Call = ReturnType<typeof callerAs>

let count = 0

/** A draft of a structure, under an id of its own unless one is given. */
export async function begin(call: Call, structure: StructureKey, modelId?: string): Promise<AuthoredModelView> {
  const reply = await call('POST', '/models', {
    ...{ from: 'structure', id: newId(), structure, modelId: modelId ?? `model-${++count}` },
    name: { sv: 'Vår modell', en: 'Our model' },
  })
  if (reply.status !== 200) throw new Error(`beginning answered ${reply.status}: ${reply.text}`)
  return reply.body
}

/** The document with other values, as it is saved on top of what was read. */
export function edited({ document, revision }: AuthoredModelView, values: Record<string, unknown>): DocumentInput {
  return { document: { ...document, ...values }, base: revision }
}

/** The draft approved by the second person and published. */
export async function published(author: Call, reviewer: Call, draft: AuthoredModelView): Promise<AuthoredModelView> {
  const base = draft.revision
  const must = async (call: Call, step: string, body: object) => {
    const reply = await call('POST', `/models/${draft.id}/${step}`, body)
    if (reply.status !== 200) throw new Error(`${step} answered ${reply.status}: ${reply.text}`)
    return reply.body
  }
  await must(author, 'submit', { base })
  await must(reviewer, 'reviews', { id: newId(), base, verdict: 'approve', comment: '' })
  return must(author, 'publish', { base })
}
