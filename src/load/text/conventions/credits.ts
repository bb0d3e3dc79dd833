import { authorsIn } from '#/src/load/facts/byline.ts'
import { weekday } from '#/src/load/facts/clock.ts'
import { month } from '#/src/load/facts/dates.ts'
import { isStamp } from '#/src/load/facts/stamps.ts'
import type { Convention } from './convention.ts'

/** Who wrote it and when, and who is in the picture. */
export const credits: readonly Convention[] = [
  {
    id: 'tweet',
    kind: 'blockquote',
    example: '— Harbour News (@harbournews) May 15, 2024',
    is: /^[—–-]\s[^@\n]{1,60}\(@\w{2,30}\).{0,40}$/u,
  },
  {
    id: 'byline',
    kind: 'byline',
    example: 'By Mara Lindqvist and Tomas Oyelaran',
    is: (line) => authorsIn(line) !== null,
  },
  {
    id: 'byline-label',
    kind: 'byline',
    example: 'Written by:',
    is: /^(?:(?:story|words|text|written|reported|posted|published|submitted)\s)?by:?$/iu,
  },
  {
    id: 'job',
    kind: 'byline',
    example: 'Senior Business Reporter',
    is: /^(?:[\p{L}-]{1,20}\s){0,4}(?:staff\swriter|reporter|correspondent|columnist|contributor|contributing\s(?:writer|editor)|bureau\schief)(?:,\s[\p{Lu}][\p{L}\s]{1,30})?$/iu,
    pageOnly: true,
  },
  {
    id: 'stamp',
    kind: 'timestamp',
    example: 'Published May 15, 2024 at 2:30 p.m. ET',
    is: isStamp,
  },
  {
    id: 'stamp-label',
    kind: 'timestamp',
    example: 'Last updated:',
    is: /^(?:first\s|last\s)?(?:published|updated|modified|posted|date(?:\spublished)?|issued)(?:\son|\sat)?:?$/iu,
  },
  {
    id: 'stamp-without-year',
    kind: 'timestamp',
    example: 'May 15, 2:30 p.m.',
    is: new RegExp(
      String.raw`^(?:${weekday},?\s)?(?:(?:${month}\s\d{1,2}|\d{1,2}\s${month})(?:st|nd|rd|th)?,?\s?)?(?:\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?)?(?:\s[A-Z]{2,4})?$`,
      'iu',
    ),
    pageOnly: true,
  },
  {
    id: 'photo-credit',
    kind: 'caption',
    example: 'Image credit: Tomas Oyelaran',
    is: /^(?:(?:[Pp]hoto(?:graph)?s?|PHOTO|[Ii]mage|IMAGE|[Pp]icture|[Vv]ideo|[Ii]llustration|[Gg]raphic|[Cc]hart|[Mm]ap)\s?(?:[Cc]redits?|by|courtesy|[Cc]opyright|source)?\s?(?::|\b(?=by\s\p{Lu}|courtesy\b|[Cc]opyright\b))|(?:[Cc]redits?|CREDIT|[Cc]ourtesy(?:\sof)?|[Pp]ictured?):)[^.]{0,120}\.?$/u,
  },
  {
    id: 'credit-in-brackets',
    kind: 'caption',
    example: 'Rowers pass the old harbour wall on Sunday. (Photo by Tomas Oyelaran/Harbour News)',
    is: /[([](?:(?:[A-Z]{2,4}\s)?(?:[Ff]ile\s)?(?:Photo|photo|Image|image|Picture|Video|Credit|credit|Courtesy|Photograph|Supplied|Submitted)\b[^()[\]]{0,120}|[\p{L}\s.'’-]{2,60}\s?\/\s?(?:AP|AFP|EPA|Getty|Reuters|REUTERS|Shutterstock|Bloomberg|[\p{Lu}][\p{L}\s.-]{1,40}))[)\]]\.?$/u,
  },
  {
    id: 'credit-at-end',
    kind: 'caption',
    example: 'The ferry leaves for the islands. Photo: Tomas Oyelaran',
    is: /(?:[.!?”"]\s?|\s)(?:(?:[Pp]hoto|PHOTO|Image|IMAGE|Picture|Video|Illustration)(?:graph)?(?:\s(?:[Cc]redit|[Cc]ourtesy|by))?:|(?:[Cc]redit|CREDIT):)\s?[^.:]{2,80}\.?$/u,
  },
  {
    id: 'agency-at-end',
    kind: 'caption',
    example: 'Fans wait at the gate. Mara Lindqvist / AP',
    is: /(?:[.!?]\s?|\d{4}\.?\s?|^)(?:[\p{Lu}][\p{L}.'’-]{0,20}\s){0,4}[\p{Lu}][\p{L}.'’-]{0,20}\s?(?:\/\s?|,\s|via\s)(?:AP(?:\sfile|\sPhoto)?|AFP|EPA(?:-EFE)?|Getty(?:\sImages)?|Reuters|REUTERS|Shutterstock|Bloomberg)(?:\/[\p{L}\s]{1,30}|\s(?:via|file|[Ii]mages)[\p{L}\s]{0,30})?\.?$|\bREUTERS\/[\p{L}\s.'’-]{2,40}(?:\/[Ff]ile\s[Pp]hoto)?$/u,
  },
  {
    id: 'file-photo',
    kind: 'caption',
    example: 'FILE - Rowers pass the old harbour wall, May 5, 2024.',
    is: /^(?:FILE(?:\s(?:PHOTO|IMAGE|PICTURE))?\s?(?:[-–—:.])|In\sthis\s[^.]{0,60}\b(?:photo|image|picture|frame|file|illustration)\b|This\s[^.]{0,60}\b(?:file\s(?:photo|image|picture)|photo\sprovided|photo\sshows|image\smade))/u,
  },
  {
    id: 'caption-label',
    kind: 'caption',
    example: 'Image caption The ferry at dawn',
    is: /^(?:(?:image|media|photo|video|picture)\s?(?:caption|copyright)\b|caption:?$|above:\s)/iu,
  },
  {
    id: 'agency-alone',
    kind: 'caption',
    example: 'Getty Images',
    is: /^(?:(?:AFP|AP|EPA|Reuters|Getty|iStock|Shutterstock|Alamy|PA|Supplied|Submitted|Handout|File|Courtesy)(?:\s(?:Photo|Images?|Media|photo|file|Wire))?)(?:\s?\/\s?[\p{L}\s]{1,40}|\svia\s[\p{L}\s]{1,30})?$/u,
    pageOnly: true,
  },
  {
    id: 'photo-sign',
    kind: 'caption',
    example: '© Tomas Oyelaran / Harbour News',
    is: /^(?:©|\(c\))\s?\p{Lu}[\p{L}\s.,'’/&-]{1,60}$/u,
    pageOnly: true,
  },
]
