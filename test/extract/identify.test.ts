import { expect, it } from 'vitest'
import { clusterNames } from '#/src/extract/coreference/clusters.ts'
import { identify } from '#/src/extract/entities/identify.ts'
import { nameOf } from '#/src/extract/entities/names.ts'
import { given } from '../helpers/cast.ts'
import { openGazetteer, unlink } from '../helpers/linked.ts'

const gazetteer = openGazetteer()

/** The entities of a sentence with its names drawn in: type, the fullest name, the others. */
function entitiesIn(drawn: string): string[] {
  const { text, entities } = unlink(drawn)
  const names = entities.flatMap(({ type, mentions }) => mentions.map(({ span }) => ({ type, span })))
  const { clusters } = identify(
    text,
    clusterNames(
      text,
      names.sort((a, b) => a.span.start - b.span.start),
      given,
    ),
    gazetteer,
  )
  return clusters.map((cluster) => {
    const { type, name, aliases } = nameOf(text, cluster)
    return `${type}: ${[name, ...aliases].join(' = ')}`
  })
}

it.each<[string, string, string[]]>([
  [
    'a country by its letters and in full',
    'The ‹US›place said the ‹United States›place would wait; the ‹U.S.›place did.',
    ['place: United States = US = U.S.'],
  ],
  ['a country by an older name', '‹Myanmar›place, once ‹Burma›place, voted.', ['place: Myanmar = Burma']],
  [
    'a ministry by two names',
    'The ‹U.S. Treasury›organization moved. The ‹Treasury Department›organization of ‹America›place had waited.',
    ['organization: U.S. Treasury = Treasury Department', 'place: America'],
  ],
  [
    'letters that the article never spells out',
    'The ‹WHO›organization warned. The ‹World Health Organization›organization has staff in ‹Geneva›place.',
    ['organization: World Health Organization = WHO', 'place: Geneva'],
  ],
  ['a people, one and many', 'A ‹Malaysian›group sailor met two ‹Malaysians›group.', ['group: Malaysian = Malaysians']],
  [
    'a people and its country stay apart',
    '‹Malaysian›group ships left ‹Malaysia›place.',
    ['group: Malaysian', 'place: Malaysia'],
  ],
  [
    'two countries that share a word stay apart',
    '‹Sudan›place and ‹South Sudan›place talked.',
    ['place: Sudan', 'place: South Sudan'],
  ],
  [
    'a wife and her husband stay apart, though one of them is known by the surname',
    '‹Barack Obama›person and ‹Michelle Obama›person of the ‹United States›place came. Mrs. ‹Obama›person spoke.',
    ['person: Barack Obama', 'person: Michelle Obama = Obama', 'place: United States'],
  ],
  ['a news agency is no place', 'It told ‹Reuters›place so.', ['organization: Reuters']],
])('%s', (_, drawn, expected) => {
  expect(entitiesIn(drawn)).toEqual(expected)
})
