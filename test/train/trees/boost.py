"""Grows boosted trees for one job: a folder with job.json and the numbers of its rows, as boost.ts writes them.

Writes the trees (trees.json), those that never saw a fold (trees-0.json …), and for every row the log-odds from the
trees that never saw its own (held-out.f32).
The same job gives the same trees: one thread, fixed seeds.
"""

import json
import sys
from pathlib import Path

import lightgbm
import numpy as np

folder = Path(sys.argv[1])
job = json.loads((folder / "job.json").read_text())
labels = np.fromfile(folder / "labels.f32", dtype="<f4")
weights = np.fromfile(folder / "weights.f32", dtype="<f4")
folds = np.fromfile(folder / "folds.i32", dtype="<i4")
rows = np.fromfile(folder / "rows.f32", dtype="<f4").reshape(len(labels), -1)

settings = {
    "objective": "binary",
    "verbosity": -1,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "use_missing": False,
    "seed": 1,
    **job["settings"],
}


def grown(chosen):
    data = lightgbm.Dataset(rows[chosen], labels[chosen], weight=weights[chosen], free_raw_data=True)
    return lightgbm.train(settings, data, num_boost_round=job["rounds"])


def dump(booster, name):
    trees = booster.dump_model()["tree_info"]
    (folder / name).write_text(json.dumps([tree["tree_structure"] for tree in trees]))


held_out = np.zeros(len(labels), dtype="<f4")
for fold in np.unique(folds):
    inside = folds == fold
    booster = grown(~inside)
    held_out[inside] = booster.predict(rows[inside], raw_score=True)
    dump(booster, f"trees-{fold}.json")
held_out.tofile(folder / "held-out.f32")
dump(grown(np.ones(len(labels), dtype=bool)), "trees.json")
