"""Writes torch_networks.json: small networks trained by PyTorch in float64.

For each network the initial tensors, the loss of each of ten steps, the tensors after them, and predictions in inference.
Layers that PyTorch does not have are written down here from their papers; nothing of Kassei is used. Layers before a
batch normalization have no bias: its gradient is 0, and Adam would divide one rounding error by another. Written by
python3 torch_networks.py > torch_networks.json
"""

import json

import torch
from torch import nn
from torch.nn.functional import silu

torch.set_default_dtype(torch.float64)
ROWS = 7
STEPS = 10


class Network(nn.Module):
    def __init__(self, *layers):
        super().__init__()
        self.layers = nn.Sequential(*layers)

    def forward(self, x):
        return self.layers(x)


class Residual(nn.Sequential):
    """x + f(x), x projected where the widths differ."""

    def __init__(self, *layers, projection=None):
        super().__init__(*layers)
        self.count = len(layers)
        if projection:
            self.projection = projection

    def forward(self, x):
        y = x
        for layer in list(self)[: self.count]:
            y = layer(y)
        return y + (self.projection(x) if hasattr(self, "projection") else x)


class Kan(nn.Module):
    """silu(x)·W_b + B(x)·W_s with cubic B-splines by the recursion of Cox and de Boor."""

    def __init__(self, inputs, outputs, size=5, order=3, low=-1.0, high=1.0):
        super().__init__()
        step = (high - low) / size
        self.grid = low + step * torch.arange(-order, size + order + 1)
        self.order = order
        self.base_weight = nn.Parameter(torch.randn(outputs, inputs) * 0.5)
        self.spline_weight = nn.Parameter(torch.randn(outputs, inputs * (size + order)) * 0.5)

    def bases(self, x):
        x = x.unsqueeze(-1)
        t = self.grid
        b = ((x >= t[:-1]) & (x < t[1:])).to(x.dtype)
        for k in range(1, self.order + 1):
            left = (x - t[: -(k + 1)]) / (t[k:-1] - t[: -(k + 1)]) * b[..., :-1]
            right = (t[k + 1 :] - x) / (t[k + 1 :] - t[1:-k]) * b[..., 1:]
            b = left + right
        return b.flatten(1)

    def forward(self, x):
        return silu(x) @ self.base_weight.T + self.bases(x) @ self.spline_weight.T


class FastKan(nn.Module):
    """A linear layer of silu(x), and one without a bias of Gaussian bases of the normalized x."""

    def __init__(self, inputs, outputs, count=8, low=-2.0, high=2.0):
        super().__init__()
        self.centers = torch.linspace(low, high, count)
        self.width = (high - low) / (count - 1)
        self.layernorm = nn.LayerNorm(inputs)
        self.spline_linear = nn.Linear(inputs * count, outputs, bias=False)
        self.base_linear = nn.Linear(inputs, outputs)

    def forward(self, x):
        z = (self.layernorm(x).unsqueeze(-1) - self.centers) / self.width
        return self.spline_linear(torch.exp(-(z**2)).flatten(1)) + self.base_linear(silu(x))


class Embeddings(nn.Module):
    """The first columns as they are, then rows of a table for the columns after them."""

    def __init__(self, kept, classes, width):
        super().__init__()
        self.kept = kept
        self.weight = nn.Parameter(torch.randn(classes, width))

    def forward(self, x):
        rows = self.weight[x[:, self.kept :].long()]
        return torch.cat([x[:, : self.kept], rows.flatten(1)], 1)


def numbers(shape):
    return torch.randn(shape)


def classes(shape, count):
    return torch.randint(count, shape).to(torch.float64)


def columns(x):
    """Images as rows of features: height, width, channels."""
    if x.dim() == 4:
        x = x.permute(0, 2, 3, 1)
    if x.dim() == 3:
        x = x.permute(0, 2, 1)
    return x.flatten(1)


def tensors(network):
    state = network.state_dict()
    return {
        name: {"shape": list(value.shape), "values": value.flatten().tolist()}
        for name, value in state.items()
        if not name.endswith("num_batches_tracked")
    }


OPTIMIZERS = {
    "sgd": lambda parameters: torch.optim.SGD(parameters, lr=0.05, momentum=0.9),
    "adam": lambda parameters: torch.optim.Adam(parameters, lr=0.01),
}


