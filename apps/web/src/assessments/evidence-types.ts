/** What the server takes as evidence; it judges the content itself. */
export const EVIDENCE_TYPES: readonly string[] = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'text/csv',
  'text/plain',
]
export const EVIDENCE_TYPES_IN_WORDS = 'JPEG, PNG, WebP, HEIC, PDF, DOCX, XLSX, PPTX, ODT, ODS, CSV, TXT'
export const MAX_EVIDENCE_BYTES = 10 * 1024 * 1024
