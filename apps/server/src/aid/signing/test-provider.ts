import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import type { OidcConfig } from '../../config.ts'

/** Who comes to the provider, and what they do there. */
export type Visitor = { name: string; sub: string; acr: string; denies: boolean }

/** A real OpenID Connect provider on this machine, where whoever comes is `visitor`. */
export async function startProvider(redirectUri: string) {
  const visitor: Visitor = { name: 'Anna Alm', sub: '198112289874', acr: 'loa3', denies: false }
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = { client_id: 'stegvis', client_secret: 'a secret for a test on this machine' }
  const provider = new Provider(issuer, {
    clients: [
      { ...client, redirect_uris: [redirectUri], response_types: ['code'], grant_types: ['authorization_code'] },
    ],
    cookies: { keys: ['a key for a test'] },
    pkce: { required: () => true },
    acrValues: ['loa2', 'loa3'],
    claims: { openid: ['sub', 'amr'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId, name: visitor.name }) }),
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    ttl: { Session: 600, Interaction: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: client.client_id,
        ...(oidc.session?.accountId && { accountId: oidc.session.accountId }),
      })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  const interact = (request: IncomingMessage, response: ServerResponse) =>
    provider.interactionFinished(
      request,
      response,
      visitor.denies
        ? { error: 'access_denied', error_description: 'broken off' }
        : { login: { accountId: visitor.sub, acr: visitor.acr, amr: ['mobile'] } },
    )
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/')) void interact(request, response)
    else answer(request, response)
  })
  const config: OidcConfig = {
    ...{ issuer, clientId: client.client_id, clientSecret: client.client_secret, scope: 'openid profile' },
    ...{ acrValues: ['loa3'], nameClaim: 'name', identifierClaim: 'sub' },
  }
  const stop = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  return { config, visitor, visit: (address: string) => visit(address, redirectUri), stop }
}

/** What a browser does: it follows the provider's pages with its cookies, until it is sent back to us. */
async function visit(address: string, redirectUri: string): Promise<Record<string, string>> {
  const cookies = new Map<string, string>()
  let next = new URL(address)
  for (let steps = 0; steps < 10; steps++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const reply = await fetch(next, { redirect: 'manual', headers: { cookie } })
    for (const set of reply.headers.getSetCookie()) {
      const [name = '', value = ''] = set.split(';')[0]!.split('=')
      cookies.set(name, value)
    }
    const location = reply.headers.get('location')
    if (!location) throw new Error(`the provider answered ${reply.status}: ${await reply.text()}`)
    if (location.startsWith(redirectUri)) return Object.fromEntries(new URL(location).searchParams)
    next = new URL(location, next)
  }
  throw new Error('the provider sends people in a circle')
}
