/** What a generated operation asks through. */
export type Via = { ask?: <T>(path: string) => Promise<T>; method?: 'GET' }

/** Every generated operation ends here, with the path and query that it asks for. */
export const ask = <T>(path: string, via: Via): Promise<T> => via.ask!<T>(path)
