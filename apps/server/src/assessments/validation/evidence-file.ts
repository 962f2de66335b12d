import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import { Problem } from '../../http/problem.ts'
import type { UploadedFile } from './evidence-store.ts'

/** What is taken as evidence, by what the bytes are and never by what the name says. */
const ACCEPTED: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/heic': ['heic'],
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'text/csv': ['csv'],
  'text/plain': ['txt'],
}

/**
 * Judges an uploaded file and keeps its bytes as they came. Throws `evidence-not-accepted` for kinds that are not
 * taken, and for an empty file.
 */
export async function acceptFile(name: string, content: Buffer): Promise<UploadedFile> {
  const mediaType = content.length === 0 ? undefined : await typeOf(name, content)
  if (mediaType === undefined || !(mediaType in ACCEPTED)) throw new Problem('evidence-not-accepted')
  return {
    name: properName(name, ACCEPTED[mediaType]!),
    mediaType,
    sizeBytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    content,
  }
}

async function typeOf(name: string, content: Buffer): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(content)
  if (found) return found.mime
  // Plain text has no signature: it is taken for what it is called when it reads as text.
  if (!isText(content)) return undefined
  const extension = extensionOf(name)
  return extension === 'csv' ? 'text/csv' : extension === 'txt' ? 'text/plain' : undefined
}

function isText(content: Buffer): boolean {
  if (content.includes(0)) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(content)
    return true
  } catch {
    // Spreadsheets of older programs write Latin-1: any byte that is no control character may be a letter.
    return !content.some((byte) => byte < 9 || (byte > 13 && byte < 32))
  }
}

function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot === -1 ? '' : name.slice(dot + 1).toLowerCase()
}

/** The name without folders and control characters, ending as its content says. */
function properName(name: string, extensions: readonly string[]): string {
  const bare = name
    .normalize('NFC')
    .replace(/^.*[/\\]/, '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(-150)
  const given = bare === '' || bare.startsWith('.') ? `underlag${bare}` : bare
  return extensions.includes(extensionOf(given)) ? given : `${given}.${extensions[0]}`
}

/** The header that makes a browser save the file under its own name, whatever letters that has. Source: RFC 6266. */
export function downloadAs(name: string): string {
  const plain = name.normalize('NFKD').replace(/[^\x20-\x7e]|["\\]/g, '')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
