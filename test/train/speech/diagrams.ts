/** An answer with the confidence that it was given. */
export type Answer = { confidence: number; right: boolean }

const [width, height, margin] = [460, 340, 48]
const x = (value: number): number => margin + value * (width - 2 * margin)
const y = (value: number): number => height - margin - value * (height - 2 * margin)
const at = (a: number, b: number): string => `${x(a).toFixed(1)},${y(b).toFixed(1)}`

/** Equal parts of the answers by confidence: how sure they were, and how many were right. */
export function binned(answers: readonly Answer[], bins = 10): { confidence: number; right: number; count: number }[] {
  const sorted = answers.toSorted((a, b) => a.confidence - b.confidence)
  const size = Math.ceil(sorted.length / bins)
  return Array.from({ length: bins }, (_, i) => sorted.slice(i * size, (i + 1) * size))
    .filter(({ length }) => length > 0)
    .map((part) => ({
      confidence: part.reduce((sum, { confidence }) => sum + confidence, 0) / part.length,
      right: part.filter(({ right }) => right).length / part.length,
      count: part.length,
    }))
}

/** Expected calibration error: how far confidence and the share of right answers are apart, over ten bins of equal width. */
export function calibrationError(answers: readonly Answer[]): number {
  let sum = 0
  for (let bin = 0; bin < 10; bin++) {
    const part = answers.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === bin)
    const [sure, right] = [
      part.reduce((total, { confidence }) => total + confidence, 0),
      part.filter((a) => a.right).length,
    ]
    sum += Math.abs(sure - right)
  }
  return sum / answers.length
}

/** How sure against how often right: a good model lies on the diagonal. */
export function reliabilityDiagram(answers: readonly Answer[], title: string): string {
  const points = binned(answers).map(
    ({ confidence, right }) => `<circle cx="${x(confidence).toFixed(1)}" cy="${y(right).toFixed(1)}" r="4"/>`,
  )
  return diagram(title, 'confidence', 'share right', 1, [
    `<path class="guide" d="M${at(0, 0)} L${at(1, 1)}"/>`,
    ...points,
  ])
}

/** What is left when answers below a confidence are not given: how many are answered, and how many of those are wrong. */
export function abstentionCurve(answers: readonly Answer[], title: string): string {
  const sorted = answers.toSorted((a, b) => b.confidence - a.confidence)
  let wrong = 0
  const line = sorted.map(({ right }, i) => {
    wrong += Number(!right)
    return [(i + 1) / sorted.length, wrong / (i + 1)] as const
  })
  const path = line.filter((_, i) => i % 25 === 24).map(([answered, share]) => at(answered, share * 10))
  return diagram(title, 'share answered', 'share wrong of the answered', 0.1, [
    `<path class="line" d="M${path.join(' L')}"/>`,
  ])
}

function diagram(title: string, across: string, up: string, top: number, inside: readonly string[]): string {
  const ticks = [0, 0.25, 0.5, 0.75, 1]
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}">`,
    '<style>svg{font:12px sans-serif;background:#fff}.guide,.axis{fill:none;stroke:#999}.line{fill:none;stroke:#1b5e8c;stroke-width:2}circle{fill:#1b5e8c}</style>',
    `<text x="${margin}" y="24">${title}</text>`,
    `<path class="axis" d="M${at(0, 1)} L${at(0, 0)} L${at(1, 0)}"/>`,
    ...ticks.map((tick) => `<text x="${x(tick)}" y="${height - margin + 16}" text-anchor="middle">${tick}</text>`),
    ...ticks.map((tick) => `<text x="${margin - 6}" y="${y(tick) + 4}" text-anchor="end">${tick * top}</text>`),
    `<text x="${width / 2}" y="${height - 10}" text-anchor="middle">${across}</text>`,
    `<text x="14" y="${height / 2}" text-anchor="middle" transform="rotate(-90 14 ${height / 2})">${up}</text>`,
    ...inside,
    '</svg>',
  ].join('\n')}\n`
}
