"""Grows the trees that tell the body of a page from what stands around it.

A folder holds rows.f32 and, for each row, labels.f32 (1, 0, or -1: not known), weights.f32, folds.i32, and sure.u8
(1: a row of the corpus whose whole body is known). Rows without a label learn softly from what trees grown on the sure
rows make of them. For every row the log-odds are written that trees gave which never saw its fold (held-out.f32), and
the trees of all (trees.json). The same folder gives the same trees: one thread, fixed seeds.
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
sure = np.fromfile(folder / "sure.u8", dtype="u1").astype(bool)
rows = np.fromfile(folder / "rows.f32", dtype="<f4").reshape(len(labels), -1)

settings = {
    "objective": "cross_entropy",
    "verbosity": -1,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "use_missing": False,
    "seed": 1,
    "bagging_seed": 1,
    **job["settings"],
}


def grown(chosen, targets, rounds):
    data = lightgbm.Dataset(rows[chosen], targets[chosen], weight=weights[chosen], free_raw_data=True)
    return lightgbm.train(settings, data, num_boost_round=rounds)


def soft(raw):
    return 1 / (1 + np.exp(-raw))


def taught(chosen):
    """Trees of the chosen rows: first those that are sure alone, then all, the unknown ones as the first see them."""
    targets = labels.copy()
    known = chosen & sure & (labels >= 0)
    unknown = chosen & (labels < 0)
    if not unknown.any():
        return grown(chosen, targets, job["rounds"])
    first = grown(known, targets, job["rounds"])
    targets[unknown] = soft(first.predict(rows[unknown], raw_score=True))
    return grown(chosen, targets, job["rounds"])


used = weights > 0
held_out = np.zeros(len(labels), dtype="<f4")
if job.get("held_out", True):
    for fold in np.unique(folds):
        inside = folds == fold
        held_out[inside] = taught(~inside & used).predict(rows[inside], raw_score=True)
    held_out.tofile(folder / "held-out.f32")

if job.get("final", True):
    trees = taught(used).dump_model()["tree_info"]
    (folder / "trees.json").write_text(json.dumps([tree["tree_structure"] for tree in trees]))
