/** The parser that comes with Readability, for well-formed markup; the package declares no types for it. */
declare module '@mozilla/readability/JSDOMParser.js' {
  export default class JSDOMParser {
    parse(markup: string): Document
  }
}
