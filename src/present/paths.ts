/** The path of an article, or of one version of it. Ids are slugs, but a slug may hold any letter. */
export const articlePath = (id: string): string => `/v1/articles/${encodeURIComponent(id)}`

export const versionPath = (id: string, version: string): string => `${articlePath(id)}/versions/${version}`
