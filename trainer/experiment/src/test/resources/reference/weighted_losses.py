"""Writes weighted_losses.json: PyTorch's cross-entropy with weights of classes, and with weights of rows beside them.

With weights of rows, which PyTorch's loss does not take, it is sum(weight * loss) / sum(weight) as for those of classes.
Written by
python3 weighted_losses.py > weighted_losses.json
"""

import json

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)

LOGITS = [[1.2, -0.3, 0.5], [-2.0, 0.1, 3.0], [0.0, 0.4, 0.1], [3.0, -3.0, 1.0], [0.3, 0.2, -0.6]]
CLASSES = [0, 2, 1, 1, 0]
OF_CLASSES = [0.5, 3.0, 1.25]
OF_ROWS = [1.0, 0.0, 2.5, 1.0, 0.125]


def entry(rows):
    x = torch.tensor(LOGITS, requires_grad=True)
    t = torch.tensor(CLASSES)
    of_classes = torch.tensor(OF_CLASSES)
    if rows is None:
        loss = F.cross_entropy(x, t, weight=of_classes)
    else:
        weights = torch.tensor(rows) * of_classes[t]
        loss = (F.cross_entropy(x, t, reduction="none") * weights).sum() / weights.sum()
    loss.backward()
    return {
        "class_weights": OF_CLASSES,
        "weights": rows or [1.0] * len(CLASSES),
        "target": CLASSES,
        "input": LOGITS,
        "expected": loss.item(),
        "expected_grad": x.grad.tolist(),
        "source": f"PyTorch {torch.__version__} (CPU, float64)",
    }


print("[" + ",\n".join(json.dumps(entry(rows)) for rows in [None, OF_ROWS]) + "]")
