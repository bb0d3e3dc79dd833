import { z } from 'zod'

/** The representations beside JSON. Those that are text are strings; those that are defined elsewhere are open objects. */

export const Csv = z.string().meta({
  id: 'Csv',
  description: 'Comma-separated values (RFC 4180) with a header row.',
  examples: ['id,kind\r\n6147c18f,direct\r\n'],
})

export const Ndjson = z
  .string()
  .meta({ id: 'Ndjson', description: 'One JSON object a line.', examples: ['{"id":"6147c18f","kind":"direct"}\n'] })

export const Text = z
  .string()
  .meta({ id: 'Text', description: 'Plain text.', examples: ['The headline\n\nThe first paragraph.'] })

export const Html = z.string().meta({
  id: 'Html',
  description: 'A page without scripts; every quote has an element with the id `q-` and its own id.',
  examples: ['<!doctype html><html lang="en"><title>The headline</title></html>'],
})

export const NewsArticle = z.looseObject({}).meta({
  id: 'NewsArticle',
  description: 'A NewsArticle of schema.org (https://schema.org/NewsArticle) as JSON-LD.',
  examples: [{ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: 'The headline' }],
})

export const Annotation = z.looseObject({}).meta({
  id: 'Annotation',
  description:
    'A Web Annotation (https://www.w3.org/TR/annotation-model/) as JSON-LD. Its positions count code points.',
  examples: [{ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'Annotation', motivation: 'identifying' }],
})

export const AnnotationPage = z.looseObject({}).meta({
  id: 'AnnotationPage',
  description: 'A page of Web Annotations (https://www.w3.org/TR/annotation-model/#annotation-page) as JSON-LD.',
  examples: [{ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationPage', items: [] }],
})

export const CslItem = z.looseObject({}).meta({
  id: 'CslItem',
  description: 'A citation as CSL-JSON (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html).',
  examples: [{ id: '/v1/articles/a-title', type: 'article-newspaper', title: 'The headline' }],
})

export const Ninjs = z.looseObject({}).meta({
  id: 'Ninjs',
  description: 'An article as ninjs 3.1 (https://iptc.org/std/ninjs/ninjs-schema_3.1.json).',
  examples: [{ uri: 'https://news.example/v1/articles/a-title', type: 'text', title: 'The headline' }],
})
