import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { routeNotFound } from '#/src/errors.ts'
import { once } from '#/src/http/answer/once.ts'
import { prefersPages } from '#/src/http/answer/pages.ts'

/** Everything comes from this server, nothing is written into the page, and the page asks nobody else. */
const contentSecurityPolicy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
}

/**
 * Starts the page in the place of the plugin's own script, which reads a second copy of the document.
 *
 * The page fills every field with the example of its parameter, so that a first try would filter by all of them at
 * once. Only what must be filled in is: the other examples are moved into the words beside the field.
 */
const start = `
const emptied = ({ example, ...parameter }) =>
  parameter.required || example === undefined
    ? { ...parameter, example }
    : { ...parameter, description: parameter.description + ' Example: \`' + [example].flat().join(', ') + '\`.' }

const withEmptyFields = (answer) => {
  if (!answer.url.endsWith('/openapi.json')) return answer
  const document = JSON.parse(answer.text)
  const all = [document.components, ...Object.values(document.paths).map((path) => path.get)]
  for (const part of all)
    for (const [name, parameter] of Object.entries(part.parameters ?? {}))
      if (!parameter.$ref) part.parameters[name] = emptied(parameter)
  answer.text = JSON.stringify(document)
  return answer
}

window.onload = () => {
  window.ui = SwaggerUIBundle({
    url: '/openapi.json',
    dom_id: '#swagger-ui',
    deepLinking: true,
    tryItOutEnabled: true,
    displayRequestDuration: true,
    defaultModelsExpandDepth: 0,
    supportedSubmitMethods: ['get'],
    validatorUrl: null,
    responseInterceptor: withEmptyFields,
  })
}
`

/** What the service says itself of every answer. */
const ofConnection = /^(?:connection|date|keep-alive|transfer-encoding)$/

/**
 * The documentation as a page, at `/docs`: read, linked to, and tried out against this very server; `/` leads a
 * browser to it. What serves it is a server of its own, made when somebody reads it.
 */
export async function docs(app: FastifyInstance) {
  const pages = once(async () => {
    const [{ described }, { default: swaggerUi }] = await Promise.all([
      import('#/src/http/openapi/described.ts'),
      import('@fastify/swagger-ui'),
    ])
    return described(app.describedRoutes, async (server) => {
      await server.register(swaggerUi, {
        routePrefix: '/docs',
        staticCSP: contentSecurityPolicy,
        theme: { title: 'Verbatim', js: [{ filename: 'start.js', content: start }] },
      })
    })
  })

  const show = async ({ url, headers }: FastifyRequest, reply: FastifyReply) => {
    const answer = await (await pages()).inject({ url, headers })
    if (answer.statusCode === 404) throw routeNotFound()
    for (const [name, value] of Object.entries(answer.headers)) if (!ofConnection.test(name)) reply.header(name, value)
    const { statusCode, rawPayload } = answer
    return reply.code(statusCode).send(rawPayload.length > 0 ? rawPayload : undefined)
  }
  app.get('/', { schema: { hide: true } }, async (request, reply) => {
    reply.header('vary', 'Accept')
    if (!prefersPages(request)) throw routeNotFound()
    return reply.redirect(`${app.publicUrl}/docs`, 303)
  })
  for (const path of ['/docs', '/docs/*']) app.get(path, { schema: { hide: true } }, show)
}
