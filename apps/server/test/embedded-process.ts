// A process of its own that uses the embedded server, for tests that kill it: prints where it is, then waits.
import { startEmbedded } from '../src/db/embedded/supervisor.ts'

const { host, adopted, secret, stop } = await startEmbedded(process.argv[2]!, { fsync: 'off' })
process.stdout.write(`${JSON.stringify({ host, adopted, secret })}\n`)
process.stdin.resume()
process.stdin.on('end', async () => {
  await stop()
  process.exit(0)
})
