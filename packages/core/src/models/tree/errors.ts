import type { Text } from '../../kernel/text.ts'

/** What can be wrong with a tree model beyond the shape of its keys; part of the sentences in `models/errors.ts`. */
export const TREE_SENTENCES = {
  'unknown-format': {
    sv: '”format” ska vara {allowed}: det säger hur filen läses.',
    en: '“format” must be {allowed}: it says how the file is read.',
  },
  'tree-too-deep': {
    sv: 'Trädet är för djupt: högst {limit} nivåer.',
    en: 'The tree is too deep: at most {limit} levels.',
  },
  'tree-too-large': {
    sv: 'Träden har för många delar: {size}, högst {limit}.',
    en: 'The trees have too many nodes: {size}, at most {limit}.',
  },
  'id-reserved': {
    sv: '”{id}” är upptaget: så heter modellens eget träd.',
    en: '“{id}” is taken: it is the name of the model’s own tree.',
  },
  'text-missing': {
    sv: 'Texten saknas på {language}, och inget annat språk får ersätta det.',
    en: 'The text is missing in {language}, and no other language may stand in for it.',
  },
  'language-not-listed': {
    sv: 'Språket ”{language}” står inte i ”languages”.',
    en: 'The language “{language}” is not listed in “languages”.',
  },
  'name-missing': {
    sv: 'Delen ”{node}” har inget namn att visa.',
    en: 'The node “{node}” has no name to show.',
  },
  'level-text-missing': {
    sv: 'Steg {level} saknar den beskrivning som de andra stegen har.',
    en: 'Rung {level} lacks the statement that the other rungs have.',
  },
  'source-not-adaptable': {
    sv: 'Frågan bygger på ”{source}”, vars ordalydelse inte får bearbetas. Modellen kan inte publiceras så.',
    en: 'The question rests on “{source}”, whose wording may not be adapted. The model cannot be published so.',
  },
  'values-not-rising': {
    sv: 'Värdena ska stiga: {value} kommer efter {before}.',
    en: 'The values must rise: {value} comes after {before}.',
  },
  'values-all-equal': {
    sv: 'Alla svar på skalan är värda lika mycket.',
    en: 'Every answer on the scale is worth the same.',
  },
  'least-over-most': {
    sv: 'Det minsta, {least}, är större än det största, {most}.',
    en: 'The least, {least}, is more than the most, {most}.',
  },
  'map-without-width': {
    sv: '”from” ska vara två olika tal.',
    en: '“from” must be two different numbers.',
  },
  'rows-uneven': {
    sv: 'Raderna ska vara lika långa: {expected}, inte {found}.',
    en: 'The rows must be of the same length: {expected}, not {found}.',
  },
  'node-empty': {
    sv: 'Delen ”{node}” har inget under sig att räkna.',
    en: 'The node “{node}” has nothing below it to count.',
  },
  'weights-all-zero': {
    sv: 'Vikterna under ”{node}” är alla 0 och går inte att väga samman.',
    en: 'The weights below “{node}” are all 0 and cannot be weighed together.',
  },
  'points-missing': {
    sv: 'Under en del med poäng ska det stå ”points” här.',
    en: 'Below a node of points this needs “points”.',
  },
  'points-out-of-range': {
    sv: 'Under en del med poäng ska värdet vara en andel från 0 till 1, men det kan bli {least} till {most}.',
    en: 'Below a node of points the value must be a share from 0 to 1, but it can be {least} to {most}.',
  },
  'place-level-missing': {
    sv: 'Under ”{node}” ({op}) ska det stå ”level” här.',
    en: 'Below “{node}” ({op}) this needs “level”.',
  },
  'node-without-level': {
    sv: '”{node}” får ingen nivå: den behöver ”stars”, ”bands” med nivåer eller ett eget steg.',
    en: '“{node}” gets no level: it needs “stars”, “bands” with levels or a roll-up that gives one.',
  },
  'key-without-effect': {
    sv: '”{key}” gör ingen skillnad under ”{node}” ({op}).',
    en: '“{key}” makes no difference below “{node}” ({op}).',
  },
  'bucket-missing': {
    sv: 'Svaren på skalan ”{scale}” delas upp, men {options} hör inte till någon del.',
    en: 'Answers on the scale “{scale}” are told apart, but {options} is in no bucket.',
  },
  'allowance-as-scale': {
    sv: '”{key}” gör ingen skillnad: skalan ”{scale}” säger samma sak.',
    en: '“{key}” makes no difference: the scale “{scale}” says the same.',
  },
  'same-question-again': {
    sv: 'Frågan ”{question}” står redan under samma del och räknas två gånger.',
    en: 'The question “{question}” stands below the same node already and counts twice.',
  },
  'need-over-children': {
    sv: 'Det krävs {need}, men bara {found} finns.',
    en: '{need} are needed, but there are only {found}.',
  },
  'band-edge': {
    sv: 'Ett band har en övre gräns, antingen ”below” eller ”up-to”. Bara det sista har ingen.',
    en: 'A band has one upper edge, either “below” or “up-to”. Only the last has none.',
  },
  'band-last-edge': {
    sv: 'Det sista bandet ska vara öppet uppåt, utan ”below” och ”up-to”.',
    en: 'The last band must be open upwards, without “below” and “up-to”.',
  },
  'band-not-reached': {
    sv: 'Inget svar når bandet ”{band}”: värdet kan bli {least} till {most}.',
    en: 'No answer reaches the band “{band}”: the value can be {least} to {most}.',
  },
  'star-not-reached': {
    sv: 'Inga svar ger stjärna {level}: villkoret kan inte hålla.',
    en: 'No answers give star {level}: its condition cannot hold.',
  },
  'level-not-reached': {
    sv: 'Nivå {level} går inte att nå: ”{node}” når som högst {most}.',
    en: 'Level {level} cannot be reached: “{node}” reaches {most} at most.',
  },
  'value-not-reached': {
    sv: 'Värdet {value} går inte att nå: ”{node}” kan bli {least} till {most}.',
    en: 'The value {value} cannot be reached: “{node}” can be {least} to {most}.',
  },
  'child-never-met': {
    sv: 'Det här når aldrig {least}: det kan bli {most} som mest.',
    en: 'This never reaches {least}: it can be {most} at most.',
  },
  'condition-never-holds': {
    sv: 'Villkoret håller aldrig, så {what}.',
    en: 'The condition never holds, so {what}.',
  },
  'question-unused': {
    sv: 'Frågan ”{question}” står inte i något träd och inget läser den: svaret räknas aldrig.',
    en: 'The question “{question}” stands in no tree and nothing reads it: its answer never counts.',
  },
  'scale-unused': {
    sv: 'Ingen fråga använder skalan ”{scale}”.',
    en: 'No question uses the scale “{scale}”.',
  },
  'unknown-code': {
    sv: 'Uppgiften ”{fact}” har ingen kod ”{code}”.',
    en: 'The fact “{fact}” has no code “{code}”.',
  },
  'calculation-cycle': {
    sv: 'Uträkningen går i en ring: {cycle}.',
    en: 'The calculation goes in a circle: {cycle}.',
  },
} as const satisfies Record<string, Text>
