import type { SmeStatus } from '../size/schema.ts'
import { PaperData } from './material.ts'
import type { PaperKind } from './schema.ts'
import { both } from './words.ts'

/** Invented papers for tests. */

const SHA = '3f7a9c0d1e2b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5'

const kronor = (minor: number, eurCents: number) => ({
  currency: 'SEK',
  minor,
  decimals: 2,
  rate: { perEuro: '11.20', source: 'InforEuro', day: '2026-11-01' },
  eurCents,
})

const award = {
  memberState: 'SE',
  regulation: '2023/2831',
  authority: 'Tillväxtverket',
  scheme: { name: 'Exempelprojektet', reference: '20359999' },
  support: {
    amount: kronor(25_000_050, 2_232_147),
    description: both(
      'Individuell rådgivning, som mest 120 timmars arbete',
      'Individual coaching, at most 120 hours of work',
    ),
  },
  ceilingEurCents: 30_000_000,
}

const testDeclaration = (size: 'short' | 'long') => ({
  kind: 'declaration',
  ...award,
  since: '2023-11-23',
  members: [
    ...(size === 'short'
      ? []
      : [
          {
            name: 'Exempel Holding AB',
            number: '559999-0016',
            country: 'SE',
            why: both(
              'Exempel Holding AB har 80 % av rösterna i Exempel Mekaniska AB.',
              'Exempel Holding AB has 80 % of the votes in Exempel Mekaniska AB.',
            ),
          },
          {
            name: 'Beispiel GmbH',
            number: null,
            country: 'DE',
            why: both('Styr genom avtal.', 'Dominates by contract.'),
          },
        ]),
  ],
  earlierAid:
    size === 'short'
      ? []
      : Array.from({ length: 14 }, (_, at) => ({
          to: at % 3 === 0 ? 'Exempel Holding AB' : 'Exempel Mekaniska AB',
          authority: at % 2 === 0 ? 'Region Exempel' : 'Energimyndigheten',
          regulation: at === 4 ? '1408/2013' : '2023/2831',
          awardedOn: `2025-0${(at % 9) + 1}-14`,
          amount:
            at % 4 === 0
              ? { currency: 'EUR', minor: 1_000_000 + at, decimals: 2, rate: null, eurCents: 1_000_000 + at }
              : kronor(5_000_000, 446_429),
        })),
  restructurings:
    size === 'short'
      ? []
      : [
          {
            on: '2025-03-01',
            text: both(
              'Exempel Plåt AB gick upp i Exempel Mekaniska AB.',
              'Exempel Plåt AB merged into Exempel Mekaniska AB.',
            ),
          },
        ],
  activities: [{ code: '25.11', supported: true }, ...(size === 'short' ? [] : [{ code: '01.1', supported: false }])],
  accountsSeparated: size === 'short' ? null : true,
  conditions: {
    fixedOnPriceOrQuantity: size === 'short' ? null : false,
    passedOnToPrimaryProducers: size === 'short' ? null : false,
    exportRelated: false,
    domesticOverImported: false,
  },
  nothingElse: true,
})

const testSignature = {
  name: 'Anna Alm',
  statedAuthority: 'alone',
  method: 'session',
  assurance: { account: 'anna@example.org' },
  on: '2026-11-23',
  at: '14:05',
  timeZone: 'Europe/Stockholm',
  documentSha256: SHA,
}

/** One of each kind. `status`: a size as it was classified. */
function testMaterial(kind: PaperKind, status: SmeStatus, size: 'short' | 'long'): object {
  switch (kind) {
    case 'declaration':
      return testDeclaration(size)
    case 'aid-information':
      return {
        kind,
        ...award,
        awardedOn: '2026-12-10',
        value:
          size === 'short'
            ? []
            : [
                { text: both('Arbetstid', 'Working time'), amount: both('300 000,50 kr', 'SEK 300,000.50') },
                {
                  text: both('Företaget betalar', 'Paid by the enterprise'),
                  amount: both('−50 000 kr', '−SEK 50,000'),
                },
                { text: both('Stödets värde', 'Value of the aid'), amount: both('250 000,50 kr', 'SEK 250,000.50') },
              ],
        headroomAfterEurCents: size === 'short' ? null : 5_000_000,
        register: size === 'short' ? null : { by: '2027-01-12', article: 'Regulation (EU) 2023/2831, Art. 6(1)' },
      }
    case 'aid-certificate':
      return {
        kind,
        declaration: testDeclaration(size),
        declaredOn: '2026-11-23',
        decision: {
          awardedOn: '2026-12-10',
          authority: 'Tillväxtverket',
          amount: award.support.amount,
          reference: size === 'short' ? null : 'Ä 2026-1234',
        },
        signatures:
          size === 'short'
            ? [testSignature]
            : [testSignature, { ...testSignature, name: 'Bo Ek', statedAuthority: 'jointly' }],
      }
    case 'sme-declaration':
      return {
        kind,
        status: size === 'short' ? { ...status, verdict: 'review', category: null, years: [], present: null } : status,
        review:
          size === 'short'
            ? { verdict: 'pass', reason: 'Ägarbytet är tillfälligt.', by: 'Cecilia Dahl', on: '2026-11-23' }
            : null,
      }
    case 'signature-record':
      return {
        kind,
        paper: { kind: 'declaration', fileName: 'Forsakran-Exempel-Mekaniska-AB-2026-11-23.pdf' },
        consent: both('Jag skriver under ”Försäkran om försumbart stöd”.', 'I sign “Declaration of de minimis aid”.'),
        signature:
          size === 'short'
            ? testSignature
            : {
                ...testSignature,
                method: 'oidc',
                assurance: {
                  account: 'anna@example.org',
                  issuer: 'https://id.example.org',
                  level: 'http://id.elegnamnden.se/loa/1.0/loa3',
                  identifier: '811228-****',
                },
              },
      }
  }
}

export function testPaper(kind: PaperKind, status: SmeStatus, size: 'short' | 'long' = 'long'): PaperData {
  return PaperData.parse({
    format: 'stegvis-paper/1',
    madeOn: '2026-11-23',
    programme: {
      name: both('Exempelprogrammet', 'The example programme'),
      demonstration: size === 'long',
      visibility: both('Programmet finansieras av dem som står här.', 'The programme is paid by those named here.'),
    },
    funders: [
      { name: 'Europeiska unionen', kind: 'eu', acknowledgement: null, logo: null },
      {
        name: 'Region Exempel',
        kind: 'region',
        acknowledgement: both('Med stöd av Region Exempel', 'Supported by Region Exempel'),
        logo: null,
      },
    ],
    company: { name: 'Exempel Mekaniska AB', organisationNumber: '559999-0008' },
    act: {
      title: both(
        'Kommissionens förordning (EU) 2023/2831 av den 13 december 2023 om tillämpningen av artiklarna 107 och 108 i fördraget om Europeiska unionens funktionssätt på stöd av mindre betydelse',
        'Commission Regulation (EU) 2023/2831 of 13 December 2023 on the application of Articles 107 and 108 of the Treaty on the Functioning of the European Union to de minimis aid',
      ),
      published: both('EUT L, 2023/2831, 15.12.2023', 'OJ L, 2023/2831, 15.12.2023'),
    },
    material: testMaterial(kind, status, size),
  })
}
