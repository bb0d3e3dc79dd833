/** Nouns for one person. What they are called in the plural is nobody in particular. */
const listed = (words: string): readonly string[] => words.trim().split(/\s+/u)

const women = listed(`
  woman lady girl mother daughter wife sister grandmother aunt widow girlfriend niece actress waitress queen princess
  spokeswoman businesswoman congresswoman chairwoman policewoman councilwoman saleswoman stateswoman assemblywoman nun
  alderwoman heroine hostess fiancée mom grandma stepmother landlady schoolgirl housewife granddaughter stepdaughter
  goddaughter bride mother-in-law daughter-in-law sister-in-law
`)
const men = listed(`
  man gentleman boy father son husband brother grandfather uncle widower boyfriend nephew king prince
  spokesman businessman congressman chairman policeman councilman salesman statesman assemblyman fisherman monk
  fireman gunman cameraman fiancé dad grandpa stepfather landlord schoolboy clergyman alderman grandson stepson godson
  groom father-in-law son-in-law brother-in-law
`)
const anybody = listed(`
  person official spokesperson chairperson chair head chief director president premier minister secretary chancellor
  governor mayor senator representative lawmaker legislator politician candidate nominee leader deputy ambassador
  diplomat envoy consul commissioner councillor councilor councilmember delegate adviser advisor aide strategist
  consultant analyst economist expert specialist researcher scientist professor lecturer teacher student pupil
  principal dean rector scholar historian author writer novelist poet journalist reporter editor columnist
  correspondent commentator blogger photographer broadcaster anchor host critic lawyer attorney prosecutor judge
  justice magistrate solicitor barrister advocate activist campaigner organizer organiser volunteer founder
  co-founder cofounder owner partner manager executive boss employer employee worker officer constable sergeant
  captain major colonel general admiral commander lieutenant inspector detective sheriff marshal soldier veteran
  fighter militant rebel insurgent suspect defendant victim survivor witness resident neighbor neighbour villager
  citizen voter supporter opponent rival challenger incumbent frontrunner front-runner doctor physician surgeon
  neurosurgeon nurse patient psychologist psychiatrist therapist engineer architect developer designer artist
  musician singer rapper composer conductor director-general filmmaker producer actor comedian dancer athlete player
  footballer striker midfielder goalkeeper defender quarterback coach trainer referee umpire driver pilot astronaut
  farmer trader shopkeeper merchant baker chef banker investor entrepreneur billionaire millionaire mogul tycoon
  magnate developer broker accountant clerk cashier technician mechanic builder carpenter priest pastor bishop
  archbishop cardinal pope rabbi imam cleric preacher evangelist missionary parent child teenager adult youth baby
  refugee migrant immigrant prisoner inmate hostage convict whistleblower informant source friend colleague relative
  cousin twin spouse speaker treasurer planner biologist chemist physicist geologist meteorologist ecologist
  climatologist virologist epidemiologist archaeologist anthropologist sociologist philosopher theologian linguist
  retiree pensioner tenant homeowner customer passenger tourist visitor traveler traveller shopper caller
  newcomer outsider insider democrat taoiseach tánaiste
  ombudsman undersecretary technologist librarian curator poster blogger homeopath midwife pharmacist
`)

/** 1 for a woman, −1 for a man, 0 for anybody; nothing for what is no person. */
export const personNouns: ReadonlyMap<string, -1 | 0 | 1> = new Map([
  ...anybody.map((word): [string, 0] => [word, 0]),
  ...women.map((word): [string, 1] => [word, 1]),
  ...men.map((word): [string, -1] => [word, -1]),
])

/** Nouns for somebody who is not named: “the official”, whom a reporter met, is nobody else in the article. */
export const strangers: ReadonlySet<string> = new Set(
  listed(`
    official spokesman spokeswoman spokesperson insider source informant witness man woman person boy girl resident
    worker employee neighbor neighbour voter supporter customer driver passenger caller victim suspect child friend
    colleague partner relative soldier officer policeman judge juror lawyer attorney prosecutor teenager youth baby
    student reader viewer diplomat aide operative strategist donor participant delegate
  `),
)

/** Offices, which an article states of those who hold them: that it did not, speaks against them. */
export const offices: ReadonlySet<string> = new Set(
  listed(`
    president premier chancellor minister secretary governor mayor senator representative congressman congresswoman
    ambassador general admiral colonel captain bishop archbishop cardinal pope king queen prince princess professor
    doctor dean rector taoiseach tánaiste coach chairman chairwoman director commissioner prosecutor sheriff justice speaker pastor rabbi imam
  `),
)

/** Titles before a name, as nouns. */
export const titleNouns: ReadonlyMap<string, string> = new Map(
  listed(`
    sen:senator rep:representative gov:governor gen:general lt:lieutenant col:colonel capt:captain sgt:sergeant
    maj:major adm:admiral dr:doctor prof:professor pm:premier rev:reverend amb:ambassador atty:attorney
    cllr:councillor det:detective insp:inspector supt:superintendent pres:president
  `).map((pair) => pair.split(':') as [string, string]),
)

/** What may be said for what: a senator is a lawmaker, a prime minister a leader. */
export const widerNouns: ReadonlyMap<string, readonly string[]> = new Map(
  listed(`
    lawmaker:senator,representative,congressman,congresswoman,legislator,assemblyman
    politician:senator,representative,congressman,congresswoman,legislator,governor,mayor,lawmaker,minister
    congressman:representative,lawmaker congresswoman:representative,lawmaker
    leader:president,premier,chancellor,chairman,chairwoman,chief
    premier:leader academic:professor,lecturer,scholar scholar:professor lawyer:attorney attorney:lawyer
    physician:doctor doctor:surgeon,physician,neurosurgeon officer:constable,sergeant,captain,lieutenant,detective
    cleric:imam,priest,pastor,bishop,rabbi official:minister,secretary,director,commissioner,undersecretary
    diplomat:ambassador,envoy,consul spokesperson:spokesman,spokeswoman adviser:advisor advisor:adviser
    writer:author,novelist,journalist author:writer,novelist researcher:scientist,professor,biologist,economist
    scientist:biologist,chemist,physicist,geologist,ecologist,climatologist,virologist,epidemiologist,meteorologist
  `).map((pair): [string, string[]] => [pair.split(':')[0]!, pair.split(':')[1]!.split(',')]),
)
