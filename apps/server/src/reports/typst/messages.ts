/** What a printing process is asked to set, and what it answers. Bytes travel as they are. */
export type PrintJob = {
  /** the template, a file in the folder of templates */
  template: string
  /** read by the template through `sys.inputs`, where it is data and never markup */
  inputs: Record<string, string>
  /** further files the template may read, by their path */
  files: readonly { path: string; content: Uint8Array }[]
  standard: 'a-3a' | 'ua-1'
}

export type PrintReply = { ok: true; pdf: Uint8Array; pages: number } | { ok: false; reason: string }
