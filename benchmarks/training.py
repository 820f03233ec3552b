"""Training steps in float32 beside PyTorch and scikit-learn, one thread each, in turn, at each
vector width.

Debian: apt-get install python3-torch python3-sklearn libopenblas0-pthread
  mvn -Pbenchmarks -pl benchmarks -am package -DskipTests
  /usr/bin/python3 benchmarks/training.py [--widths=512,256,128] [network...]

Prints samples a second (for XOR steps a second, over all lanes), how many times as fast as the peer
Kassei is, what share of the processor's fused multiply-adds its matrix products take of the whole
step, and the bytes that it allocates per step. A library that is not installed is left out.
"""

import warnings

import beside

beside.at_each_width()
torch = beside.find("torch")
sklearn = beside.find("sklearn")

LANES = 64


def torch_network(widths, activation, loss, optimizer, targets, before=lambda width: []):
    """Each hidden layer with what is before its activation."""
    layers = []
    for inputs, outputs in zip(widths, widths[1:]):
        layers += [torch.nn.Linear(inputs, outputs), *before(outputs), activation()]
    last = 1 + len(before(widths[-1]))
    model = torch.nn.Sequential(*layers[:-last])
    optimizer = optimizer(model.parameters(), lr=1e-4)
    x = torch.randn(len(targets), widths[0])

    def step():
        optimizer.zero_grad(set_to_none=True)
        loss(model(x), targets).backward()
        optimizer.step()

    return step


def torch_xor():
    targets = torch.tensor([[0.0], [1.0], [1.0], [0.0]])
    loss = torch.nn.BCEWithLogitsLoss()
    return torch_network((2, 8, 1), torch.nn.Tanh, loss, torch.optim.SGD, targets)


def torch_xor_lanes():
    """Many networks as one batch of matrices, written by hand: the fastest that PyTorch does."""
    x = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    targets = torch.tensor([[0.0], [1.0], [1.0], [0.0]]).expand(LANES, 4, 1)
    w1 = torch.randn(LANES, 2, 8, requires_grad=True)
    b1 = torch.zeros(LANES, 1, 8, requires_grad=True)
    w2 = torch.randn(LANES, 8, 1, requires_grad=True)
    b2 = torch.zeros(LANES, 1, 1, requires_grad=True)
    optimizer = torch.optim.SGD([w1, b1, w2, b2], lr=1e-4)
    cross_entropy = torch.nn.functional.binary_cross_entropy_with_logits

    def step():
        optimizer.zero_grad(set_to_none=True)
        logits = torch.tanh(x @ w1 + b1) @ w2 + b2
        (cross_entropy(logits, targets, reduction="sum") / 4).backward()
        optimizer.step()

    return step


def torch_classifier(widths, rows, before=lambda width: []):
    targets = torch.arange(rows) % 2
    loss = torch.nn.CrossEntropyLoss()
    return torch_network(widths, torch.nn.ReLU, loss, torch.optim.Adam, targets, before)


def torch_image(before=lambda width: []):
    return torch_classifier((784, 256, 256, 10), 128, before)


def torch_lenet():
    """Forward and backward alone."""
    nn = torch.nn
    model = nn.Sequential(
        *(nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2)),
        *(nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2)),
        *(nn.Flatten(), nn.Linear(400, 120), nn.ReLU()),
        *(nn.Linear(120, 84), nn.ReLU(), nn.Linear(84, 10)),
    )
    x = torch.randn(128, 1, 28, 28)
    targets = torch.arange(128) % 2
    loss = nn.CrossEntropyLoss()

    def step():
        model.zero_grad(set_to_none=True)
        loss(model(x), targets).backward()

    return step


def sklearn_tabular():
    """32 steps a call, so that checking the data costs little."""
    import numpy
    from sklearn.neural_network import MLPClassifier

    warnings.simplefilter("ignore")
    x = numpy.random.default_rng(1).standard_normal((1024, 30)).astype(numpy.float32)
    y = numpy.arange(1024) % 2
    model = MLPClassifier((32, 32), batch_size=32, learning_rate_init=1e-4, max_iter=1)
    return lambda: model.fit(x, y)


