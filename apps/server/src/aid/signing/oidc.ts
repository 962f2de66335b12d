import { createHash, createHmac, randomBytes } from 'node:crypto'
import { maskPersonalNumbers } from '@stegvis/core/identity/masking.ts'
import * as oidc from 'openid-client'
import type { OidcConfig } from '../../config.ts'
import { Problem } from '../../http/problem.ts'
import type { Identified, SigningIntent, SigningMethod } from './methods.ts'
import { namesAgree } from './names.ts'

const TIME_LIMIT_S = 10

type Setting = { redirectUri: string; secret: string }
type Claims = Readonly<Record<string, unknown>>

/**
 * Signing by a provider of electronic identities: an eIDAS node, or a broker of national ones such as BankID. The
 * authorization code flow with PKCE; the nonce that the provider vouches for holds the hash of the document and of the
 * words agreed to. What a round trip needs is made again from its state, so no secret is stored.
 *
 * Source: OpenID Connect Core 1.0, sections 3.1 and 5.5; RFC 7636.
 */
export function createOidcMethod(config: OidcConfig, { redirectUri, secret }: Setting): SigningMethod {
  const provider = remembered(() =>
    oidc.discovery(new URL(config.issuer), config.clientId, config.clientSecret, undefined, {
      execute: config.issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [],
      timeout: TIME_LIMIT_S,
    }),
  )
  const derived = (what: string, state: string) =>
    createHmac('sha256', secret).update(`signing ${what} ${state}`).digest('base64url')

  return {
    begin: async (intent) => {
      const state = `${intent.programmeId}.${randomBytes(32).toString('base64url')}`
      const server = await reached(provider())
      const address = oidc.buildAuthorizationUrl(server, {
        redirect_uri: redirectUri,
        scope: config.scope,
        state,
        nonce: nonceOf(derived('nonce', state), intent),
        code_challenge: await oidc.calculatePKCECodeChallenge(derived('verifier', state)),
        code_challenge_method: 'S256',
        // Whoever signs proves it now: an identity proved earlier for something else is not enough.
        prompt: 'login',
        ui_locales: intent.language,
        ...(config.acrValues.length > 0 && { acr_values: config.acrValues.join(' ') }),
      })
      return { address: address.href, state }
    },
    finish: async (parameters, intent) => {
      const server = await reached(provider())
      const state = parameters.get('state') ?? ''
      const nonce = nonceOf(derived('nonce', state), intent)
      const tokens = await judged(
        oidc.authorizationCodeGrant(server, new URL(`${redirectUri}?${parameters}`), {
          pkceCodeVerifier: derived('verifier', state),
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        }),
      )
      const claims = tokens.claims()!
      const known = await withUserInfo(server, tokens.access_token, claims, config)
      return identified(known, { config, intent, nonce, idToken: tokens.id_token! })
    },
  }
}

/** Anyone who has salt, document and words can work the second half out again. */
function nonceOf(salt: string, { documentSha256, consent }: SigningIntent): string {
  const bound = createHash('sha256')
    .update(JSON.stringify([salt, documentSha256, consent]))
    .digest('base64url')
  return `${salt}.${bound}`
}

/** Some providers say the name in the ID token, others only when they are asked. */
async function withUserInfo(
  server: oidc.Configuration,
  accessToken: string,
  claims: oidc.IDToken,
  { nameClaim, identifierClaim }: OidcConfig,
): Promise<Claims> {
  const isThere = nameOf(claims, nameClaim) !== undefined && claims[identifierClaim] !== undefined
  if (isThere || !server.serverMetadata().userinfo_endpoint) return claims
  return { ...(await judged(oidc.fetchUserInfo(server, accessToken, claims.sub))), ...claims }
}

function nameOf(claims: Claims, nameClaim: string): string | undefined {
  const said = claims[nameClaim]
  if (typeof said === 'string' && said.trim() !== '') return said.trim()
  const parts = [claims.given_name, claims.family_name].filter((part) => typeof part === 'string')
  return parts.length === 2 ? parts.join(' ') : undefined
}

type Proof = { config: OidcConfig; intent: SigningIntent; nonce: string; idToken: string }

function identified(claims: Claims, { config, intent, nonce, idToken }: Proof): Identified {
  const level = typeof claims.acr === 'string' ? claims.acr : undefined
  if (config.acrValues.length > 0 && (level === undefined || !config.acrValues.includes(level))) {
    throw new Problem('signing-too-weak')
  }
  const name = nameOf(claims, config.nameClaim)
  if (name === undefined) throw new Problem('signing-denied', 'the provider does not say who it is')
  if (!namesAgree(name, intent.signer.name)) throw new Problem('signing-other-person')
  const identifier = claims[config.identifierClaim]
  const means = claims.amr
  return {
    name,
    assurance: {
      account: intent.signer.account,
      issuer: config.issuer,
      ...(level !== undefined && { level }),
      ...(Array.isArray(means) && { means: means.map(String) }),
      ...(typeof identifier === 'string' && { identifier: maskPersonalNumbers(identifier) }),
      ...(typeof claims.auth_time === 'number' && {
        authenticatedAt: new Date(claims.auth_time * 1000).toISOString(),
      }),
      nonce,
      tokenSha256: createHash('sha256').update(idToken).digest('hex'),
    },
  }
}

/** The provider is asked once what it offers; a failure is not remembered. */
function remembered<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined
  return () => {
    asked ??= ask().catch((error: unknown) => {
      asked = undefined
      throw error
    })
    return asked
  }
}

async function reached<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch {
    throw new Problem('signing-unavailable')
  }
}

/** What the provider said, or why it is no signature, in our own words. */
async function judged<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof oidc.AuthorizationResponseError) throw new Problem('signing-denied', error.error)
    // A code that was used, or is too old.
    if (error instanceof oidc.ResponseBodyError && error.error === 'invalid_grant') throw new Problem('signing-expired')
    if (isUnreachable(error)) throw new Problem('signing-unavailable')
    throw new Problem('signing-denied', 'the answer of the provider does not hold')
  }
}

function isUnreachable(error: unknown): boolean {
  if (error instanceof oidc.ResponseBodyError) return error.status >= 500
  if (error instanceof oidc.ClientError) return error.code === 'OAUTH_TIMEOUT' || isUnreachable(error.cause)
  return error instanceof TypeError && error.message === 'fetch failed'
}
