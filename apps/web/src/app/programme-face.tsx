import { queryOptions, useQuery } from '@tanstack/react-query'
import { useTexts } from '../locales/app-texts.tsx'
import { api, read } from './api.ts'
import styles from './programme-face.module.css'

const HOUR = 3_600_000

/** What the programme shows to anyone. One that is not open yet has no such page, and then no marks either. */
const faceQuery = (programme: string) =>
  queryOptions({
    queryKey: ['programme-face', programme],
    queryFn: () => read(api.GET('/api/public/programmes/{programme}', { params: { path: { programme } } })),
    staleTime: HOUR,
    retry: false,
    meta: { offline: true },
  })

const logoAddress = (slug: string, logo: string) => `/api/public/programmes/${slug}/logos/${logo}`

/** The programme's own logo; undefined where it has none, and ours is shown. */
export function useProgrammeLogo(slug: string) {
  const logo = useQuery(faceQuery(slug)).data?.logoId
  return logo ? <img src={logoAddress(slug, logo)} alt="" className={styles.logo} /> : undefined
}

/** Who pays, on every page: by mark where there is one, else by name. */
export function FunderRow({ slug, name }: { slug: string; name: string }) {
  const { shell } = useTexts()
  const funders = useQuery(faceQuery(slug)).data?.funders ?? []
  if (funders.length === 0) return name
  return (
    <div className={styles.funders}>
      <span>
        {name} · {shell.cofundedBy}
      </span>
      {funders.map((funder) =>
        funder.logoId ? (
          <img key={funder.id} src={logoAddress(slug, funder.logoId)} alt={funder.name} className={styles.mark} />
        ) : (
          <span key={funder.id} className={styles.name}>
            {funder.name}
          </span>
        ),
      )}
    </div>
  )
}
