/** The closed classes of English that the rules of attribution read sentences with. */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u))

export const subjectPronouns = set('he she they i we it you who')

export const determiners = set(`
  a an the this that these those his her their its our my your some many several most few both all each every another
  other one two three four five six seven eight nine ten no any either neither more dozens hundreds
`)

export const prepositions = set(`
  of for in from with at on by to as near after during including like among within against behind under over about
  between across inside outside upon into onto through throughout toward towards via per since until till without
  despite amid amidst before beyond beside besides than
`)

export const conjunctions = set(`
  and but or nor so yet while when as because although though if whether that since until after before where whereas
  however meanwhile still then instead also later earlier thus therefore moreover nevertheless nonetheless once unless
`)

export const relatives = set('who whom whose which that where when')

export const auxiliaries = set(`
  is are was were be been being am has have had having do does did will would shall should can could may might must
  ’s 's ’ve 've ’d 'd ’ll 'll ’re 're ’m 'm not n't n’t
`)

/** Words that may stand between a speaker and the verb: “Tan has also repeatedly said”. */
export const adverbs = set(`
  also later then now still again even only just once often never always already simply reportedly recently previously
  repeatedly twice further famously today yesterday tonight monday tuesday wednesday thursday friday saturday sunday
  too soon first last finally eventually instead thus ever himself herself themselves itself both all each not
`)

/** Nouns and adjectives that look like adverbs: “her ‹ally› Mara Lind”, “an ‹early› message”. */
export const noAdverbs = set(`
  ally family rally bully supply reply assembly monopoly anomaly homily belly jelly lily fly butterfly
  early daily weekly monthly yearly quarterly elderly friendly unfriendly likely unlikely lonely deadly costly orderly
  disorderly ugly holy unholy silly lovely lively cowardly scholarly worldly ghostly motherly fatherly leisurely timely
  untimely saintly burly curly chilly hilly bubbly smelly wobbly ghastly grisly unruly
`)

/** Words before a subject that are no part of it: “Speaking in Rome on Monday, …”. */
export const timeNouns = set(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december today yesterday tomorrow week month year day morning afternoon evening night weekend
`)

/** A particle inside a name: “Angela van der Berg”, “Anwar bin Ibrahim”. */
export const nameParticles = set('de del della di da dos van von der den bin binti ibn al el la le ter ben abu du st')

/** Verbs in lower case that end a subject: “Tan ‹went› to Rome and said”. Regular pasts are told by their ending. */
export const finiteVerbs = set(`
  said says say told tells tell wrote writes added adds took takes take went goes go gave gives give made makes make got
  gets came comes come saw sees see held holds hold kept keeps left leaves began begins ran runs run spoke speaks speak
  stood stands sat sits met meets sent sends won wins lost loses led leads put puts set sets cut hit let read rose rises
  fell falls grew grows knew knows thought thinks found finds felt feels heard hears became becomes drew draws broke
  breaks chose chooses won wins paid pays spent spends built builds brought brings bought sought seeks fought fights
  taught threw throws drove drives flew rode wore wears swore shot struck stuck swept spread split shook shakes sang
  seems seemed appears wants needs likes hopes plans calls asks uses works plays turns looks shows starts moves lives
  believes argues claims notes insists agrees repeats warns urges remains issued posted
  beat caught fled sold slept woke hid rang stole tore withdrew quit overcame ate drank dug forgot froze hung laid lent
  sank swam swung understood dealt fed knelt leapt clung crept bit blew shut
`)
