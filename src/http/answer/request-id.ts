import { randomBytes } from 'node:crypto'

/** Another at each start, so that no two requests of a log have one name. */
const started = randomBytes(6).toString('base64url')
let requests = 0

/** Names a request in its answer and in the log. What a client calls it is not taken over. */
export const newRequestId = (): string => `${started}-${(requests++).toString(36)}`
