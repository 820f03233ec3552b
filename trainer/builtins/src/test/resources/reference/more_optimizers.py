"""Writes more_optimizers.json: weights after some steps of optimizers that torch_optimizers.json does not have.

What PyTorch 2.6 has is computed by PyTorch. The rest is plain numpy, written from the papers, and from the authors' programs
where these differ: Lion (program 1), AdaBelief (algorithm 2, adabelief_pytorch 0.2), Muon (PyTorch 2.9's defaults), Schedule-Free
SGD and AdamW (algorithm 1, schedulefree 1.4), whose numbers are x, the weights used in inference. All in float64.
Written in a few seconds by python3 more_optimizers.py > more_optimizers.json
"""

import json
import numpy as np
import torch

torch.set_default_dtype(torch.float64)

X = np.array([[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]])
AFTER = [1, 2, 3, 5, 10, 20, 50, 100, 200]


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


class Network:
    """2 inputs, some hidden units and 1 output, all sigmoid; the loss is the sum of the outputs."""

    def __init__(self, name, init, transposed):
        self.problem = name
        self.init = [np.array(values) for values in init]
        self.transposed = transposed

    def gradients(self, weights):
        w1, b1, w2, b2 = weights
        if self.transposed:
            w1, w2 = w1.T, w2.T
        hidden = sigmoid(X @ w1 + b1)
        output = sigmoid(hidden @ w2 + b2)
        outer = output * (1 - output)
        inner = (outer @ w2.T) * hidden * (1 - hidden)
        g1, g2 = X.T @ inner, hidden.T @ outer
        if self.transposed:
            g1, g2 = g1.T, g2.T
        return [g1, inner.sum(axis=0), g2, outer.sum(axis=0)]


class Rosenbrock:
    problem = "rosenbrock (1-a)^2+100(b-a^2)^2 from (-1.2,1)"
    init = [np.array([-1.2]), np.array([1.0])]

    def gradients(self, weights):
        a, b = weights
        return [-2 * (1 - a) - 400 * a * (b - a * a), 200 * (b - a * a)]


TALL = Network(
    "net 2-3-1 sigmoid/sigmoid, full batch [[.1,.2],[.3,.4],[.5,.6]], loss=sum(outputs); params order W1(3x2 row major),b1,W2(1x3),b2",
    [
        [
            [-0.21089885683388707, -0.4975560466422629],
            [-0.1412921620247176, -0.3420288967865903],
            [-0.2523635082803723, 0.6975570255493778],
        ],
        [-0.10853121966252376, -0.297948499687533, 0.6892015099955718],
        [[-0.05080313011597654, -0.3941351875105899, -0.28433759745928844]],
        [-0.07113812430174121],
    ],
    True,
)
WIDE = Network(
    "net 2-4-1 sigmoid/sigmoid, full batch [[.1,.2],[.3,.4],[.5,.6]], loss=sum(outputs); params order W1(2x4 row major),b1,W2(4x1),b2",
    [
        [[0.3, -0.6, 0.25, 0.8], [-0.45, 0.1, 0.7, -0.2]],
        [0.05, -0.15, 0.4, 0.0],
        [[0.6], [-0.35], [0.9], [0.2]],
        [-0.1],
    ],
    False,
)
PROBLEMS = {"tall": TALL, "wide": WIDE, "valley": Rosenbrock()}


# PyTorch's own


def by_torch(name, problem, attributes):
    parameters = [torch.tensor(values, requires_grad=True) for values in problem.init]
    optimizer = getattr(torch.optim, name)(parameters, foreach=False, **attributes)

    def step():
        gradients = problem.gradients([each.detach().numpy() for each in parameters])
        for parameter, gradient in zip(parameters, gradients):
            parameter.grad = torch.tensor(gradient)
        optimizer.step()

    return step, lambda: [each.detach().numpy() for each in parameters]


# Written from papers: each is a function of weight, gradient, slots and step, and changes weight and slots


def lion(w, g, slots, t, lr, beta1=0.9, beta2=0.99, weight_decay=0.0):
    m = slots.setdefault("m", np.zeros_like(w))
    update = np.sign(beta1 * m + (1 - beta1) * g)
    w -= lr * (update + weight_decay * w)
    m[...] = beta2 * m + (1 - beta2) * g


