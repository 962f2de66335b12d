import type { DimensionStanding, Standing } from '@stegvis/core/figures/standing.ts'
import { PlainDate } from '@stegvis/core/kernel/day.ts'
import { Card, Columns, Stack } from '../layout.tsx'
import { LineChart } from '../line-chart.tsx'
import { Radar } from '../radar.tsx'
import { Staircase, StaircaseStrip } from '../staircase.tsx'

const day = (text: string) => PlainDate.parse(text)
const STEPS = ['Utgångsläge', 'Kartlagt', 'Igångsatt', 'Infört', 'Ledande']

const standing = (part: Partial<Standing>): Standing => ({
  self: null,
  coach: null,
  evidence: 'none',
  baseline: null,
  target: null,
  ...part,
})

const full = standing({
  self: 4,
  coach: 3,
  evidence: 'verified',
  baseline: { level: 2, on: day('2025-03-04') },
  target: { level: 4, on: day('2027-06-30') },
})

const ROWS: DimensionStanding[] = [
  {
    name: 'Flöde och ledtid',
    steps: ['Okända köer', 'Flödet ritat', 'Flaskhalsen styrs', 'Takt och dragning', 'Flöde med kund och leverantör'],
    standing: full,
  },
  {
    name: 'Utrustning',
    steps: ['Lagas när det stannar', 'Stopp loggas', 'Planerat underhåll', 'Förlusterna krymper', 'Felen förutses'],
    standing: standing({
      self: 2,
      coach: 2,
      baseline: { level: 2, on: day('2025-03-04') },
      target: { level: 3, on: day('2026-12-31') },
    }),
  },
  {
    name: 'Material och spill',
    steps: ['Spillet syns inte', 'Spillet vägt', 'Orsaker tas bort', 'Rätt från början', 'Nästan inget rest'],
    standing: standing({ self: 3, coach: 4, evidence: 'lapsed', baseline: { level: 1, on: null } }),
  },
  {
    name: 'Standarder och daglig styrning',
    steps: [
      'Var och en på sitt sätt',
      'Viktiga moment beskrivna',
      'Daglig avstämning',
      'Ledare följer standard',
      'Lagen styr själva',
    ],
    standing: standing({ self: 5 }),
  },
  {
    name: 'Förbättringsarbete',
    steps: ['Brandsläckning', 'Förslag samlas', 'Projekt med mål', 'Alla förbättrar', 'Lär andra'],
    standing: standing({
      self: 3,
      coach: 3,
      evidence: 'verified',
      baseline: { level: 3, on: null },
      target: { level: 3, on: null },
    }),
  },
  {
    name: 'Miljöförluster i flödet',
    steps: [
      'Följer lagkrav',
      'In- och utflöden kända',
      'Största förlusten angrips',
      'Miljömått på tavlan',
      'Byggt för låg förlust',
    ],
    standing: standing({}),
  },
]

export function FigureGallery() {
  return (
    <Stack gap="l">
      <Card>
        <Staircase captioned title="Resurseffektiv produktion" accent={1} steps={STEPS} standing={full} />
      </Card>
      <Columns least="l">
        <Card>
          <Staircase
            captioned
            title="Cirkulära affärsmodeller"
            accent={2}
            steps={ROWS[0]!.steps}
            standing={standing({ self: 2 })}
          />
        </Card>
        <Card>
          <Staircase
            captioned
            title="Energiomställning"
            accent={3}
            steps={STEPS}
            standing={standing({
              self: 5,
              coach: 5,
              evidence: 'lapsed',
              baseline: { level: 5, on: null },
              target: { level: 5, on: day('2027-12-31') },
            })}
          />
        </Card>
      </Columns>
      <Card>
        <StaircaseStrip captioned title="Resurseffektiv produktion, dimension för dimension" accent={1} rows={ROWS} />
      </Card>
      <Columns least="l">
        <Card>
          <Radar captioned title="Resurseffektiv produktion" accent={4} rows={ROWS} />
        </Card>
        <Card>
          <Radar
            captioned
            title="Utan luckor"
            accent={5}
            rows={ROWS.slice(0, 5).map((row, at) => ({ ...row, standing: { ...full, coach: 2 + (at % 3), self: 3 } }))}
          />
        </Card>
        <Card>
          <LineChart
            captioned
            title="Ledtid, median"
            accent={6}
            unit="dagar"
            points={[
              { on: day('2025-03-04'), value: 34.5, verified: false, quality: 'uppskattat' },
              { on: day('2025-10-15'), value: 29, verified: true, quality: 'bekräftat' },
              { on: day('2026-03-10'), value: 31, verified: true, quality: 'bekräftat' },
              { on: day('2026-10-20'), value: 22.5, verified: true, quality: 'bekräftat' },
            ]}
            target={{ value: 20, on: day('2027-06-30') }}
          />
        </Card>
        <Card>
          <LineChart
            captioned
            title="Energi per ton"
            accent={3}
            unit="kWh/ton"
            points={[{ on: day('2025-03-04'), value: 1240, verified: false, quality: 'uppskattat' }]}
            target={null}
          />
        </Card>
      </Columns>
    </Stack>
  )
}
