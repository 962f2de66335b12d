import type { FastifyReply } from 'fastify'
import { downloadAs } from '../assessments/validation/evidence-file.ts'

/** What somebody uploaded is never shown as a page of ours: it is saved, and may run nothing. */
export function sendFile(
  reply: FastifyReply,
  file: { name: string; mediaType: string; content: Buffer },
): FastifyReply {
  return reply
    .header('content-type', file.mediaType)
    .header('content-disposition', downloadAs(file.name))
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'private, no-store')
    .send(file.content)
}
