import type { PaperPage, PaperToSign } from '@stegvis/core/aid/papers/schema.ts'
import type { NewSignature } from '@stegvis/core/aid/signing/schema.ts'
import type { Language } from '@stegvis/core/kernel/text.ts'
import type { TestApp } from '../../../test/app.ts'
import type { TestDatabase } from '../../../test/database.ts'
import { newId } from '../../ids.ts'
import { aidOn } from '../test-aid.ts'
import { ledgerOn } from '../test-ledger.ts'

/** With a server and a database: a company with a declaration that is filled in, and what it takes to sign it. */
export function signingOn(server: TestApp, database: TestDatabase) {
  const { as, call } = aidOn(server, database)
  const ledger = ledgerOn(server, database)

  const scene = async () => {
    const here = await ledger.begin()
    await here.aid.plan(10)
    await here.aid.earlier('2025-09-01', 5_000)
    await here.aid.draft()
    await here.aid.answer()
    const { declarations } = await here.aid.read(here.owner.headers)
    const id = declarations[0]!.id
    const { at, programme, companyId } = here
    const paper = async (language: Language = 'sv', headers = here.owner.headers) => {
      const reply = await call(headers, 'POST', at(`/declarations/${id}/paper`), { language })
      return { status: reply.status, body: reply.body as unknown as PaperToSign }
    }
    /** What a screen sends when everything is as it was shown. */
    const wanted = (shown: PaperToSign, more: Partial<NewSignature> = {}): NewSignature => {
      const statedAuthority = more.statedAuthority ?? 'alone'
      return {
        id: newId(),
        paper: shown.paper.id,
        documentSha256: shown.paper.file!.sha256,
        statedAuthority,
        consent: shown.consents[statedAuthority][shown.paper.language],
        method: 'session',
        ...more,
      }
    }
    const sign = (body: NewSignature, headers = here.owner.headers) =>
      call(headers, 'POST', at(`/declarations/${id}/sign`), body)
    const file = async (paperId: string, headers = here.owner.headers) =>
      server.app.inject({ url: at(`/papers/${paperId}/file`), headers })
    const papers = async (headers = here.owner.headers) =>
      (await call(headers, 'GET', at('/papers'))).body as unknown as PaperPage
    const second = () => as(programme, { role: 'company-manager', companyId })
    return { ...here, declaration: id, paper, wanted, sign, file, papers, second }
  }

  return { as, call, scene }
}
