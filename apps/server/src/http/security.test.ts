import helmet from '@fastify/helmet'
import fastify from 'fastify'
import { expect, test } from 'vitest'
import { TEST_CONFIG } from '../../test/app.ts'
import { ASSET_HEADERS, securityHeaders } from './security.ts'

const OF_PAGES = ['content-security-policy', 'cross-origin-opener-policy', 'referrer-policy', 'x-frame-options']
const OF_ALL = { 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin' }

async function headersOf(address: '/page' | '/assets/script.js', publicUrl: string) {
  const app = fastify()
  await app.register(helmet, securityHeaders({ ...TEST_CONFIG, publicUrl }))
  app.get('/page', () => 'page')
  app.get('/assets/script.js', { helmet: ASSET_HEADERS }, () => 'script')
  return (await app.inject({ url: address })).headers
}

test('a page says what it may load and who may show it', async () => {
  const headers = await headersOf('/page', 'http://localhost:3000')
  expect(Object.keys(headers)).toEqual(expect.arrayContaining(OF_PAGES))
  expect(headers).toMatchObject(OF_ALL)
})

test('a script carries what protects a file, and nothing about pages', async () => {
  const headers = await headersOf('/assets/script.js', 'https://stegvis.example.org')
  expect(headers).toMatchObject(OF_ALL)
  expect(headers['strict-transport-security']).toMatch(/^max-age=31536000/)
  for (const name of OF_PAGES) expect(headers).not.toHaveProperty(name)
})