def entry(name, make, x, outputs):
    entries = []
    for optimizer in OPTIMIZERS:
        torch.manual_seed(len(name))
        network = make()
        targets = numbers((ROWS, outputs))
        descent = OPTIMIZERS[optimizer](network.parameters())
        result = {"name": name, "optimizer": optimizer, "x": columns(x).tolist(), "shape": list(x.shape[1:])}
        result["targets"] = targets.tolist()
        result["initial"] = tensors(network)
        losses = []
        for _ in range(STEPS):
            descent.zero_grad()
            loss = nn.functional.mse_loss(network(x), targets)
            loss.backward()
            descent.step()
            losses.append(loss.item())
        result["losses"] = losses
        result["final"] = tensors(network)
        network.eval()
        result["predictions"] = network(x).tolist()
        entries.append(result)
    return entries


def all_entries():
    torch.manual_seed(1)
    x = numbers((ROWS, 4))
    image = numbers((ROWS, 2, 8, 8))
    sequence = numbers((ROWS, 3, 10))
    categories = torch.cat([numbers((ROWS, 2)), classes((ROWS, 2), 5)], 1)
    return [
        *entry("batch_norm", lambda: Network(nn.Linear(4, 6, bias=False), nn.BatchNorm1d(6), nn.Tanh(), nn.Linear(6, 2)), x, 2),
        *entry("layer_norm", lambda: Network(nn.Linear(4, 6), nn.LayerNorm(6), nn.Tanh(), nn.Linear(6, 2)), x, 2),
        *entry("rms_norm", lambda: Network(nn.Linear(4, 6), nn.RMSNorm(6, eps=1e-6), nn.Tanh(), nn.Linear(6, 2)), x, 2),
        *entry("embedding", lambda: Network(Embeddings(2, 5, 3), nn.Linear(8, 5), nn.Tanh(), nn.Linear(5, 2)), categories, 2),
        *entry(
            "residual",
            lambda: Network(
                Residual(nn.Linear(4, 6), nn.Tanh(), nn.Linear(6, 5), projection=nn.Linear(4, 5, bias=False)),
                Residual(nn.Linear(5, 5), nn.Tanh()),
                nn.Linear(5, 2),
            ),
            x,
            2,
        ),
        *entry("kan", lambda: Network(Kan(4, 3), Kan(3, 2)), x, 2),
        *entry("fast_kan", lambda: Network(FastKan(4, 3), FastKan(3, 2)), x, 2),
        *entry(
            "conv2d",
            lambda: Network(
                nn.Conv2d(2, 4, 3, padding=1),
                nn.Tanh(),
                nn.MaxPool2d(2),
                nn.Conv2d(4, 6, 3, padding="same", groups=2),
                nn.Tanh(),
                nn.AvgPool2d(2),
                nn.Flatten(),
                nn.Linear(24, 3),
            ),
            image,
            3,
        ),
        *entry(
            "conv2d_strided",
            lambda: Network(
                nn.Conv2d(2, 4, (3, 2), stride=2, padding=(2, 1), dilation=(2, 1), bias=False),
                nn.BatchNorm2d(4),
                nn.Tanh(),
                nn.MaxPool2d(3, stride=2, padding=1),
                nn.AdaptiveAvgPool2d(1),
                nn.Flatten(),
                nn.Linear(4, 3),
            ),
            image,
            3,
        ),
        *entry(
            "conv2d_by_channel",
            lambda: Network(nn.Conv2d(2, 2, 3, padding=1, groups=2), nn.Tanh(), nn.Flatten(), nn.Linear(128, 3)),
            image,
            3,
        ),
        *entry(
            "conv1d",
            lambda: Network(
                nn.Conv1d(3, 4, 4, padding="same"),
                nn.Tanh(),
                nn.MaxPool1d(3, stride=2),
                nn.Conv1d(4, 5, 2, stride=2, padding=1),
                nn.Tanh(),
                nn.AvgPool1d(2, stride=1, padding=1),
                nn.Flatten(),
                nn.Linear(20, 2),
            ),
            sequence,
            2,
        ),
    ]


print("[")
print(",\n".join(json.dumps(each) for each in all_entries()))
print("]")
