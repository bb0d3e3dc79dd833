import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'

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

/** The documentation as a page, at `/docs`: read, linked to, and tried out against this very server. */
export async function docs(app: FastifyInstance) {
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: contentSecurityPolicy,
    theme: { title: 'Verbatim', js: [{ filename: 'start.js', content: start }] },
  })
}
