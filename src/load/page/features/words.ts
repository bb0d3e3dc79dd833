/**
 * Words that lines around an article use in the languages of news, by what such a line does. They weigh as features,
 * they decide nothing.
 */
export const vocabulary: readonly { does: string; example: string; is: RegExp }[] = [
  {
    does: 'subscribe',
    example: 'Sign up for our newsletter',
    is: /\b(?:subscri|newsletter|sign[\s-]?up|abonn|inscri|suscr|registr|iscriv)/iu,
  },
  {
    does: 'cross-link',
    example: 'Read more: Fog returns',
    is: /\b(?:read (?:more|also|next|the full)|see also|related|more (?:from|on|stories|news)|also on|you may|recommended|most (?:read|popular)|trending|mehr zum|lesen sie|auch interessant|ähnliche|lire aussi|à lire|leer|lea también|leggi anche|lees ook)/iu,
  },
  {
    does: 'picture',
    example: 'Photo: Mara Lindqvist',
    is: /\b(?:photo|image|picture|pic|credit|courtesy|getty|afp|foto|bild|fotograf|crédit|imagen|file photo|illustration|screenshot|video)\b|\((?:ap|reuters|afp|epa|pa)\b/iu,
  },
  {
    does: 'advertise',
    example: 'Advertisement',
    is: /\b(?:advert|sponsor|promot|anzeige|werbung|publicit|publicidad|affiliate|partner)/iu,
  },
  {
    does: 'own',
    example: '© 2024 All rights reserved',
    is: /©|\b(?:copyright|rights reserved|alle rechte|tous droits|todos los derechos|disclaimer|imprint|impressum)/iu,
  },
  {
    does: 'share',
    example: 'Share on Facebook',
    is: /\b(?:share|tweet|facebook|twitter|whatsapp|linkedin|pinterest|instagram|reddit|e-?mail|print|drucken|teilen|partager|compartir|condividi|like)\b/iu,
  },
  {
    does: 'comment',
    example: '12 comments',
    is: /\b(?:comments?|kommentar\w*|commentaires?|comentarios?|reacties|reply|replies|antwort\w*|répondre|says|trackback|pingback)\b/iu,
  },
  {
    does: 'log in',
    example: 'Log in or register',
    is: /\b(?:log ?in|sign ?in|log ?out|register|password|account|anmelden|connexion|passwor[dt]|user ?name)\b/iu,
  },
  {
    does: 'cookies',
    example: 'We use cookies',
    is: /\b(?:cookies?|privacy|datenschutz|terms|gdpr|dsgvo|consent|policy|confidentialité)\b/iu,
  },
  {
    does: 'stamp',
    example: 'Updated May 15, 2024',
    is: /\b(?:updated|published|posted|last modified|aktualisiert|veröffentlicht|publié|mis à jour|publicado|actualizado|aggiornato|erstellt|geschrieben)\b/iu,
  },
  { does: 'follow', example: 'Follow us', is: /\b(?:follow|folgen|suivez|síguenos|seguici|rss|feed)\b/iu },
  {
    does: 'file',
    example: 'Filed under: harbours',
    is: /\b(?:tags?|filed|categor\w+|kategorie\w*|catégorie\w*|topics?|themen|schlagw\w+|keywords?|labels?|etiquetas?)\b/iu,
  },
  {
    does: 'sign',
    example: 'By Tomas Oyelaran',
    is: /^(?:by|von|par|por|di|door|author|autor\w*|auteur|written by|text)\b|\b(?:is an? (?:\w+ ){0,3}(?:reporter|writer|editor|correspondent|journalist|author|columnist)|contributed to this|reporting by|editing by)\b/iu,
  },
  {
    does: 'call',
    example: 'Click here to download',
    is: /\b(?:click|download|buy|order|shop|price|cart|kaufen|preis|bestell\w*|warenkorb|herunterladen|next|previous|back|home|search|suche|weiter|zurück|menu|skip)\b/iu,
  },
  {
    does: 'note',
    example: 'Editor’s note: An earlier version',
    is: /\b(?:editor[’']s note|correction|this (?:article|story|post)|earlier version|originally (?:appeared|published)|with (?:files|reporting) from|source|quelle|via)\b/iu,
  },
]
