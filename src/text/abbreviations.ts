/** Before a name, and never the end of a sentence: “Mr. Tan”, “Gen. Prayuth”, “St. Louis”. */
const leading = `
  Mr Mrs Ms Mx Messrs Mme Mlle Dr Drs Prof Rev Fr Hon Rt Pres Sen Sens Rep Reps Gov Govs Gen Lt Col Maj Capt Cpt Cmdr
  Comdr Adm Brig Sgt Cpl Pvt Pfc Supt Insp Det Asst Atty Amb Msgr St Ste Mt Ft Ald Cllr Tn Ust Eng Engr Adv Dep
  MR MRS MS DR PROF REV SEN REP GOV GEN LT COL MAJ CAPT SGT ST vs cf approx ca`

/** Before a number only: “No. 4”, “Art. 16”; alone they are words. */
const numbered = 'No Nos no nos Art Sec Fig Figs Vol Ch Para Op pp p Pt NO'

/** These may also end a sentence: “… of Apple Inc. The firm …”, “… in Oct. He …”. */
const trailing = `
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri
  Inc Corp Co Ltd Bros Cos Pty Plc Pte Bhd Sdn Tbk Llc Jr Sr Esq Assn Dept Univ Inst Natl Intl Ave Blvd Rd Sq
  INC CORP CO LTD JR SR JAN FEB APR AUG SEPT OCT NOV DEC
  Ala Ariz Calif Colo Conn Fla Ga Kan Ky Md Mich Minn Neb Nev Okla Pa Tenn Va Vt Wis Wyo Ont Que
  etc al est ft lb lbs oz sq mph hrs tel ext Ph.D M.D`

const listed = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

const leads = listed(leading)
const numbers = listed(numbered)
const trails = listed(trailing)

export type Abbreviation = 'leading' | 'numbered' | 'trailing' | null

/** What a word is when a dot follows it. */
export function abbreviation(word: string): Abbreviation {
  if (word.length > 8) return null
  if (leads.has(word)) return 'leading'
  if (trails.has(word)) return 'trailing'
  return numbers.has(word) ? 'numbered' : null
}

/** Words that open a sentence far more often than a name: after “U.S.” or “Inc.” they tell the end. */
const starters = listed(`
  A According After All Although Also Among An And Another Any Are As At Because Before Both But By Despite During Each
  Earlier Even Every Few First For From Further Had Has Have He Her Here His How However I If In Indeed Instead Is It Its
  Last Later Many Meanwhile More Moreover Most My No Nobody None Nor Not Nothing Now Of On Once One Only Or Other Others Our
  Over Several She Since So Some Still Such Than That The Their Them Then There These They This Those Though Through Thus To
  Today Two Under Unlike Until Was We Were What When Where Whether Which While Who Why With Yet You Your`)

export const startsSentence = (word: string): boolean => starters.has(word)
