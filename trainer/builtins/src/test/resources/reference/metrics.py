"""Writes metrics.json: metrics as scikit-learn computes them.

The calibration error, which scikit-learn has not, is computed here by numpy as Guo et al. (2017) define it. Written by
python3 metrics.py > metrics.json
"""

import json
import warnings

import numpy as np
import sklearn
import sklearn.metrics as m

warnings.simplefilter("ignore")
RANDOM = np.random.default_rng(7)


def softmax(x):
    e = np.exp(x - x.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def calibration_error(y, p, bins):
    confidence = p.max(axis=1)
    right = p.argmax(axis=1) == y
    edges = np.linspace(0, 1, bins + 1)
    index = np.digitize(confidence, edges[1:-1], right=True)
    total = 0
    for each in range(bins):
        rows = index == each
        if rows.any():
            total += rows.sum() * abs(right[rows].mean() - confidence[rows].mean())
    return total / len(y)


def ranked(score, y, p, classes):
    """The mean over classes that have rows, but not all; of two classes the second."""
    if classes == 2:
        return score(y, p[:, 1])
    present = [k for k in range(classes) if 0 < (y == k).sum() < len(y)]
    return np.mean([score(y == k, p[:, k]) for k in present])


def of_classes(name, y, p, single=False):
    classes = p.shape[1]
    labels = list(range(classes))
    guess = p.argmax(axis=1)
    expected = {
        "accuracy": m.accuracy_score(y, guess),
        "balanced_accuracy": m.balanced_accuracy_score(y, guess),
        "mcc": m.matthews_corrcoef(y, guess),
        "log_loss": m.log_loss(y, p, labels=labels),
        "roc_auc": ranked(m.roc_auc_score, y, p, classes),
        "pr_auc": ranked(m.average_precision_score, y, p, classes),
        "calibration_error 15": calibration_error(y, p, 15),
        "calibration_error 4": calibration_error(y, p, 4),
    }
    for short, score in [("precision", m.precision_score), ("recall", m.recall_score), ("f1", m.f1_score)]:
        for average in ["macro", "micro", "weighted"]:
            expected[f"{short} {average}"] = score(y, guess, average=average)
        of_each = score(y, guess, average=None, labels=labels)
        for k in labels:
            expected[f"{short} of {k}"] = of_each[k]
    # scikit-learn orders equal values by their number
    if classes > 2 and all(len(set(row)) == classes for row in p):
        for k in range(1, classes):
            expected[f"top_k {k}"] = m.top_k_accuracy_score(y, p, k=k, labels=labels)
    return {
        "name": name,
        "classes": classes,
        "outputs": 1 if single else classes,
        "values": (p[:, 1] if single else p.ravel()).tolist(),
        "targets": y.tolist(),
        "expected": {key: float(value) for key, value in expected.items()},
        "source": f"scikit-learn {sklearn.__version__}",
    }


def of_numbers(name, y, p):
    return {
        "name": name,
        "classes": 0,
        "outputs": y.shape[1],
        "values": p.ravel().tolist(),
        "targets": y.ravel().tolist(),
        "expected": {
            "rmse": float(m.root_mean_squared_error(y, p)),
            "mean_absolute_error": float(m.mean_absolute_error(y, p)),
            "r2": float(m.r2_score(y, p)),
        },
        "source": f"scikit-learn {sklearn.__version__}",
    }


def drawn(rows, classes, skill):
    y = RANDOM.integers(classes, size=rows)
    return y, softmax(RANDOM.normal(size=(rows, classes)) + skill * np.eye(classes)[y])


def entries():
    y, p = drawn(60, 2, 1)
    yield of_classes("two classes, one output", y, p, single=True)
    yield of_classes("two classes, two outputs", y, p)
    y, p = drawn(80, 4, 1)
    yield of_classes("four classes", y, p)
    yield of_classes("a class without rows", np.where(y == 2, 1, y), p)
    never = softmax(np.log(p) - 50 * np.eye(4)[2])
    yield of_classes("a class never predicted", y, never)
    neither = np.where(y == 2, 1, y)
    yield of_classes("a class neither there nor predicted", neither, never)
    rounded = np.round(p[:, 1:3].sum(axis=1), 1) * 0.98 + 0.003
    yield of_classes("equal values in both classes", y // 2, np.stack([1 - rounded, rounded], axis=1), single=True)
    yield of_classes("always the first class", np.where(y == 1, 1, 0), np.stack([0.6 + 0.3 * p[:, 0], 0.4 - 0.3 * p[:, 0]], axis=1))
    sure = np.eye(4)[np.where(np.arange(80) % 5 == 0, (y + 1) % 4, y)]
    yield of_classes("sure, and wrong in every fifth row", y, sure)
    yield of_classes("one class alone among the rows of three", np.array([1, 1, 1]), softmax(np.array([[0.0, 2, 1], [3, 0, 1], [0, 1, 0.5]])))
    y = RANDOM.normal(size=(30, 1))
    yield of_numbers("a number", y, y + 0.3 * RANDOM.normal(size=(30, 1)))
    y = RANDOM.normal(size=(30, 3)) * [1, 10, 0.1]
    yield of_numbers("three numbers", y, y + RANDOM.normal(size=(30, 3)))


def known(entry):
    """What is defined: scikit-learn has no area where a class has all rows."""
    defined = {key: value for key, value in entry["expected"].items() if np.isfinite(value)}
    return {**entry, "expected": defined}


print("[" + ",\n".join(json.dumps(known(each)) for each in entries()) + "]")
