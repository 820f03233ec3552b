"""Writes torch_lbfgs.json: parameters after steps of PyTorch's LBFGS with line_search_fn="strong_wolfe", in float64.

Problems are Rosenbrock's valley in 2 and in 6 dimensions, sum of 100 (b - a^2)^2 + (1 - a)^2 over neighbours, and the mean of
softplus(-y (w x + b)), whose x and y are among the numbers. Written in a second by python3 torch_lbfgs.py > torch_lbfgs.json
"""

import json
import torch

torch.set_default_dtype(torch.float64)


def rosenbrock(p):
    return (100 * (p[1:] - p[:-1] ** 2) ** 2 + (1 - p[:-1]) ** 2).sum()


X = torch.randn(20, 4, generator=torch.Generator().manual_seed(3))
Y = torch.sign(X @ torch.tensor([1.0, -2.0, 0.5, 0.0]) + 0.8 * torch.randn(20, generator=torch.Generator().manual_seed(4)))


def logistic(p):
    return torch.nn.functional.softplus(-Y * (X @ p[:4] + p[4])).mean()


def train(name, loss, init, steps, options):
    parameters = torch.tensor(init, requires_grad=True)
    algorithm = torch.optim.LBFGS([parameters], line_search_fn="strong_wolfe", **options)

    def closure():
        algorithm.zero_grad()
        value = loss(parameters)
        value.backward()
        return value

    expected = []
    for _ in range(steps):
        algorithm.step(closure)
        expected.append(parameters.tolist())
    return dict(problem=name, options=options, init=init, expected=expected)


VALLEY = [-1.2, 1.0]
LONG_VALLEY = [-1.2, 1.0, -1.2, 1.0, -1.2, 1.0]
ZEROS = [0.0] * 5
CASES = [
    train("rosenbrock", rosenbrock, VALLEY, 8, dict(max_iter=4)),
    train("rosenbrock", rosenbrock, VALLEY, 2, dict()),
    train("rosenbrock", rosenbrock, VALLEY, 12, dict(max_iter=3, history_size=2)),
    train("rosenbrock", rosenbrock, LONG_VALLEY, 8, dict(max_iter=5, history_size=4)),
    train("rosenbrock", rosenbrock, LONG_VALLEY, 6, dict(lr=0.3, max_iter=5)),
    train("logistic", logistic, ZEROS, 10, dict(max_iter=1)),
    train("logistic", logistic, ZEROS, 3, dict(max_iter=10, tolerance_grad=1e-3)),
    train("logistic", logistic, ZEROS, 3, dict(max_iter=10, tolerance_change=1e-3)),
]
print(json.dumps(dict(source=f"PyTorch {torch.__version__}, torch_lbfgs.py", x=X.tolist(), y=Y.tolist(), cases=CASES), indent=1))
