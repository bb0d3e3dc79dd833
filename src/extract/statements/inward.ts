/**
 * Verbs of belief, wish, plan and appearance: “Lind ‹hopes› to win”, “the plan ‹seems› late”. Nobody says anything
 * there, so what follows them is no statement.
 */
export const inward: ReadonlySet<string> = new Set(
  `think thinks thought thinking believe believes believed believing hope hopes hoped hoping want wants wanted wanting
  wish wishes wished wishing expect expects expected expecting fear fears feared fearing know knows knew known knowing
  seem seems seemed seeming appear appears appeared appearing look looks looked looking feel feels felt feeling like
  likes liked prefer prefers preferred plan plans planned planning intend intends intended intending see sees saw seen
  view views viewed viewing decide decides decided deciding try tries tried trying need needs needed love loves loved
  hate hates hated understand understands understood doubt doubts doubted wonder wonders wondered worry worries worried
  consider considers considered considering assume assumes assumed imagine imagines imagined`.split(/\s+/u),
)

/** What only begins or goes on when another verb follows: “he ‹continues› to support …”; “…, he ‹continued›” says it. */
export const phases: ReadonlySet<string> = new Set(
  'continue continues continued continuing begin begins began beginning'.split(' '),
)
