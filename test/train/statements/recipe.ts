/** Everything that decides what the chain of roles and the detector of statements become. */
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
  detector: {
    rounds: 200,
    settings: {
      num_leaves: 31,
      learning_rate: 0.07,
      min_data_in_leaf: 40,
      feature_fraction: 0.6,
      bagging_fraction: 0.8,
      bagging_freq: 1,
      lambda_l2: 2,
    },
  },
  speaker: {
    rounds: 120,
    settings: {
      num_leaves: 15,
      learning_rate: 0.08,
      min_data_in_leaf: 30,
      feature_fraction: 0.7,
      bagging_fraction: 0.8,
      bagging_freq: 1,
      lambda_l2: 2,
    },
  },
}
