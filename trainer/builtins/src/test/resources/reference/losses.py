"""Writes losses.json: losses as PyTorch and scikit-learn define them, with gradients by PyTorch in float64.

Those that PyTorch has no function for are written here from their papers: the focal loss as torchvision's
sigmoid_focal_loss, the hinge of several classes as Crammer and Singer define it, which scikit-learn's hinge_loss
confirms, and the quantile loss, which scikit-learn's mean_pinball_loss confirms. Written by
python3 losses.py > losses.json
"""

import json

import numpy
import torch
import torch.nn.functional as F
from sklearn.metrics import hinge_loss, mean_pinball_loss

torch.set_default_dtype(torch.float64)

LOGITS = [[1.2, -0.3, 0.5], [-2.0, 0.1, 3.0], [0.0, 0.4, 0.1], [30.0, -30.0, 1.0], [-600.0, 2.0, 600.0]]
CLASSES = [0, 2, 1, 1, 0]
SCORES = [0.5, -1.2, 3.0, 0.25, -0.7, 40.0, -800.0]
YES_NO = [1.0, 0.0, 1.0, 0.0, 1.0, 0.0, 1.0]
NUMBERS = [0.7, -1.0, 1.0, 0.0, 2.0, 41.5, -790.0]
COUNTS = [0.0, 3.0, 1.0, 12.0, 0.0, 2.0, 1.0]
RATES = [0.5, -1.2, 3.0, 2.5, -0.7, 20.0, -30.0]
DISTRIBUTIONS = [[0.2, 0.3, 0.5], [1.0, 0.0, 0.0], [0.0, 0.25, 0.75], [0.5, 0.5, 0.0], [0.1, 0.8, 0.1]]


def entry(op, attrs, inputs, target, loss, source):
    x = torch.tensor(inputs, requires_grad=True)
    value = loss(x, torch.tensor(target))
    value.backward()
    return {
        "op": op,
        "attrs": {**attrs, "target": target},
        "input": inputs,
        "expected": value.item(),
        "expected_grad": x.grad.tolist(),
        "source": source,
    }


def focal(gamma, alpha=None):
    def loss(x, t):
        p = torch.sigmoid(x)
        of_right = p * t + (1 - p) * (1 - t)
        each = F.binary_cross_entropy_with_logits(x, t, reduction="none") * (1 - of_right) ** gamma
        weights = 1 if alpha is None else alpha * t + (1 - alpha) * (1 - t)
        return (weights * each).mean()

    return loss


def focal_of_classes(gamma):
    def loss(x, t):
        log = F.log_softmax(x, dim=1).gather(1, t[:, None])[:, 0]
        return (-((1 - log.exp()) ** gamma) * log).mean()

    return loss


def hinge(power):
    return lambda x, t: ((1 - x * (2 * t - 1)).clamp(min=0) ** power).mean()


def hinge_of_classes(power):
    def loss(x, t):
        right = torch.nn.functional.one_hot(t, x.shape[1]).bool()
        other = x.masked_fill(right, -torch.inf).max(dim=1).values
        return ((1 + other - x[right]).clamp(min=0) ** power).mean()

    return loss


def quantile(q):
    return lambda x, t: torch.maximum(q * (t - x), (q - 1) * (t - x)).mean()


def kl(x, t):
    return F.kl_div(F.log_softmax(x, dim=1), t, reduction="batchmean")


def smoothed(epsilon):
    return lambda x, t: F.binary_cross_entropy_with_logits(x, t * (1 - epsilon) + epsilon / 2)


def entries():
    torch_source = f"PyTorch {torch.__version__} (CPU, float64)"
    own = f"its definition, gradient by {torch_source}"
    for gamma in [0.0, 0.5, 2.0, 5.0]:
        yield entry("focal", {"gamma": gamma}, SCORES, YES_NO, focal(gamma), own)
        # in float64, 1 - p loses the tail of p near 1: moderate logits
        yield entry("focal", {"gamma": gamma}, LOGITS[:3], CLASSES[:3], focal_of_classes(gamma), own)
    yield entry("focal", {"gamma": 2.0, "alpha": 0.25}, SCORES, YES_NO, focal(2.0, 0.25), own)
    for op, power in [("hinge", 1), ("squared_hinge", 2)]:
        yield entry(op, {}, SCORES, YES_NO, hinge(power), own)
        yield entry(op, {}, LOGITS, CLASSES, hinge_of_classes(power), own)
    for q in [0.1, 0.5, 0.9]:
        yield entry("quantile", {"quantile": q}, SCORES, NUMBERS, quantile(q), own)
    for delta in [0.1, 1.0, 5.0]:
        yield entry("huber", {"delta": delta}, SCORES, NUMBERS, lambda x, t: F.huber_loss(x, t, delta=delta), torch_source)
        yield entry("smooth_l1", {"beta": delta}, SCORES, NUMBERS, lambda x, t: F.smooth_l1_loss(x, t, beta=delta), torch_source)
    yield entry("poisson", {}, RATES, COUNTS, F.poisson_nll_loss, torch_source)
    yield entry("kl_divergence", {}, LOGITS, DISTRIBUTIONS, kl, torch_source)
    yield entry("binary_cross_entropy", {"label_smoothing": 0.1}, SCORES, YES_NO, smoothed(0.1), own)


def check():
    t = torch.tensor(CLASSES)
    ours = hinge_of_classes(1)(torch.tensor(LOGITS), t).item()
    numpy.testing.assert_allclose(ours, hinge_loss(CLASSES, LOGITS, labels=[0, 1, 2]))
    ours = hinge(1)(torch.tensor(SCORES), torch.tensor(YES_NO)).item()
    numpy.testing.assert_allclose(ours, hinge_loss(YES_NO, SCORES))
    ours = quantile(0.9)(torch.tensor(SCORES), torch.tensor(NUMBERS)).item()
    numpy.testing.assert_allclose(ours, mean_pinball_loss(NUMBERS, SCORES, alpha=0.9))


check()
print("[" + ",\n".join(json.dumps(each) for each in entries()) + "]")
