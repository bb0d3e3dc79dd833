import type { Convention } from './convention.ts'

/** Where a page stops being the article: what else to read, and what readers say. */
export const teasers: readonly Convention[] = [
  {
    id: 'read-more',
    kind: 'boilerplate',
    example: 'Read more: Ferries to the islands are full',
    is: /^(?!.{260})\W*(?:read\s?(?:more|also|next|now|on|the\s(?:full|original)\s\w+)|related(?:\s?(?:story|stories|articles?|posts?|news|links?|coverage|reading|content|video|topics?))?|also(?:\sread|\ssee|\son\s\S+)?|see\s(?:also|more|all\s\w+)|more(?:\son\sthis(?:\sstory)?)?|don['’]?t\smiss|in\scase\syou\smissed\sit|further\sreading|recommended(?:\sreading)?|watch(?:\smore|\snow)?|explore\sfurther|go\sdeeper|must[- ]read|trending)\s?(?::|\||>|»|–\s|-\s|—|$)/iu,
  },
  {
    id: 'read-more-loud',
    kind: 'boilerplate',
    example: 'READ MORE Ferries to the islands are full',
    is: /^\W{0,3}(?:READ (?:MORE|ALSO|NEXT)|RELATED|SEE MORE|DON[’']T MISS|MORE FROM|CLICK HERE|WATCH NOW)\b(?!.{260})/u,
  },
  {
    id: 'more-from',
    kind: 'boilerplate',
    example: 'More from Harbour News',
    is: /^\W*(?:more\s(?:from|in|about|by|stories|news|articles|headlines|videos?|coverage|great|top|like)\b|(?:most|top|best)\s(?:read|popular|viewed|shared|commented|recent|watched|discussed|emailed|stories|news|headlines|picks|videos)\b|(?:also\s|trending|popular|recent|latest|featured|recommended|related|similar|suggested|sponsored|editor['’]?s?['’]?|must)\s?(?:now|posts?|stories|story|articles?|news|headlines?|videos?|links?|content|comments?|topics?|searches|products?|picks?|choice|for\syou|reads?|coverage|in\s\S+|on\s\S+|from\s\S+)\b)[^.!?”"]{0,60}$/iu,
    opens: 'teasers',
  },
  {
    id: 'you-may-like',
    kind: 'boilerplate',
    example: 'You may also like',
    is: /^\W*(?:you\s(?:may|might|may\salso|might\salso|could)\s?(?:also\s)?(?:like|enjoy|be\sinterested|want|missed?)|(?:what|where)\sto\s(?:read|watch)\snext|up\snext|around\sthe\sweb|from\s(?:around\sthe\sweb|our\spartners?|the\sweb)|what\sothers\sare\sreading|people\s(?:also|are)\s\w+|trending|popular|topics|on\sour\sradar|paid\sfor\sby)\b[^.!?]{0,40}$/iu,
    opens: 'teasers',
  },
  {
    id: 'tags',
    kind: 'boilerplate',
    example: 'Tags: harbour, storm, ferries',
    is: /^\W*(?:tags?|tagged(?:\s(?:with|as|in))?|topics?(?:\sin\sthis\s\w+)?|filed\s(?:under|in)|posted\sin|categor(?:y|ies)|keywords?|related\s(?:tags|topics)|in\sthis\s(?:article|story)|this\sarticle\sis\srelated\sto|hashtags?|subjects?)\b(?:\s?:|\s[^.]{0,200}$|$)/iu,
  },
  {
    id: 'about-the-author',
    kind: 'boilerplate',
    example: 'About the author',
    is: /^\W*(?:about\s(?:the\s(?:authors?|writers?|reporter)|this\s(?:article|author|story|site|project|blog)|\p{Lu}\S{1,30}(?:\s\S{1,30}){0,3})|author\s(?:bio|info)\w*|meet\sthe\sauthor)\W*$/iu,
    opens: 'teasers',
    pageOnly: true,
  },
  {
    id: 'comments',
    kind: 'boilerplate',
    example: 'Leave a Reply',
    is: /^\W*(?:(?:view|see|show|hide|read|load|post|add|leave|write|submit|join|start|make)\s(?:a\s|an?\s|the\s|all\s|your\s|our\s|more\s)?(?:\d+\s)?(?:comments?|reply|replies|responses?|conversation|discussion|review)(?:\scancel\sreply)?|(?:\d+\s)?(?:comments?|responses?|replies|thoughts)(?:\s\(?\d+\)?)?(?:\s(?:on|to)\s.{1,160})?|comments?\s(?:are\sclosed|section|policy|rules|guidelines)|reader\scomments?|be\sthe\sfirst\sto\s(?:comment|reply|review)|have\syour\ssay|tell\sus\swhat\syou\sthink)\W*$/iu,
    opens: 'comments',
  },
  {
    id: 'commenter',
    kind: 'boilerplate',
    example: 'harbourfan77 says:',
    is: /^[^“”":.]{1,40}\ssays:$|^(?:reply|report|flag|permalink|like|upvote)(?:\s(?:reply|report|comment))?(?:\s\d+)?$/iu,
    opens: 'comments',
    pageOnly: true,
  },
  {
    id: 'comment-form',
    kind: 'boilerplate',
    example: 'Your email address will not be published. Required fields are marked *',
    is: /\b(?:e-?mail\saddress\swill\snot\sbe\spublished|required\sfields\sare\smarked|save\smy\sname,?\se-?mail|(?:must|need\sto|have\sto)\s(?:be\s)?log(?:ged)?\s?in\b.{0,40}\bcomment|log\sin\sto\s(?:comment|reply|leave)|akismet|post\swas\snot\ssent|cannot\sshare\sposts\sby\semail|email\scheck\sfailed|notify\sme\sof\s(?:new|follow)|comments?\s(?:will\sbe|are)\s(?:moderated|reviewed))/iu,
    opens: 'comments',
  },
]
