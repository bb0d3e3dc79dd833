/** The version of the extractor's judgement: it rises when an answer for the same text may change. */
export const extractor = 'trees-5'
