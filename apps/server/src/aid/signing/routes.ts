import { NewPaper, PaperToSign } from '@stegvis/core/aid/papers/schema.ts'
import {
  NewSignature,
  SignatureView,
  type SignedKind,
  SigningReturn,
  SigningReturned,
  SigningStep,
} from '@stegvis/core/aid/signing/schema.ts'
import { CompanyId, RecordId } from '@stegvis/core/kernel/ids.ts'
import { z } from 'zod'
import type { App } from '../../app.ts'
import type { Deps } from '../../deps.ts'
import { viewSignature } from './service.ts'
import { completeSigning, makePaperToSign, sign } from './signing.ts'

const tags = ['papers']
const base = '/api/programmes/:programme/companies/:company'
const OfSubject = z.object({ programme: z.string(), company: CompanyId, id: RecordId })

const READ = { access: { action: 'aid.read' } } as const
const SIGN = { access: { action: 'aid.sign' } } as const

/** Where what is signed lives, and how it is called. */
const PLACES = [
  { kind: 'declaration', path: 'declarations/:id', name: 'a declaration of earlier aid' },
  { kind: 'size-snapshot', path: 'size/snapshots/:id', name: 'a size that was frozen' },
] as const satisfies readonly { kind: SignedKind; path: string; name: string }[]

export function signingRoutes(app: App, deps: Deps): void {
  for (const { kind, path, name } of PLACES) {
    app.post(
      `${base}/${path}/paper`,
      {
        config: READ,
        schema: {
          tags,
          summary: `Make the paper of ${name}, to read and to sign`,
          params: OfSubject,
          body: NewPaper,
          response: { 200: PaperToSign },
        },
      },
      ({ actor, params, body }) =>
        makePaperToSign(deps, actor, { kind, companyId: params.company, id: params.id }, body.language),
    )
    app.post(
      `${base}/${path}/sign`,
      {
        config: SIGN,
        schema: {
          tags,
          summary: `Sign ${name} for the company`,
          params: OfSubject,
          body: NewSignature,
          response: { 200: SigningStep },
        },
      },
      ({ actor, person, params, body }) =>
        sign(deps, actor, person.email, { kind, companyId: params.company, id: params.id }, body),
    )
  }
  app.get(
    `${base}/signatures/:id`,
    {
      config: READ,
      schema: {
        tags,
        summary: 'A signature, checked against the stored file',
        params: OfSubject,
        response: { 200: SignatureView },
      },
    },
    async ({ actor, params }) => {
      const read = await deps.database.inTenant(actor, (tx) => viewSignature(tx, actor, params.company, params.id), {
        readOnly: true,
      })
      return read.signature
    },
  )
  app.post(
    '/api/me/signing/complete',
    {
      config: { access: { signedIn: true } },
      schema: {
        tags,
        summary: 'Finish a signature that was begun with a provider of electronic identities',
        body: SigningReturn,
        response: { 200: SigningReturned },
      },
    },
    ({ person, body }) => completeSigning(deps, person, new URLSearchParams(body.parameters)),
  )
}
