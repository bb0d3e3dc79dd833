/** The parameters of an operation. One word may stand for a list of one; pages are turned by the list itself. */
export type Query<Params> = {
  [Name in keyof Omit<Params, 'cursor'>]: NonNullable<Params[Name & keyof Params]> extends readonly (infer One)[]
    ? One | One[]
    : Params[Name & keyof Params]
}

/** Of the article as it is now, unless a version is named. */
export type Of<Params = unknown> = Query<Params> & { version?: string }
