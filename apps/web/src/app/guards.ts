import type { Me, MyProgramme } from '@stegvis/core/people/me.ts'
import type { Action } from '@stegvis/core/people/permissions.ts'
import { notFound } from '@tanstack/react-router'
import { mayIn, ownCompany } from './session.ts'

type Where = { context: { me: Me; programme: MyProgramme } }

/** For `beforeLoad`: a page of those who may do this. To everyone else it does not exist. */
export const onlyWhoMay =
  (action: Action) =>
  ({ context: { me, programme } }: Where): void => {
    if (!mayIn(me, programme, action)) throw notFound()
  }

/** For `beforeLoad`: a page of a company's own people. The programme's staff find the same under the company. */
export function onlyOwnCompany({ context: { programme } }: Where): void {
  if (!ownCompany(programme)) throw notFound()
}
