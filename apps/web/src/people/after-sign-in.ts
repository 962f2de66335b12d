import { Me } from '@stegvis/core/people/me.ts'
import { returnPath } from '@stegvis/core/people/sign-in/return-path.ts'
import { send } from '../app/send.ts'
import { rememberLanguage } from '../locales/language.ts'
import { forgetWhatWasRead } from '../offline/offline.ts'

/**
 * Opens the page the person wanted, with a load of its own: nothing that another person had open or kept for
 * offline work may shine through. On a new device their own language is taken over.
 */
export async function openAfterSignIn(to: string | undefined): Promise<void> {
  await forgetWhatWasRead()
  if (!/(^|;\s*)language=/.test(document.cookie)) {
    rememberLanguage(Me.parse(await (await send('/api/me')).json()).language)
  }
  location.assign(returnPath(to))
}
