/**
 * 0 when all that could be articles were taken, 2 when some were refused. What is skipped is no article, so a picture in
 * a folder is no failure; a run that takes nothing is one.
 */
export const exitCode = (refused: number, taken: number): 0 | 2 => (refused > 0 || taken === 0 ? 2 : 0)
