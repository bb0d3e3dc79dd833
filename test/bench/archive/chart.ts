type Chart = {
  title: string
  x: string
  y: string
  limit: { y: number; label: string }
  series: { name: string; points: { x: number; y: number }[] }[]
}

const size = { width: 640, height: 320 }
const inside = { left: 60, right: 560, top: 40, bottom: 270 }
const colours = ['#b3261e', '#1f5f99', '#3d7a3d']

/** Lines over a logarithmic axis, as SVG that is readable on light and on dark pages. */
export function chart({ title, x, y, limit, series }: Chart): string {
  const xs = [...new Set(series.flatMap(({ points }) => points.map((point) => point.x)))].sort((a, b) => a - b)
  const highest = 1.15 * Math.max(limit.y, ...series.flatMap(({ points }) => points.map((point) => point.y)))
  const span = Math.log(xs.at(-1)!) - Math.log(xs[0]!) || 1
  const atX = (value: number) =>
    inside.left + ((Math.log(value) - Math.log(xs[0]!)) / span) * (inside.right - inside.left)
  const atY = (value: number) => inside.bottom - (value / highest) * (inside.bottom - inside.top)
  const place = (point: { x: number; y: number }) => `${atX(point.x).toFixed(1)},${atY(point.y).toFixed(1)}`
  const label = (at: { x: number; y: number }, words: string, more = '') =>
    `<text x="${at.x.toFixed(1)}" y="${at.y.toFixed(1)}" ${more}>${words}</text>`
  const lines = series.flatMap(({ name, points }, index) => {
    const colour = colours[index]!
    const last = points.at(-1)!
    return [
      `<polyline points="${points.map(place).join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>`,
      ...points.map((point) => `<circle cx="${place(point).replace(',', '" cy="')}" r="3" fill="${colour}"/>`),
      ...points.map((point) =>
        label({ x: atX(point.x), y: atY(point.y) - 8 }, point.y.toFixed(1), 'text-anchor="middle"'),
      ),
      label({ x: inside.right + 12, y: atY(last.y) + 4 }, name, `fill="${colour}"`),
    ]
  })
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${title}">`,
    '<style>text{font:12px sans-serif;fill:#777}line{stroke:#999}</style>',
    label({ x: inside.left, y: 20 }, title),
    `<line x1="${inside.left}" y1="${inside.bottom}" x2="${inside.right}" y2="${inside.bottom}"/>`,
    ...xs.map((value) =>
      label({ x: atX(value), y: inside.bottom + 18 }, value.toLocaleString('en'), 'text-anchor="middle"'),
    ),
    label({ x: (inside.left + inside.right) / 2, y: inside.bottom + 36 }, x, 'text-anchor="middle"'),
    label({ x: 8, y: inside.top - 4 }, y),
    `<line x1="${inside.left}" y1="${atY(limit.y).toFixed(1)}" x2="${inside.right}" y2="${atY(limit.y).toFixed(1)}" stroke-dasharray="4 4"/>`,
    label({ x: inside.left + 4, y: atY(limit.y) - 6 }, limit.label),
    ...lines,
    '</svg>',
  ].join('\n')}\n`
}
