import type { LeadImage } from '#/schemas/metadata.ts'

/** A picture that stands on the web, of which nothing more is said; what is no such address is none. */
export const pictureAt = (url: string | null | undefined): LeadImage | null =>
  url && /^https?:/iu.test(url) && url.length <= 2000 && URL.canParse(url)
    ? { url, caption: null, credit: null, alt: null }
    : null
