import { LinkToken } from '@stegvis/core/people/sign-in/schema.ts'
import { useLocation } from '@tanstack/react-router'
import { useState } from 'react'

/**
 * The secret behind the number sign of a mailed link; empty when there is none. Stays when the skip link takes
 * the place behind the sign, and follows when another link is opened in the same window.
 */
export function useLinkToken(): string {
  const hash = useLocation({ select: (location) => location.hash })
  const [token, setToken] = useState('')
  const given = LinkToken.safeParse(hash)
  if (given.success && given.data !== token) setToken(given.data)
  return given.success ? given.data : token
}
