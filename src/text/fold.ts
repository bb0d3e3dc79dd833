/** Words as they are compared: case and accents folded, white space as one space. “Élan  Vital” and “elan vital” are equal. */
export const fold = (words: string): string =>
  words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim().normalize('NFC')
