"""Writes torch_training_keys.json: what PyTorch makes of the keys of training that stand between gradient and update.

A network of 3, 4 and 1 units (tanh, mean squared error, float64) is trained in mini-batches in the order of the rows.
Weights of a case are flat, in the order of PARAMETERS; "init" as PyTorch keeps matrices, out x in, and "expected" as
in x out. "losses" are means over an epoch of the losses before each step. Clipping is clip_grad_value_ and clip_grad_norm_,
exclusions and rates are parameter groups, and SAM and ASAM are written from equations (2) and (3) of arXiv:2010.01412
and (6) of arXiv:2102.11600. Accumulated losses are divided by the number of mini-batches, and where the last are fewer or
smaller, weighted by rows. Written in a second by python3 torch_training_keys.py > torch_training_keys.json
"""

import json
import torch

torch.set_default_dtype(torch.float64)

PARAMETERS = ["hidden.0.weight", "hidden.0.bias", "output.weight", "output.bias"]
EPOCHS = 5


def network(generator):
    hidden, output = torch.nn.Linear(3, 4), torch.nn.Linear(4, 1)
    model = torch.nn.Sequential(hidden, torch.nn.Tanh(), output)
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.copy_(0.7 * torch.randn(parameter.shape, generator=generator))
    return model


def flat(model, transposed):
    values = []
    for parameter in model.parameters():
        matrix = parameter.detach()
        values += (matrix.mT if transposed and matrix.ndim == 2 else matrix).reshape(-1).tolist()
    return values


def gradients(model, batches):
    """The mean over the rows of all batches, and the sum of the losses of the rows."""
    model.zero_grad()
    rows = sum(len(x) for x, _ in batches)
    total = 0
    for x, y in batches:
        loss = torch.nn.functional.mse_loss(model(x), y)
        whole = all(len(x) == len(other) for other, _ in batches)
        (loss / len(batches) if whole else loss * len(x) / rows).backward()
        total += loss.item() * len(x)
    return total


def perturb(parameters, rho, adaptive):
    originals = [p.detach().clone() for p in parameters]
    scaled = [p.grad * p.detach().abs() if adaptive else p.grad for p in parameters]
    norm = torch.sqrt(sum((s**2).sum() for s in scaled))
    with torch.no_grad():
        for p in parameters:
            direction = p**2 * p.grad if adaptive else p.grad
            p.add_(rho * direction / (norm + 1e-12))
    return originals


def train(x, y, optimizer, batch, accumulate=1, clip_value=None, clip_norm=None, sam=None, groups=None):
    model = network(torch.Generator().manual_seed(7))
    init = flat(model, False)
    parameters = list(model.parameters())
    named = dict(zip(PARAMETERS, parameters))
    algorithm = optimizer([dict(params=[p], **(groups or {}).get(n, {})) for n, p in named.items()])
    losses = []
    for _ in range(EPOCHS):
        total = 0
        size = batch * accumulate
        for start in range(0, len(x), size):
            end = min(start + size, len(x))
            batches = [(x[i : min(i + batch, end)], y[i : min(i + batch, end)]) for i in range(start, end, batch)]
            total += gradients(model, batches)
            if sam:
                originals = perturb(parameters, *sam)
                gradients(model, batches)
                with torch.no_grad():
                    for p, original in zip(parameters, originals):
                        p.copy_(original)
            if clip_value:
                torch.nn.utils.clip_grad_value_(parameters, clip_value)
            if clip_norm:
                torch.nn.utils.clip_grad_norm_(parameters, clip_norm)
            algorithm.step()
        losses.append(total / len(x))
    return init, flat(model, True), losses


def sgd(groups):
    return torch.optim.SGD(groups, lr=0.1, momentum=0.9, weight_decay=0.05)


def adam(groups):
    return torch.optim.Adam(groups, lr=0.02, weight_decay=0.05)


def adamw(groups):
    return torch.optim.AdamW(groups, lr=0.02, weight_decay=0.5)


