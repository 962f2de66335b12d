import { type ReactNode, useEffect, useRef } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs'
import { Anchor } from './anchor.tsx'
import styles from './tabs.module.css'

type LinkTab = { href: string; label: string; current: boolean; count?: number }

/** Parts of one record, each with an address of its own: real links, one of them current. */
export function LinkTabs({ label, tabs }: { label: string; tabs: readonly LinkTab[] }) {
  const list = useRef<HTMLElement>(null)
  const here = tabs.find(({ current }) => current)?.href
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks for the current tab anew when it is another.
  useEffect(() => bringIntoView(list.current), [here])
  return (
    <nav ref={list} aria-label={label} className={styles.list} data-print="hide">
      {tabs.map((tab) => (
        <Anchor key={tab.href} href={tab.href} className={styles.tab} aria-current={tab.current ? 'page' : undefined}>
          {tab.label}
          {tab.count !== undefined && <span className={styles.count}>{tab.count}</span>}
        </Anchor>
      ))}
    </nav>
  )
}

/** On a narrow screen the tabs scroll sideways: the current one is seen on arrival. Never moves the page. */
function bringIntoView(list: HTMLElement | null): void {
  const tab = list?.querySelector<HTMLElement>('[aria-current]')
  if (list && tab) list.scrollLeft = tab.offsetLeft - (list.clientWidth - tab.offsetWidth) / 2
}

type PanelTab = { id: string; label: string; content: ReactNode }

/** Views of the same thing in place, such as picture and table. What deserves an address: LinkTabs. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly PanelTab[] }) {
  return (
    <AriaTabs className={styles.tabs!}>
      <TabList aria-label={label} className={styles.list!} items={tabs}>
        {(tab) => <Tab className={styles.tab!}>{tab.label}</Tab>}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={styles.panel!}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
