import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * The secret of the set-up link. Worked out rather than stored: the same after a restart and on every node, and
 * nothing but the installation's own secret can leak it. Good until the set-up is closed.
 */
export function setUpSecret(authSecret: string): string {
  return createHmac('sha256', authSecret).update('set-up').digest('base64url')
}

export function isSetUpSecret(authSecret: string, given: string): boolean {
  const [right, tried] = [Buffer.from(setUpSecret(authSecret)), Buffer.from(given)]
  return right.length === tried.length && timingSafeEqual(right, tried)
}
