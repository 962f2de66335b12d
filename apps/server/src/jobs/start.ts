import type { Deps } from '../deps.ts'
import { cleanUp } from './clean-up.ts'
import { createMailSender } from './mail-sender.ts'
import { type Job, repeat } from './repeat.ts'

const MAIL_SECONDS = 2
const CLEAN_UP_SECONDS = 3600

/** Background work of this process. Each job may run on several nodes at once. */
export function startJobs(deps: Deps): Job {
  const { config, database, clock, log } = deps
  const jobs = [
    repeat(log, 'clean-up', CLEAN_UP_SECONDS, () => database.asInstallation((tx) => cleanUp(tx, clock.now()))),
    ...(config.mail ? [sendMails(deps, config.mail)] : []),
  ]
  return {
    stop: async () => {
      await Promise.all(jobs.map((job) => job.stop()))
    },
  }
}

function sendMails(deps: Deps, mail: NonNullable<Deps['config']['mail']>): Job {
  const sender = createMailSender({ ...deps, mail, publicUrl: deps.config.publicUrl })
  const job = repeat(deps.log, 'mail', MAIL_SECONDS, async (signal) => {
    // As long as there is more, without a pause.
    while (!signal.aborted && (await sender.sendDue()) > 0);
  })
  return {
    stop: async () => {
      await job.stop()
      sender.close()
    },
  }
}