def torch_chains():
    """Forward and backward alone."""
    widths = (4, 32, 16, 4)
    layers = [
        layer
        for inputs, outputs in zip(widths, widths[1:])
        for layer in (torch.nn.Linear(inputs, outputs), torch.nn.Tanh())
    ]
    model = torch.nn.Sequential(*layers[:-1])
    x = torch.randn(10_000, 4)
    targets = torch.arange(10_000) % 2
    loss = torch.nn.CrossEntropyLoss()

    def step():
        model.zero_grad(set_to_none=True)
        loss(model(x), targets).backward()

    return step


def operations(widths, rows):
    """Multiplications and additions of dense layers, forward and backward but for the inputs."""
    pairs = [inputs * outputs for inputs, outputs in zip(widths, widths[1:])]
    return 2 * rows * (3 * sum(pairs) - pairs[0])


IMAGE = operations((784, 256, 256, 10), 128)
TABULAR = operations((30, 32, 32, 2), 32)
XOR = operations((2, 8, 1), 4)
FIRST = 28 * 28 * 6 * 25
LENET = 2 * 128 * (2 * FIRST + 3 * (10 * 10 * 16 * 150 + 400 * 120 + 120 * 84 + 84 * 10))

# name: (what is counted, how many per step, operations of products per step,
#   peers as (name, library, work, steps per call))
NETWORKS = {
    "xor": ("steps/s", 1, XOR, [("PyTorch", torch, torch_xor, 1)]),
    "xor-lanes": ("steps/s", LANES, LANES * XOR, [("PyTorch", torch, torch_xor_lanes, 1)]),
    "tabular": (
        "samples/s",
        32,
        TABULAR,
        [
            ("PyTorch", torch, lambda: torch_classifier((30, 32, 32, 2), 32), 1),
            ("scikit-learn", sklearn, sklearn_tabular, 32),
        ],
    ),
    "tabular-lanes": (
        "samples/s",
        32 * 16,
        16 * TABULAR,
        [],
    ),
    "image": ("samples/s", 128, IMAGE, [("PyTorch", torch, torch_image, 1)]),
    "image-dropout": (
        "samples/s",
        128,
        IMAGE,
        [("PyTorch", torch, lambda: torch_image(lambda width: [torch.nn.Dropout()]), 1)],
    ),
    "image-norm": (
        "samples/s",
        128,
        IMAGE,
        [("PyTorch", torch, lambda: torch_image(lambda width: [torch.nn.BatchNorm1d(width)]), 1)],
    ),
    "lenet": ("samples/s", 128, LENET, [("PyTorch", torch, torch_lenet, 1)]),
    "chains": (
        "samples/s",
        10_000,
        operations((4, 32, 16, 4), 10_000),
        [("PyTorch", torch, torch_chains, 1)],
    ),
}


def measure(name):
    unit, count, operations, peers = NETWORKS[name]
    there = beside.has_peers()
    peers = [(peer, make(), steps) for peer, library, make, steps in peers if library and there]
    sizes = []
    with beside.Kassei() as kassei:

        def ours():
            nanoseconds, size = kassei.timing("training", name, seconds=1)
            sizes.append(size)
            return nanoseconds

        theirs = [
            lambda work=work, steps=steps: beside.time_of(work, 1) / steps for _, work, steps in peers
        ]
        times = beside.medians(beside.ROUNDS, ours, *theirs)
        share = operations / times[0] / kassei.peak("FLOAT32")
    rate = count / times[0] * 1e9
    print(
        f"{name:14} Kassei       {rate:12,.0f} {unit:10}         {share:8.2f} of peak"
        f" {min(sizes):5.0f} bytes per step",
        flush=True,
    )
    for (peer, *_), nanoseconds in zip(peers, times[1:]):
        rate = count / nanoseconds * 1e9
        print(f"{name:14} {peer:12} {rate:12,.0f} {unit:10} {nanoseconds / times[0]:7.2f}", flush=True)


def main(names):
    beside.print_machine(*(module for module in (torch, sklearn) if module))
    with beside.Kassei() as kassei:
        print(f"from memory {kassei.bandwidth():.1f} bytes a nanosecond (triad)")
    print("network        library                             times as fast")
    for name in names:
        measure(name)


if __name__ == "__main__":
    main(beside.chosen(NETWORKS))
