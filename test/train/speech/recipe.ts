/** Everything that decides what the models of speech become. */
const settings = {
  num_leaves: 63,
  learning_rate: 0.1,
  min_data_in_leaf: 20,
  feature_fraction: 0.5,
  bagging_fraction: 0.7,
  bagging_freq: 1,
  max_bin: 63,
}

export const recipe = {
  /** Is this phrase the speaker of this quotation? */
  speaker: { rounds: 160, settings: { ...settings, learning_rate: 0.07, min_data_in_leaf: 80 } },
  /** Is this quotation said by anybody? */
  speech: { rounds: 60, settings: { ...settings, num_leaves: 15, learning_rate: 0.05 } },
  /** Does this word beside it belong to the statement? */
  extent: { rounds: 80, settings: { ...settings, num_leaves: 31 } },
}
