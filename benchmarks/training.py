"""Training of 784-256-256-10 (ReLU, Adam, batches of 128, float32) beside PyTorch, one thread each, in
turn: prints samples a second of each round, the medians and their ratio (above 1: faster than PyTorch).

Debian: apt-get install python3-torch
  mvn -Pbenchmarks -pl benchmarks -am package -DskipTests
  /usr/bin/python3 benchmarks/training.py
"""

import os
import pathlib
import statistics
import subprocess
import time

os.environ.pop("OPENBLAS_CORETYPE", None)
os.environ["OMP_NUM_THREADS"] = "1"

import torch  # noqa: E402  (reads the environment)

SIZES = (784, 256, 256, 10)
BATCH = 128
ROUNDS = 4
SECONDS = 5


def peer():
    torch.manual_seed(0)
    layers = []
    for i, (inputs, outputs) in enumerate(zip(SIZES, SIZES[1:])):
        layers += [torch.nn.ReLU()] if i else []
        layers.append(torch.nn.Linear(inputs, outputs))
    model = torch.nn.Sequential(*layers)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-4)
    loss = torch.nn.CrossEntropyLoss()
    x = torch.randn(BATCH, SIZES[0])
    y = torch.arange(BATCH) % SIZES[-1]

    def step():
        optimizer.zero_grad(set_to_none=True)
        loss(model(x), y).backward()
        optimizer.step()

    for _ in range(20):
        step()
    rates = []
    for _ in range(SECONDS):
        steps, start = 0, time.perf_counter()
        while time.perf_counter() - start < 1:
            step()
            steps += 1
        rates.append(steps * BATCH / (time.perf_counter() - start))
    return statistics.median(rates)


def kassei():
    target = pathlib.Path(__file__).parent / "target"
    if not (target / "lib").exists():
        target = target / "quick"
    classpath = os.pathsep.join((str(target / "kassei-benchmarks-0.1.0.jar"), str(target / "lib/*")))
    command = ["java", "--add-modules", "jdk.incubator.vector", "-XX:PerMethodTrapLimit=10000"]
    command += ["-cp", classpath, "dev.kassei.benchmarks.TrainingSteps", "image"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return float(printed.split()[2])


def main():
    torch.set_num_threads(1)
    rounds = []
    for _ in range(ROUNDS):
        rounds.append((kassei(), peer()))
        print("Kassei {:.0f}  PyTorch {:.0f}".format(*rounds[-1]), flush=True)
    ours, theirs = (statistics.median(column) for column in zip(*rounds))
    print(f"median: Kassei {ours:.0f}  PyTorch {theirs:.0f}  ratio {ours / theirs:.2f}")


if __name__ == "__main__":
    main()
