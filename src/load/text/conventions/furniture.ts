import type { Convention } from './convention.ts'

const shareWord = String.raw`(?:facebook|twitter|tweet|x|linkedin|reddit|pinterest|pin(?:\sit)?|whatsapp|e-?mail|mail|print|share|tumblr|telegram|flipboard|pocket|messenger|copy(?:\slink)?|link|instagram|youtube|google\+?|rss(?:\sfeeds?)?|snapchat|tiktok|threads|bluesky|mastodon|sms|save|like|stumbleupon|digg|line|wechat|weibo|viber|blogger|send)`

/** Sections and services that stand in the menu or at the foot of nearly every news page. */
const menuWord = String.raw`(?:about(?:\sus|\sme)?|accessibility(?:\s(?:help|statement|links|&\scc))?|ad\s?choices?|advertis(?:e|ing)(?:\swith\sus)?|africa|all|americas?|analysis|apps?|archives?|arts?(?:\s(?:&|and)\s\w+)?|asia(?:\spacific)?|australia|autos?|automotive|blogs?|books?|breaking(?:\snews)?|business|cars?|careers?|cartoons?|celebrity|china|cities|classifieds?|close|columns?|columnists|comics|community|companies|connect|contact(?:\sus|\sme)?|cookies?|corrections|cricket|crime|crossword|culture|customer\sservice|cybersecurity|deals|design|donate|e-?edition|economy|editorials?|education|elections?|email\snewsletters?|energy|entertainment|environment|europe|events?|explore|family|faqs?|fashion|features|feedback|film|finance|fitness|food(?:\s(?:&|and)\s\w+)?|football|forums?|galleries|games|gaming|golf|guides?|health(?:care|\scare)?|help|home(?:\s?page|s)?|horoscopes?|immigration|india|industry|industries|innovation|insurance|international|interviews|investing|investigations|jobs|latest|law|learn\smore|letters(?:\sto\sthe\seditor)?|life(?:\s?style)?|living|live(?:\stv)?|local|log\s?(?:in|out)|login|magazine|markets?|media(?:\skit)?|menu|middle\seast|military|mobile(?:\sapps?)?|money|more|motoring|movies|multimedia|music|nation(?:al)?|nature|news(?:\s?letters?|paper)?|next|obituaries|obits|ok|opinions?|other|our\s(?:team|staff|company)|outdoors|parenting|people|personal\sfinance|pets|photos?|photography|pictures|podcasts?|politics|popular|press(?:\sreleases?)?|previous|privacy|puzzles|radio|real\sestate|recipes|register|religion|reprints|research|restaurants|retail|reviews|rugby|schedule|science|search(?:\sform|\sfor:)?|sections?|security|services|settings|shop(?:ping)?|shows?|sign\s?(?:in|up|out)|sitemap|site\s?(?:map|index)|soccer|social|society|space|sports?|staff|stocks|store|stories|style|submit|subscribe(?:\snow)?|subscriptions?|support|sustainability|tech(?:nology)?|television|tennis|terms|theat(?:er|re)|tips|today'?s\spaper|top|topics|toggle\s\w+(?:\s\w+)?|traffic|transport(?:ation)?|travel|trending|tv(?:\s\w+)?|uk|u\.?s\.?(?:a\.?)?|united\s(?:states|kingdom)|updates?|videos?|watch(?:\slive)?|weather|weddings|wellness|women|world(?:\snews)?|your\saccount|my\saccount)`

const oneOrMore = (word: string): RegExp =>
  new RegExp(String.raw`^(?:${word}(?:\s?[|/•·,»›>+&-]\s?|\s|\W{0,3}$)){1,8}\d{0,4}$`, 'iu')