def adabelief(w, g, slots, t, lr, beta1=0.9, beta2=0.999, eps=1e-16, weight_decay=0.0, decoupled=True, rectify=True):
    m = slots.setdefault("m", np.zeros_like(w))
    s = slots.setdefault("s", np.zeros_like(w))
    if decoupled:
        w *= 1 - lr * weight_decay
    else:
        g = g + weight_decay * w
    m[...] = beta1 * m + (1 - beta1) * g
    s[...] = beta2 * s + (1 - beta2) * (g - m) ** 2 + eps
    m_hat = m / (1 - beta1**t)
    if not rectify:
        w -= lr * m_hat / (np.sqrt(s) / np.sqrt(1 - beta2**t) + eps)
        return
    limit = 2 / (1 - beta2) - 1
    length = limit - 2 * t * beta2**t / (1 - beta2**t)
    if length < 5:
        w -= lr * m_hat
        return
    r = np.sqrt((length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length))
    w -= lr * r * m_hat * np.sqrt(1 - beta2**t) / (np.sqrt(s) + eps)


def adamw(w, g, slots, t, lr, beta1, beta2, eps, weight_decay):
    m = slots.setdefault("m", np.zeros_like(w))
    v = slots.setdefault("v", np.zeros_like(w))
    m[...] = beta1 * m + (1 - beta1) * g
    v[...] = beta2 * v + (1 - beta2) * g * g
    w *= 1 - lr * weight_decay
    w -= lr * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)


def muon(w, g, slots, t, lr, weight_decay=0.1, momentum=0.95, nesterov=True, eps=1e-7, steps=5, match_rms=False):
    """For matrices stored in x out, the transpose of PyTorch's; vectors are AdamW's."""
    if min(w.shape + (1,) * (2 - w.ndim)) == 1:
        adamw(w, g, slots, t, 3e-4, 0.9, 0.95, 1e-10, 0.0)
        return
    m = slots.setdefault("m", np.zeros_like(w))
    m[...] = momentum * m + (1 - momentum) * g
    u = momentum * m + (1 - momentum) * g if nesterov else m
    x = u.T / (np.sqrt((u * u).sum()) + eps)  # out x in
    rows, columns = x.shape
    x = x.T if rows > columns else x
    for _ in range(steps):
        a = x @ x.T
        x = 3.4445 * x + (-4.7750 * a + 2.0315 * a @ a) @ x
    x = x.T if rows > columns else x
    scale = 0.2 * np.sqrt(max(rows, columns)) if match_rms else np.sqrt(max(1, rows / columns))
    w *= 1 - lr * weight_decay
    w -= lr * scale * x.T


def schedule_free(w, d, slots, t, lr, beta, r, weight_lr_power):
    """w is y, where the gradient is taken; x and z are kept as the paper writes them."""
    z = slots.setdefault("z", w.copy())
    x = slots.setdefault("x", w.copy())
    weight = t**r * lr**weight_lr_power
    slots["sum"] = slots.get("sum", 0.0) + weight
    c = weight / slots["sum"]
    z -= lr * d
    x[...] = (1 - c) * x + c * z
    w[...] = (1 - beta) * z + beta * x


def schedule_free_sgd(w, g, slots, t, lr, momentum=0.9, weight_decay=0.0, r=0.0, weight_lr_power=2.0):
    schedule_free(w, g + weight_decay * w, slots, t, lr, momentum, r, weight_lr_power)


def schedule_free_adamw(w, g, slots, t, lr, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.0, r=0.0, weight_lr_power=2.0):
    v = slots.setdefault("v", np.zeros_like(w))
    v[...] = beta2 * v + (1 - beta2) * g * g
    d = g / (np.sqrt(v / (1 - beta2**t)) + eps) + weight_decay * w
    schedule_free(w, d, slots, t, lr, beta1, r, weight_lr_power)


