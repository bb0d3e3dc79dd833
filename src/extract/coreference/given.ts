/** English short names that are no beginning of the full one: “Bill” is William, “Ted” may be Edward or Theodore. */
const shortNames = new Map(
  `bill:william billy:william will:william bob:robert bobby:robert bert:albert,robert dick:richard rick:richard
  ricky:richard jack:john johnny:john jim:james jimmy:james joe:joseph joey:joseph mike:michael mick:michael
  chuck:charles charlie:charles dave:david ed:edward,edwin eddie:edward,edwin ted:edward,theodore ned:edward
  gene:eugene hank:henry harry:harold,henry jerry:gerald,jerome larry:lawrence nick:nicholas ron:ronald,aaron
  tom:thomas tommy:thomas tony:anthony bernie:bernard steve:stephen,steven jeff:jeffrey,geoffrey greg:gregory
  matt:matthew andy:andrew drew:andrew terry:terence,teresa sandy:alexander,sandra pat:patrick,patricia
  liz:elizabeth beth:elizabeth kate:katherine,catherine kathy:katherine,kathleen katie:katherine maggie:margaret
  peggy:margaret meg:margaret sue:susan cindy:cynthia becky:rebecca jenny:jennifer vicky:victoria abby:abigail`
    .split(/\s+/u)
    .map((entry): [string, string[]] => [entry.split(':')[0]!, entry.split(':')[1]!.split(',')]),
)

/** Whether two given names may be one: equal, an initial, a short form, or a letter apart (“Hilary”, “Hillary”). */
export function mayBeOneGivenName(a: string, b: string): boolean {
  if (a === b) return true
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length === 1 || (short.length >= 3 && long.startsWith(short))) return long.startsWith(short)
  if (shortNames.get(short)?.includes(long) || shortNames.get(long)?.includes(short)) return true
  return short.length >= 5 && short[0] === long[0] && isOneLetterApart(short, long)
}

/** One letter added, dropped or changed. */
export function isOneLetterApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  return short.slice(long.length === short.length ? at + 1 : at) === long.slice(at + 1)
}