/** What a page has around every article that it shows. */
export const furniture: readonly Convention[] = [
  { id: 'separator', kind: 'boilerplate', example: '* * *', is: /^[^\p{L}\p{N}]{1,40}$/u },
  {
    id: 'wire-end',
    kind: 'boilerplate',
    example: '-30-',
    is: /^[\W_]{0,5}(?:ENDS?|END|30|NNNN|more|MORE|\(?MORE\)?)[\W_]{0,5}$/u,
  },
  {
    id: 'wire-slug',
    kind: 'boilerplate',
    example: 'BC-Harbour Storm, 1st Ld-Writethru,0420',
    is: /^(?:(?:AP|BC|AM|PM|URGENT|FOR IMMEDIATE RELEASE|EMBARGOED)\b[-–—]?[^.!?]{0,60}(?:,\s?\d{2,4}|<|RELEASE)|AP-\w{2}-\d\d-\d\d-\d\d.{0,20})$/u,
  },
  { id: 'share', kind: 'boilerplate', example: 'Facebook Twitter Email', is: oneOrMore(shareWord) },
  {
    id: 'share-this',
    kind: 'boilerplate',
    example: 'Share this on Facebook',
    is: new RegExp(
      String.raw`^(?:click\sto\s)?(?:share|tweet|print|e-?mail|send|post|pin|save|like|copy|bookmark|gift)\s(?:(?:this|it|the|on|via|with|to|by|in|article|story|post|page|link|a|friends?)\b\s?)*(?:${shareWord}|article|story|post|page|link|friends?|this)?(?:\s?[:!(].{0,40})?\W*$`,
      'iu',
    ),
  },
  {
    id: 'counts',
    kind: 'boilerplate',
    example: '1.2k shares',
    is: /^[\d.,]+\s?[km]?\s?(?:shares?|comments?|views?|likes?|replies|reactions?|retweets?|reads?|votes?)\W*$/iu,
  },
  {
    id: 'advertisement',
    kind: 'boilerplate',
    example: 'Story continues below advertisement',
    is: /^\W*(?:advert(?:isement|orial)?s?|ads?(?:\sby\s\w+)?|sponsored(?:\s\w+)?|promoted(?:\s\w+)?|paid\s(?:post|content)|(?:story|article)\scontinues\sbelow.{0,30}|continue\sreading(?:\s(?:below|the\smain\sstory))?|(?:(?:scroll|skip)\s(?:down\s)?(?:for|past)|scroll\s(?:down\s)?to)\b.{0,40}|loading(?:\s\w+)?)\W*$/iu,
  },
  {
    id: 'sign-up',
    kind: 'boilerplate',
    example: 'Sign up for our daily newsletter and get the news in your inbox.',
    is: /^(?!.{240})(?:(?:please\s)?(?:sign|log)\s?(?:up|in)\b|subscribe\b|register\b|create\san\saccount|enter\syour\se-?mail|already\sa\ssubscriber|get\s(?:the\s|our\s|your\s|all\s|top\s|breaking\s)[^.]{0,120}\b(?:newsletter|inbox|app|alerts?|e-?mail|delivered)\b|(?:join|download)\s(?:us|our|the|now)\b[^.]{0,80}\b(?:newsletter|app|channel|group|community|today)\b|(?:our|the|daily|weekly|free)\s[^.]{0,60}newsletters?\b|[^.“"]{0,100}\b(?:in|to)\syour\sinbox\b)/iu,
  },
  {
    id: 'follow-us',
    kind: 'boilerplate',
    example: 'Follow us on Facebook and Twitter',
    is: /^(?!.{200})(?:follow|like|find|join|connect\swith|stay\sconnected|stay\sup\sto\sdate)\s?(?:us|[\p{L}\s.]{0,40}\s(?:on|via)\s(?:facebook|twitter|x|instagram|youtube|telegram|whatsapp|google\snews|flipboard|linkedin)|with)?\b[^.“"]{0,120}\W*$/iu,
  },
  {
    id: 'cookies',
    kind: 'boilerplate',
    example: 'This site uses cookies to improve your experience.',
    is: /^(?!.{600})(?=.{0,300}\b(?:cookies?|privacy\s(?:policy|notice|statement)|user\sagreement|terms\s(?:of|and|&)\s(?:use|service|conditions))\b).{0,300}\b(?:we|our|this\s(?:web)?site|by\s(?:using|continuing|clicking|submitting|signing)|use\sof|agree|accept|policy|notice|terms|cookie\s\w+)\b/iu,
  },
  { id: 'menu', kind: 'boilerplate', example: 'World | Politics | Business', is: oneOrMore(menuWord), pageOnly: true },
  {
    id: 'skip',
    kind: 'boilerplate',
    example: 'Skip to main content',
    is: /^(?:skip|jump|go|back|return|scroll)\s(?:back\s)?to\s(?:main\s|the\s)?(?:content|navigation|search|top|home(?:page)?|gallery|footer|comments|article|results|menu)\W*$/iu,
  },
  {
    id: 'paging',
    kind: 'boilerplate',
    example: 'Next post »',
    is: /^\W*(?:(?:next|prev(?:ious)?|older|newer)(?:\s(?:posts?|article|story|page|slide|image|video))?|(?:page|slide|image|photo)?\s?\d{1,3}\s?(?:of|\/)\s?\d{1,3}|\d{1,3}(?:\s\d{1,3}){0,20})\W*$/iu,
    pageOnly: true,
  },
  {
    id: 'player',
    kind: 'boilerplate',
    example: 'Watch the video',
    is: /^\W*(?:(?:watch|play|replay|pause|mute|unmute|listen)(?:\s(?:video|now|again|live|the\svideo|audio|to\sthis\sarticle))?|just\swatched|must\swatch|now\splaying|more\svideos?|media\splayback\s.{0,60}|video\splayer\b.{0,40}|\(?\d{1,3}\svideos\)?|\d{1,2}:\d\d(?:\s?\/\s?\d{1,2}:\d\d)?)\W*$/iu,
  },
  {
    id: 'handle',
    kind: 'boilerplate',
    example: '@maralindqvist',
    is: /^(?:@\w{2,30}|[\w.+-]{1,60}@[\w.-]{1,60}\.\w{2,10}|(?:https?:\/\/|www\.)\S{3,300}|\w[\w.-]{1,40}\.(?:com|org|net)(?:\/\S{0,200})?)$/iu,
  },
  {
    id: 'code',
    kind: 'boilerplate',
    example: 'window.dataLayer = window.dataLayer || [];',
    is: /^(?:[.#@]?[\w-]{1,40}\s?\{.{0,200}|\/\*.{0,200}|var\s\w+\s?=.{0,200}|window\.\w.{0,200}|function\s?\(.{0,200}|\}.{0,10}|&lt;.{0,300})$/u,
  },
]
