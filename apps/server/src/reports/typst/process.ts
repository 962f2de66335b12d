import { createCompiler } from './compiler.ts'
import type { PrintJob, PrintReply } from './messages.ts'

/** A printing process: one report after the other until its parent ends it, or ends itself. */
const compiler = createCompiler()

process.on('message', (job: PrintJob) => {
  const reply: PrintReply = compiler.print(job)
  process.send!(reply)
})
process.on('disconnect', () => process.exit(0))
