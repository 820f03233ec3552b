"""Activations of 8,192 float32 values beside PyTorch, one thread each, in turn, at each
vector width.

Debian: apt-get install python3-torch libopenblas0-pthread
  mvn -Pbenchmarks -pl benchmarks -am package -DskipTests
  /usr/bin/python3 benchmarks/activations.py [--widths=512,256] [activation...]

Prints nanoseconds a value, forward and forward + backward, and Kassei's time divided by PyTorch's:
below 1, Kassei is faster.
"""

import beside

beside.at_each_width()
torch = beside.need("torch")
from torch.nn import functional  # noqa: E402  (after the check)

VALUES = 8192
ACTIVATIONS = {
    "relu": torch.relu,
    "tanh": torch.tanh,
    "sigmoid": torch.sigmoid,
    "gelu": functional.gelu,
    "silu": functional.silu,
    "mish": functional.mish,
    "softplus": functional.softplus,
    "elu": functional.elu,
}


def forward(activation):
    x = 2 * torch.randn(VALUES)

    def run():
        with torch.no_grad():
            activation(x)

    return run


def both(activation):
    x = (2 * torch.randn(VALUES)).requires_grad_()
    dy = torch.ones(VALUES)

    def run():
        x.grad = None
        activation(x).backward(dy)

    return run


def main(names):
    if not beside.has_peers():
        return
    beside.print_machine(torch)
    print("ns a value  Kassei  PyTorch  ratio   forward + backward  Kassei  PyTorch  ratio")
    for name in names:
        cells = []
        for kind, make in (("FORWARD", forward), ("BOTH", both)):
            with beside.Kassei() as kassei:
                peer = make(ACTIVATIONS[name])
                words = ("activation", name, kind, VALUES)
                ours, theirs = beside.medians(
                    beside.ROUNDS, lambda: kassei.time(*words), lambda: beside.time_of(peer)
                )
            cells += [ours / VALUES, theirs / VALUES, ours / theirs]
        print("{:10} {:7.3f} {:8.3f} {:6.2f} {:27.3f} {:8.3f} {:6.2f}".format(name, *cells), flush=True)


if __name__ == "__main__":
    main(beside.chosen(ACTIVATIONS))
