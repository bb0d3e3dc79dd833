/** Everything that decides what the chain of roles becomes. */
export const recipe = {
  /** A feature is learned when it is seen this often. */
  atLeast: 10,
  epochs: 5,
  rate: 0.02,
  /** Share of a word’s features that are kept in each look. */
  keep: 0.5,
  seed: 1,
  /** Weights nearer to zero are left out. */
  least: 0.01,
}
