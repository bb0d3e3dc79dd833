/** Who is one of a people, where the word does not end in “-ian”. */
const one =
  /^(?:spaniard|briton|swede|dane|finn|pole|scot|turk|serb|croat|slovak|slovene|czech|greek|swiss|german|american|moroccan|mexican|cuban|korean|kenyan|libyan|icelander|new zealander|filipin[oa]|kiwi|aussie|argentine|kazakh|uzbek|thai|israeli|iraqi|pakistani|(?:french|english|irish|scots|welsh|dutch|cornish|ulster)(?:wo)?man)$/u

/** A word in lower case for one of a people, “the ‹Italian› said”; “the Chinese” are many. `isPeople`: a tagger says so. */
export const isOneOfPeople = (word: string, isPeople: boolean): boolean =>
  one.test(word) || (isPeople && /(?:[ai]an|er|ard)$/u.test(word))

export const genderOfPeople = (word: string): -1 | 0 | 1 =>
  word.endsWith('woman') ? 1 : /..man$/u.test(word) && !/^(?:german)$/u.test(word) ? -1 : 0
