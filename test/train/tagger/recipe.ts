import type { Corpus } from './corpora.ts'

/** Everything that decides what the model becomes. */
export const recipe = {
  corpora: [
    { name: 'ww-train', weight: 1 },
    { name: 'gmb', weight: 0.5 },
    { name: 'wikigold', weight: 0.5 },
    { name: 'wnut17-train', weight: 0.5 },
  ] satisfies { name: Corpus; weight: number }[],
  /** The corpus whose scheme is ours. */
  main: 'ww-train' as Corpus,
  apart: [] as Corpus[],
  /** Share of the sentences that are copied as headlines. */
  copies: 0.2,
  /** A feature is learned when it is seen this often. */
  atLeast: 2,
  epochs: 7,
  averaged: 3,
  thin: { after: 4, least: 0.04 },
  rate: 0.1,
  /** Share of a token’s features that are kept in each look. */
  keep: 0.5,
  seed: 1,
  /** Weights nearer to zero are left out. */
  least: 0.015,
}
