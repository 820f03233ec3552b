"""Writes more_lr_schedules.json: learning rates of PyTorch's schedulers that torch_lr_schedules.json does not have.

Written in a second by python3 more_lr_schedules.py > more_lr_schedules.json
"""

import json
import torch
from torch.optim import lr_scheduler

RATE = 0.1
STEPS = 40
WARMUP = {"start_factor": 0.05, "total_iters": 7}
LOSSES = [1.0, 0.9, 0.895, 0.9, 0.9, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, float("nan"), 0.8, 0.8, 0.1] + [0.1] * 20


def optimizer(rate=RATE):
    return torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=rate)


def rates(made, scheduler, steps):
    found = []
    for step in range(steps):
        found.append(made.param_groups[0]["lr"])
        made.step()
        if step < steps - 1:
            scheduler.step()
    return found


def alone(name, attributes, rate=RATE):
    made = optimizer(rate)
    return rates(made, getattr(lr_scheduler, name)(made, **attributes), STEPS)


def warmed_up(name, attributes):
    made = optimizer()
    first = lr_scheduler.LinearLR(made, **WARMUP)
    then = getattr(lr_scheduler, name)(made, **attributes)
    return rates(made, lr_scheduler.SequentialLR(made, [first, then], [WARMUP["total_iters"]]), STEPS)


def plateau(attributes):
    made = optimizer()
    scheduler = lr_scheduler.ReduceLROnPlateau(made, eps=0, **attributes)
    found = []
    for loss in LOSSES:
        made.step()
        scheduler.step(loss)
        found.append(made.param_groups[0]["lr"])
    return found


def entry(op, attributes, found, **more):
    more = {key: ["NaN" if value != value else value for value in values] for key, values in more.items()}
    source = "PyTorch " + torch.__version__ + " (CPU), generated for this project by more_lr_schedules.py"
    return {"op": op, "attrs": attributes, "base_lr": RATE, "expected_lr_per_step": found, "source": source} | more


LEFT = STEPS - WARMUP["total_iters"]
CASES = [
    ("CosineAnnealingLR", dict(T_max=LEFT, eta_min=0.01)),
    ("CosineAnnealingWarmRestarts", dict(T_0=5, T_mult=2, eta_min=0.02)),
    ("PolynomialLR", dict(total_iters=LEFT, power=1.5)),
    ("LinearLR", dict(start_factor=1.0, end_factor=0.2, total_iters=20)),
]
entries = [entry("warmup " + name, attributes, warmed_up(name, attributes)) for name, attributes in CASES]
for attributes in [dict(max_lr=RATE, total_steps=STEPS), dict(max_lr=RATE, total_steps=STEPS, pct_start=0.1, div_factor=10.0, final_div_factor=100.0)]:
    entries.append(entry("OneCycleLR", attributes, alone("OneCycleLR", attributes)))
for attributes in [dict(patience=2, factor=0.5, threshold=0.01, cooldown=1, min_lr=0.02), dict(patience=0), dict(patience=3, cooldown=2, factor=0.3)]:
    entries.append(entry("ReduceLROnPlateau", attributes, plateau(attributes), losses=LOSSES))
print("[\n" + ",\n".join(json.dumps(each) for each in entries) + "\n]")
