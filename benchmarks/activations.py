"""Activations over 8,192 float32 values beside PyTorch, one thread each, in turn: prints nanoseconds
a value, forward and forward with backward, and the ratio (below 1: faster than PyTorch).

Debian: apt-get install python3-torch
  mvn -Pbenchmarks -pl benchmarks -am package -DskipTests
  /usr/bin/python3 benchmarks/activations.py [NAME …]

Times are of the processor, so that other work on the machine disturbs less; each figure is the
median of the rounds' medians.
"""

import os
import pathlib
import statistics
import subprocess
import sys
import time

os.environ.pop("OPENBLAS_CORETYPE", None)
os.environ["OMP_NUM_THREADS"] = "1"

import torch  # noqa: E402  (reads the environment)
from torch.nn import functional  # noqa: E402

NAMES = ("relu", "tanh", "sigmoid", "gelu", "silu", "mish", "softplus", "elu")
ROUNDS = 5
SECONDS = 0.2
SIZE = 8192
CALLS = 10


def torch_call(name, what):
    function = getattr(torch, name, None) or getattr(functional, name)
    x = 2 * torch.randn(SIZE)
    if what == "forward":
        return lambda: function(x)
    x.requires_grad_()
    dy = torch.ones(SIZE)

    def both():
        x.grad = None
        function(x).backward(dy)

    return both


def times(call):
    result = []
    end = time.perf_counter() + SECONDS
    while len(result) < 5 or time.perf_counter() < end:
        start = time.thread_time_ns()
        for _ in range(CALLS):
            call()
        result.append((time.thread_time_ns() - start) / CALLS)
    return statistics.median(result)


def peer(name, what):
    call = torch_call(name, what)
    times(call)
    return times(call)


def kassei(server, *what):
    print(*what, SECONDS, file=server.stdin, flush=True)
    return int(server.stdout.readline())


def main():
    torch.set_num_threads(1)
    target = pathlib.Path(__file__).parent / "target"
    if not (target / "lib").exists():
        target = target / "quick"
    classpath = os.pathsep.join((str(target / "kassei-benchmarks-0.1.0.jar"), str(target / "lib/*")))
    command = ["java", "--add-modules", "jdk.incubator.vector", "-XX:PerMethodTrapLimit=10000"]
    command += ["-cp", classpath, "dev.kassei.benchmarks.ActivationServer"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        print("activation  what     Kassei  PyTorch  ratio")
        for name in sys.argv[1:] or NAMES:
            for what in ("forward", "both"):
                kassei(server, name, what)  # while the JVM compiles
                pairs = [(kassei(server, name, what), peer(name, what)) for _ in range(ROUNDS)]
                ours, theirs = (statistics.median(column) / SIZE for column in zip(*pairs))
                print(f"{name:11} {what:8} {ours:6.3f} {theirs:8.3f} {ours / theirs:6.2f}")
        server.stdin.close()


if __name__ == "__main__":
    main()