def by_hand(name, problem, attributes):
    weights = [values.copy() for values in problem.init]
    slots = [{} for _ in weights]
    count = [0]

    def step():
        count[0] += 1
        for w, g, each in zip(weights, problem.gradients(weights), slots):
            globals()[name](w, g, each, count[0], **attributes)

    return step, lambda: [each.get("x", w) for w, each in zip(weights, slots)]


CASES = [
    (by_torch, "Adagrad", ["tall"], dict(lr=0.1, initial_accumulator_value=0.1, eps=1e-6, lr_decay=0.01)),
    (by_torch, "Adadelta", ["tall"], dict(lr=0.5, weight_decay=0.01)),
    (by_torch, "Adamax", ["tall"], dict(lr=0.02, weight_decay=0.01)),
    (by_torch, "AdamW", ["tall"], dict(lr=0.1, weight_decay=0.1, amsgrad=True)),
    (by_torch, "RMSprop", ["tall"], dict(lr=0.01, alpha=0.9, momentum=0.9)),
    (by_torch, "NAdam", ["tall"], dict(lr=0.02)),
    (by_torch, "NAdam", ["tall"], dict(lr=0.02, weight_decay=0.01)),
    (by_torch, "NAdam", ["tall"], dict(lr=0.02, weight_decay=0.1, decoupled_weight_decay=True)),
    (by_torch, "RAdam", ["tall"], dict(lr=0.1, weight_decay=0.01)),
    (by_torch, "RAdam", ["tall"], dict(lr=0.1, weight_decay=0.1, decoupled_weight_decay=True)),
    (by_torch, "Adafactor", ["tall", "wide", "valley"], dict(lr=0.01)),
    (by_torch, "Adafactor", ["tall"], dict(lr=0.1, weight_decay=0.1, d=1.5, eps=(1e-10, 1e-2), beta2_decay=-0.5)),
    (by_hand, "lion", ["tall", "valley"], dict(lr=0.001)),
    (by_hand, "lion", ["tall"], dict(lr=0.01, weight_decay=0.1, beta1=0.95, beta2=0.98)),
    (by_hand, "adabelief", ["tall", "valley"], dict(lr=0.001)),
    (by_hand, "adabelief", ["tall"], dict(lr=0.01, weight_decay=0.1, eps=1e-8)),
    (by_hand, "adabelief", ["tall"], dict(lr=0.01, weight_decay=0.01, decoupled=False, rectify=False, eps=1e-12)),
    (by_hand, "muon", ["tall", "wide"], dict(lr=0.001)),
    (by_hand, "muon", ["tall", "wide"], dict(lr=0.02, weight_decay=0.0, nesterov=False, match_rms=True, momentum=0.9, steps=3)),
    (by_hand, "schedule_free_sgd", ["tall"], dict(lr=1.0)),
    (by_hand, "schedule_free_sgd", ["valley"], dict(lr=0.0005)),
    (by_hand, "schedule_free_sgd", ["tall"], dict(lr=0.5, momentum=0.8, weight_decay=0.01, r=1.0)),
    (by_hand, "schedule_free_adamw", ["tall", "valley"], dict(lr=0.0025)),
    (by_hand, "schedule_free_adamw", ["tall"], dict(lr=0.01, beta1=0.95, beta2=0.99, weight_decay=0.1, r=0.5)),
]


def numbers(weights):
    flat = [[float(value) for value in each.ravel()] for each in weights]
    return [sum(flat, [])] if len(flat) == 2 else flat


def entry(make, name, problem, attributes):
    step, weights = make(name, problem, attributes)
    expected = []
    for number in range(1, AFTER[-1] + 1):
        step()
        if number in AFTER:
            expected.append({"after_step": number, "params": numbers(weights())})
    source = "PyTorch " + torch.__version__ if make is by_torch else "numpy, from the paper and the authors' definitions"
    return {
        "op": name,
        "attrs": attributes,
        "problem": problem.problem,
        "init": numbers(problem.init),
        "expected": expected,
        "source": source + " (CPU, float64), generated for this project by more_optimizers.py",
    }


entries = [entry(make, name, PROBLEMS[problem], attributes) for make, name, problems, attributes in CASES for problem in problems]
print("[\n" + ",\n".join(json.dumps(each) for each in entries) + "\n]")
