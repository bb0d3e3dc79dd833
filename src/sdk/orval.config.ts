/** How the types and operations of the client are generated from the document: `npm run sdk:generate`. */
export default {
  verbatim: {
    input: '../../openapi.json',
    output: {
      target: 'generated/operations.ts',
      mode: 'split',
      client: 'fetch',
      clean: true,
      indexFiles: false,
      tsconfig: '../../tsconfig.json',
      // Ids may hold any character.
      urlEncodeParameters: true,
      override: {
        enumGenerationType: 'union',
        fetch: { includeHttpResponseReturnType: false, forceSuccessResponse: true },
        mutator: { path: 'ask.ts', name: 'ask' },
      },
    },
  },
}
