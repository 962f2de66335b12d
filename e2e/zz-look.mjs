import { chromium } from '@playwright/test'

const base = process.env.BASE ?? 'http://localhost:4100'
const [who, out, size, lang, ...paths] = process.argv.slice(2)
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--headless',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})
const ctx = await browser.newContext({
  viewport: size === 'phone' ? { width: 390, height: 844 } : { width: 1280, height: 900 },
  locale: lang === 'en' ? 'en-GB' : 'sv-SE',
  ...(process.env.DARK ? { colorScheme: 'dark' } : {}),
})
await ctx.addCookies([{ name: 'language', value: lang, url: base }])
const page = await ctx.newPage()
page.on('console', (m) => {
  if (m.type() === 'error') console.log('console:', m.text().slice(0, 300))
})
page.on('pageerror', (e) => console.log('pageerror:', e.message.slice(0, 300)))
if (who !== '-') {
  const demo = await (await fetch(base + '/api/public/sign-in')).json()
  const person = demo.demonstration.people.find((p) => p.name === who || p.role === who)
  const r = await ctx.request.post(base + '/api/public/sign-in/demonstration', {
    headers: { 'x-stegvis-csrf': '1' },
    data: { personId: person.personId },
  })
  console.log('signed in', person.name, r.status())
}
let n = 0
for (const p of paths) {
  await page.goto(base + p, { waitUntil: 'networkidle' }).catch((e) => console.log(e.message))
  await page.waitForTimeout(500)
  await page.screenshot({ path: `/tmp/shots/${out}-${n++}.png`, fullPage: true })
  console.log(page.url(), await page.title())
}
await browser.close()
