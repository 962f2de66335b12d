import type { GroupFact } from '@stegvis/core/aid/groups/records.ts'
import { CONTROL_MEANS } from '@stegvis/core/aid/groups/terms.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { useHoldingWords } from './use-holding-words.ts'
import { usePercent } from './use-percent.ts'

/** A fact as a sentence, its parties by name. */
export function useFactWords(nameOf: (id: string) => string): (stated: GroupFact) => string {
  const { words, markets } = useTexts().groups
  const { list, language } = useFormats()
  const held = useHoldingWords()
  const percent = usePercent()
  return (stated) => {
    switch (stated.kind) {
      case 'holding': {
        const { fact } = stated
        return words.holding({ owner: nameOf(fact.owner), owned: nameOf(fact.owned), how: held(fact) })
      }
      case 'control': {
        const { controller, controlled, means } = stated.fact
        const how = CONTROL_MEANS[means][language].toLowerCase()
        return words.control({ who: nameOf(controller), over: nameOf(controlled), how })
      }
      case 'acting-jointly':
        return words.joint({ names: list(stated.fact.persons.map(nameOf)) })
      case 'market': {
        const { enterprises, answer } = stated.fact
        const said = answer === 'unknown' ? words.unknownMarket : markets.answers[answer].toLowerCase()
        return words.market({ first: nameOf(enterprises[0]), second: nameOf(enterprises[1]), answer: said })
      }
      case 'consolidation': {
        const members = stated.fact.members.map(
          ({ enterprise, sharePpm }) => `${nameOf(enterprise)} (${percent(sharePpm)})`,
        )
        return words.consolidation({ parent: nameOf(stated.fact.parent), members: list(members) })
      }
      case 'restructuring': {
        const { fact } = stated
        if (fact.kind === 'merger') {
          return words.merger({ merged: list(fact.merged.map(nameOf)), into: nameOf(fact.into), on: fact.on })
        }
        const parts = list(fact.parts.map(({ enterprise }) => nameOf(enterprise)))
        return words.split({ from: nameOf(fact.from), parts, on: fact.on })
      }
    }
  }
}
