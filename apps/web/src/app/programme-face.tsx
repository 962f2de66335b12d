import { queryOptions, useQuery } from '@tanstack/react-query'
import { useTexts } from '../locales/app-texts.tsx'
import { api, read } from './api.ts'
import styles from './programme-face.module.css'

const HOUR = 3_600_000

/** Read as one of the programme's people, so that a draft and a closed programme show their marks as well. */
const faceQuery = (programme: string) =>
  queryOptions({
    queryKey: ['programmes', programme, 'face'],
    queryFn: () => read(api.GET('/api/programmes/{programme}', { params: { path: { programme } } })),
    staleTime: HOUR,
    retry: false,
    meta: { offline: true },
  })

const logoAddress = (slug: string, logo: string) => `/api/programmes/${slug}/logos/${logo}`

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
