import type { EntityType } from '#/schemas/entity.ts'
import type { Span } from '#/src/text/spans.ts'
import type { NameType } from './labels.ts'

/** Heads of facilities: the corpora call “Changi Airport” a place, as they do Singapore. */
const facility =
  /(?:^|[\s-])(?:Airport|Airfield|Air ?Base|Base|Barracks|Bridge|Building|Cathedral|Checkpoint|Church|Camp|Canal|Cemetery|Crossing|Dam|Embassy|Expressway|Factory|Garden|Gardens|Hall|Harbou?r|Highway|Hospital|Hotel|House|Jail|Library|Mall|Market|Memorial|Mine|Monastery|Monument|Mosque|Museum|Palace|Parkway|Pipeline|Plant|Plaza|Port|Prison|Railway|Refinery|Roundabout|School|Seaport|Shrine|Square|Stadium|Station|Synagogue|Temple|Terminal|Theatre|Theater|Tower|Towers|Tunnel|University|Zoo|Arena|Bypass|Castle|Interchange|Complex|Bhavan|Centre|Center|Clinic|Court|Estate|Farm|Fort|Pier|Reactor|Resort|Reservoir|Clubhouse|Wharf)$/iu

/** Heads of events; other miscellany (laws, prizes, works) is no entity of ours. */
const event =
  /(?:^|[\s-])(?:Cup|Games|Olympics|Paralympics|War|Wars|Summit|Festival|Championships?|Conference|Forum|Revolution|Expo|Exhibition|Election|Elections|Holocaust|Massacre|Prix|Open|Awards?|Marathon|Uprising|Intifada|Congress|Convention|Fair|Carnival|Rally|Regatta|Tournament|Trophy|Derby|Battle|Operation|Crisis|Genocide|Week|Month|Day|Year|Eve|Ramadan|Christmas|Easter|Diwali|Eid|Hajj|Brexit|Biennale|Superbowl|Bowl|Race|Tour|Finals?|Referendum|Coup|Ceremony|Parade|Pandemic|Hurricane|Cyclone|Typhoon|Earthquake|Tsunami)(?:\s(?:20|19)\d\d)?$|^(?:Battle|Operation|Hurricane|Cyclone|Typhoon|Storm|War|Siege|Eid|World War|Feast|Day|Festival)\s/iu

/** Short forms that are written like names and are none. */
const noName = /^(?:Q&A|FAQs?|CEOs?|CFOs?|TV|IDs?|PhDs?|VIPs?)$/u

const longestHead = 60

/** The product’s word for what the model found; null when it is none of our types. */
export function entityTypeOf(type: NameType, text: string, { start, end }: Span): EntityType | null {
  const name = text.slice(Math.max(start, end - longestHead), end)
  if (noName.test(name)) return null
  switch (type) {
    case 'PER':
      return 'person'
    case 'ORG':
      return 'organization'
    case 'NORP':
      return 'group'
    case 'DATE':
      return 'date'
    case 'LOC':
      return facility.test(name) ? 'facility' : 'place'
    case 'MISC':
      return event.test(name) ? 'event' : null
  }
}
