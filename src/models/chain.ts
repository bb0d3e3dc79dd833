/** The labels of a chain, numbered from 0, and which of them may begin, end and follow one another. */
export type Scheme = {
  readonly size: number
  readonly mayStart: (label: number) => boolean
  readonly mayStop: (label: number) => boolean
  readonly mayFollow: (before: number, after: number) => boolean
}

/** A scheme made ready to be walked: for each label those that may come before it and after it. */
export type Chain = {
  readonly size: number
  readonly before: readonly Int32Array[]
  readonly after: readonly Int32Array[]
  /** 1: the label may begin, may end a sequence. */
  readonly starts: Uint8Array
  readonly stops: Uint8Array
}

/** Scores of one label after another, `size` by `size`, and of the first and the last label. */
export type Transitions = { readonly pairs: Float32Array; readonly starts: Float32Array; readonly stops: Float32Array }

export function chainOf({ size, mayStart, mayStop, mayFollow }: Scheme): Chain {
  const labels = Array.from({ length: size }, (_, label) => label)
  const where = (allowed: (label: number, other: number) => boolean): Int32Array[] =>
    labels.map((label) => Int32Array.from(labels.filter((other) => allowed(label, other))))
  return {
    size,
    before: where((label, other) => mayFollow(other, label)),
    after: where((label, other) => mayFollow(label, other)),
    starts: Uint8Array.from(labels, (label) => Number(mayStart(label))),
    stops: Uint8Array.from(labels, (label) => Number(mayStop(label))),
  }
}