SGD = "{type: sgd, learning_rate: 0.1, momentum: 0.9, weight_decay: 0.05}"
ADAM = "{type: adam, learning_rate: 0.02, weight_decay: 0.05}"
ADAMW = "{type: adamw, learning_rate: 0.02, weight_decay: 0.5}"


def no_decay(*names):
    return {name: {"weight_decay": 0} for name in names}


def rates(rate, hidden, output):
    return {name: {"lr": rate * (hidden if name.startswith("hidden") else output)} for name in PARAMETERS}


BIASES = no_decay("hidden.0.bias", "output.bias")
EACH = {name: {**rates(0.02, 0.1, 2)[name], **BIASES.get(name, {})} for name in PARAMETERS}
CASES = [
    (SGD, "batch_size: 4, clip_value: 0.05", sgd, dict(batch=4, clip_value=0.05)),
    (ADAM, "batch_size: 4, clip_value: 0.05", adam, dict(batch=4, clip_value=0.05)),
    (SGD, "batch_size: 4, clip_norm: 0.1", sgd, dict(batch=4, clip_norm=0.1)),
    (ADAM, "batch_size: 4, clip_value: 0.05, clip_norm: 0.06", adam, dict(batch=4, clip_value=0.05, clip_norm=0.06)),
    (SGD, "batch_size: 2, accumulate: 3", sgd, dict(batch=2, accumulate=3)),
    (ADAM, "batch_size: 2, accumulate: 4", adam, dict(batch=2, accumulate=4)),
    (SGD, "batch_size: 5, accumulate: 2", sgd, dict(batch=5, accumulate=2)),
    (SGD, "batch_size: 4, sharpness_aware: {rho: 0.1}", sgd, dict(batch=4, sam=(0.1, False))),
    (ADAM, "batch_size: 4, sharpness_aware: {rho: 0.5, adaptive: true}", adam, dict(batch=4, sam=(0.5, True))),
    (SGD, "batch_size: 4, exclude_from_decay: [bias]", sgd, dict(batch=4, groups=BIASES)),
    (ADAM, "batch_size: 4, exclude_from_decay: [bias]", adam, dict(batch=4, groups=BIASES)),
    (ADAMW, "batch_size: 4, exclude_from_decay: [bias]", adamw, dict(batch=4, groups=BIASES)),
    (
        ADAMW,
        "batch_size: 4, exclude_from_decay: [output]",
        adamw,
        dict(batch=4, groups=no_decay("output.weight", "output.bias")),
    ),
    (
        SGD,
        "batch_size: 4, layer_rates: [{layer: 'hidden.*', factor: 0.1}, {layer: output, factor: 2}]",
        sgd,
        dict(batch=4, groups=rates(0.1, 0.1, 2)),
    ),
    (
        ADAM,
        "batch_size: 2, accumulate: 3, clip_value: 0.05, clip_norm: 0.1, sharpness_aware: {}, exclude_from_decay: [bias],"
        " layer_rates: [{layer: 'hidden.*', factor: 0.1}, {layer: output, factor: 2}]",
        adam,
        dict(batch=2, accumulate=3, clip_value=0.05, clip_norm=0.1, sam=(0.05, False), groups=EACH),
    ),
]


def main():
    generator = torch.Generator().manual_seed(1)
    x = torch.randn(12, 3, generator=generator)
    y = torch.sin(x.sum(1, keepdim=True)) + 0.1 * torch.randn(12, 1, generator=generator)
    cases = []
    for optimizer, training, algorithm, options in CASES:
        init, expected, losses = train(x, y, algorithm, **options)
        cases.append(dict(optimizer=optimizer, training=training, expected=expected, losses=losses))
    rows = torch.cat([x, y], 1).tolist()
    source = f"PyTorch {torch.__version__}, torch_training_keys.py"
    print(json.dumps(dict(source=source, epochs=EPOCHS, rows=rows, init=init, cases=cases), indent=1))


main()
