import type { Surroundings } from './surroundings.ts'

/** What the name of a town stands for in one mention. */
export type Stands = 'place' | 'power' | 'open'

const ofVerbs = (stems: string): string => stems.trim().split(/\s+/).join('|')

/** What governments do, in any form: “Moscow ‹accuses›”, “Beijing ‹has warned›”. */
const deed = ofVerbs(`
  say says said accus\\w+ warn\\w* insist\\w* den(?:y|ies|ied) reject\\w* refus\\w+ demand\\w* urg\\w+ threaten\\w* vow\\w*
  pledg\\w+ promis\\w+ agree\\w* decid\\w+ want\\w* seek\\w* sought try tries tried hop\\w+ fear\\w* believ\\w+ think\\w* know\\w*
  argu\\w+ claim\\w* maintain\\w* regard\\w* consider\\w* view\\w* see sees saw blam\\w+ condemn\\w* criticiz\\w+ criticis\\w+
  denounc\\w+ welcom\\w+ prais\\w+ support\\w* back\\w* oppos\\w+ recogni[sz]\\w+ respond\\w* retaliat\\w+ react\\w* impos\\w+
  lift\\w* sanction\\w* ban bans banned order\\w* launch\\w* announc\\w+ propos\\w+ offer\\w* suspend\\w* cut cuts expel\\w*
  recall\\w* summon\\w* withdr\\w+ deploy\\w* sen[dt]\\w* suppl\\w+ provid\\w+ approv\\w+ sign\\w* ratif\\w+ negotiat\\w+ talk\\w*
  ask\\w* call\\w* press\\w* push\\w* prefer\\w* need\\w* remain\\w* continu\\w+ keep\\w* kept stop\\w* start\\w* begin\\w* began
  plan\\w* intend\\w* aim\\w* fail\\w* struggl\\w+ invad\\w+ annex\\w* occup\\w+ attack\\w* respect\\w* ignor\\w+ sell\\w* sold
  buy\\w* bought deni\\w+ admit\\w* confirm\\w* declar\\w+ declin\\w+ stat\\w+ report\\w* hit hits fir\\w+ joined joins`)

const auxiliary =
  "has|have|had|will|would|should|must|may|might|could|can|cannot|won[’']t|wouldn[’']t|doesn[’']t|does|did|didn[’']t"
const adverb = '(?:\\w+ly|also|has|never|now|still|then|however|once|again|in turn|itself)'

const actsAfter = new RegExp(
  `^,? (?:${adverb},? )?(?:${auxiliary}|${deed})\\b(?! (?:by|airport|hospital|police)\\b)`,
  'u',
)
const isActing = /^ (?:is|was|are|were|has been|had been) (?:not |also |now |still )?\w+ing\b/u
const objectBefore =
  /\b(?:accus|warn|urg|tell|told|ask|press|pressur|push|forc|condemn|criticiz|criticis|blam|assur|inform|convinc|persuad|anger|upset|irritat|sanction|punish|threaten|embarrass|provok|reassur|help|oppos|defy|defi)(?:e|es|ed|ing|s|ies)?\w* $/u
const partnerBefore =
  /\b(?:relations|ties|talks|deal|agreement|alliance|war|negotiations|dispute|tensions|treaty|trade|dialogue|cooperation|friction|contacts|relationship) (?:with|between|against)(?: \S+(?: \S+)? and)? $|\bbetween (?:\S+ ){1,3}and $|\bbetween $|\bangry (?:with|at|of) $|\bbacked by $|\breferring to $|\breference to $|\baccording to $/u
/** What comes from, or goes to, a government. */
const dealings =
  /\b(?:pressure|sanctions|demands?|accusations?|criticism|condemnation|protests?|threats?|responses?|approval|permission|support|aid|backing|independence|orders|instructions|reaction|rebuke|invitation|assurances?|warnings?|objections?|message|letter|ambassador|envoy|concessions?|loyal|hostile|challenge|blow|signal|appeal|complaints?|reply|answer|supported|led|imposed|accused|approved|controlled|funded|brokered|proposed|annexed) (?:on|against|from|by|of|to) $/iu
