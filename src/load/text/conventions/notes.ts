import { noticesIn } from '#/src/load/facts/rights.ts'
import { addressIn } from '#/src/load/facts/urls.ts'
import type { Convention } from './convention.ts'

/** What the publisher says of itself, of its authors and of the article, below it or above. */
export const notes: readonly Convention[] = [
  {
    id: 'copyright',
    kind: 'publisherNote',
    example: 'Harbour News reports from the coast. Copyright Harbour News. Used with permission.',
    is: (line) =>
      line.length <= 2000 &&
      /copyright|©|ⓒ|\(c\)/iu.test(line) &&
      noticesIn(line, { start: 0, end: line.length }).length > 0,
  },
  {
    id: 'rights-reserved',
    kind: 'publisherNote',
    example: 'All rights reserved.',
    is: /^.{0,80}\ball rights reserved\b\.?$/iu,
  },
  {
    id: 'terms',
    kind: 'publisherNote',
    example: 'This material may not be published, broadcast, rewritten or redistributed without permission.',
    is: /\b(?:may not|cannot|must not|may) be (?:freely )?(?:published|re-?published|re-?printed|reproduced|redistributed|re-?used|copied)\b/iu,
  },
  {
    id: 'mission',
    kind: 'publisherNote',
    example: 'Harbour News’ mission is to provide the islands with news that they can rely on.',
    is: /^(?:\p{Lu}[\p{L}\d'’&./-]*\s){1,6}mission is to\b.{0,300}\b(?:news|journalism|reporting|information|readers|stories|coverage)\b/u,
  },
  {
    id: 'about-us',
    kind: 'publisherNote',
    example: 'Harbour News is an independent, nonprofit newsroom that covers the coast.',
    is: /^(?:\p{Lu}[\p{L}\d'’&./-]*\s){1,6}is an?\s(?:[\p{L}-]+,?\s){0,4}(?:non-?profit|nonpartisan|independent|not-for-profit|award-winning)\b.{0,60}\b(?:news(?:room|paper|\s(?:outlet|organi[sz]ation|service|site|agency))?|media|journalism|publication)\b/u,
  },
  {
    id: 'editors-note',
    kind: 'publisherNote',
    example: 'Editor’s note: The ferry now leaves at noon.',
    is: /^[\W_]{0,4}(?:editor(?:ial|[’']?s)?[’']?\snotes?|note\sto\s(?:editors|readers)|correction|clarification|disclaimer|disclosure)(?:\s?\([^()]{1,40}\))?\s?[:.–—-]/iu,
  },
  {
    id: 'story-changed',
    kind: 'publisherNote',
    example: 'This story has been updated with a comment from the port.',
    is: /^[\W_]{0,4}(?:an\s(?:earlier|original)\sversion\sof\s)?(?:this|the)\s(?:[\p{L}-]+\s){0,2}(?:story|article|report|post|column|headline|version|piece|essay)\s(?:has\s(?:been|also)|was|is|originally|first|also|incorrectly|misstated|appeared)\b[^“"]{0,60}\b(?:updated?|corrected|published|appeared|produced|reprinted|republished|translated|adapted|amended|edited|misspelled|misstated|misidentified|provided|originally|incorrectly|part\sof)\b/iu,
  },
  {
    id: 'published-elsewhere',
    kind: 'publisherNote',
    example: 'Originally published in Harbour News.',
    is: /^[\W_]{0,4}(?:(?:originally|first)\s(?:published|appeared)|re-?(?:published|printed)\s(?:with|by|from|courtesy))\b/iu,
  },
  {
    id: 'source',
    kind: 'publisherNote',
    example: 'Source: https://harbour.example/2024/05/reopens',
    is: (line) => addressIn(line) !== null,
  },
  {
    id: 'contributed',
    kind: 'publisherNote',
    example: 'Mara Lindqvist and Tomas Oyelaran contributed to this report.',
    is: /\b(?:contribut(?:ed|ing)\s(?:to\sthis\s(?:report|story|article|post|piece|column)|(?:to\s)?(?:the\s)?report(?:ing|age)?|research))\b[^.]{0,60}\.?\W*$/iu,
  },
  {
    id: 'staff-credit',
    kind: 'byline',
    example: '(Reporting by Mara Lindqvist; Editing by Tomas Oyelaran)',
    is: /^\W?(?:(?:additional|further)\s)?(?:report(?:ing|ed)|writ(?:ing|ten)|edit(?:ing|ed)|compiled|translat(?:ed|ion)|research(?:ed)?|produced|fact[- ]checked)(?:\sand\s\p{L}+)?\sby:?\s\p{Lu}/iu,
  },
  {
    id: 'commission',
    kind: 'publisherNote',
    example: 'We may earn a commission when you buy through links on our site.',
    is: /\b(?:earn|receive|get)\s(?:an?\s)?(?:small\s|affiliate\s|share\sof\s)?(?:affiliate\s)?(?:commissions?|share)\b.{0,120}\b(?:links?|purchas\w+|buy|sales?)\b|\b(?:links?|purchas\w+|buy)\b.{0,120}\b(?:earn|receive)\s(?:an?\s)?(?:small\s|affiliate\s)?commissions?\b/iu,
  },
  {
    id: 'reach-the-author',
    kind: 'publisherNote',
    example: 'Mara Lindqvist covers the ports. Follow her on Twitter @maralindqvist.',
    is: /(?:^|[.!?]\s)(?:you\scan\s)?(?:follow|e-?mail|contact|reach)\s(?:[^.!?“”]{0,120}\s)?(?:on\s(?:Twitter|X|Facebook|Instagram|Bluesky|Mastodon)|(?:at\s)?@\w{2,30}|(?:at\s)?[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{2,20})\b[^”"]{0,120}$/iu,
  },
  {
    id: 'author-note',
    kind: 'publisherNote',
    example: 'Mara Lindqvist is a staff writer at Harbour News. She covers the ports.',
    is: /^(?:\p{Lu}[\p{L}'’.-]*\s){2,4}(?:is|was|covers|writes|has\s(?:been|written|covered|worked))\s(?:an?\s|the\s|about\s|for\s|on\s)?(?:[\p{L}'’-]+\s){0,6}?(?:reporter|correspondent|columnist|journalist|editor|(?:staff|freelance|senior|contributing|science|tech|technology)\s(?:writer|reporter|editor)|writer|contributor|blogger)\s(?:for|at|with|based|covering|and|who|in|of)\b.{0,400}$/u,
    pageOnly: true,
  },
]