const policyAfter =
  /^[’']s? (?:\S+ ){0,2}(?:polic(?:y|ies)|government|decision|position|stance|efforts?|support|response|allies|ally|interests?|relations|ties|influence|demands?|claims?|plans?|proposal|refusal|intentions?|ambassador|envoy|troops|military|army|forces|invasion|war|nuclear|sanctions|strategy|ambitions|concerns|commitment|leaders?|leadership|foreign|diplomats?|diplomatic|aggression|role|view|bid|control|willingness|failure|approach|backing|security)\b/u
const joinedAfter =
  /^[-–](?:backed|led|friendly|controlled|appointed|supported|aligned|sponsored|installed|run|funded|imposed|ordered|brokered)\b/u

const inBefore =
  /\b(?:in|at|near|outside|inside|around|across|throughout|into|via|over|through|from|toward|towards|visit(?:ed|s|ing)?|leav(?:es|ing)|left|arriv(?:ed|es|ing)|born in|capital(?: city)?(?: of)?,?|city of|downtown|central|eastern|western|northern|southern|(?:north|south|east|west|residents|streets|outskirts|suburb|mayor|bishop|university|district) of) (?:the )?$/iu
/** Whoever goes there goes to a place. */
const goesTo =
  /\b(?:fly|flew|flown|flight|flights|travel\w*|trip|return\w*|route|road|train|journey|pilgrimage|go|goes|going|went|gone|come|came|spread|get|got|brought|bring|taken?|took|rode|ride|drove|drive|walk\w*|march\w*|mov(?:e|ed|ing)|fled|flee|head(?:ed|ing|s)?|sent|deported|extradited|back|on|off|arriv\w*|deliver\w*|way)\b[^.;:]{0,30} to (?:the )?$/u
/** “in Bogota and ‹Brasilia›”: the places of one list. */
const listBefore =
  /\b(?:in|near|from|to|at) (?:\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*){0,2}(?:, (?:and |or )?| and | or )){1,4}$/u
const placeAfter =
  /^(?:,? D\.?C\b|[’']s (?:\S+ )?(?:mayor|airport|streets?|suburbs?|residents?|neighbou?rhoods?|metro|subway|skyline|outskirts|hospitals?|old city|downtown|landmarks?|stadium|squares?)\b|[-–](?:based|born)\b|[-–]\p{Lu}\w+ (?:route|flight|train|highway|road)| (?:airport|suburbs?|neighbou?rhood|metro|residents|streets?|police|mayoral|mayor|marathon|hospital|courts?|High Court|district|stadium|museum|hotel|bureau|offices?|stock exchange|map|zoo)\b|,? (?:on (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)))/u
/** “the ‹Mecca› of hikers” is no town either. */
const figureBefore = /\b(?:a|an|the|another|new) $/u
const figureAfter = /^ (?:of|for) /u
const month = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec'
/** ‹BEIJING›, July 18 (Xinhua) — …; ‹Doha›: … */
const dateline = new RegExp(
  `^(?:, [\\p{L} .]{3,20})?,? ?(?:\\([^)]{2,20}\\)|[-–—]+ ?(?=\\p{Lu}| )|: |/|(?:${month})\\w*\\.? \\d)`,
  'u',
)
const opensLine = /^\W*(?:[A-Z]{2,}\W+)?(?:[A-Z]+ and )?$/u

/**
 * Whether a mention of a town means the town or who rules there:
 *
 *     protests in ‹Tehran›           the town
 *     ‹Tehran› denies any role       who rules there
 *     ‹Tehran› and Ankara            open
 */
export function standsFor({ before, after }: Surroundings): Stands {
  if (figureBefore.test(before) && figureAfter.test(after)) return 'power'
  if (placeAfter.test(after) || (opensLine.test(before) && dateline.test(after))) return 'place'
  if (joinedAfter.test(after) || policyAfter.test(after)) return 'power'
  if (objectBefore.test(before) || partnerBefore.test(before) || dealings.test(before)) return 'power'
  if (inBefore.test(before) || goesTo.test(before) || listBefore.test(before)) return 'place'
  return actsAfter.test(after) || isActing.test(after) ? 'power' : 'open'
}
