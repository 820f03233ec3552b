"""A formula in YAML beside the same function as a Java record, in turn.

  /usr/bin/python3 benchmarks/formula.py [times]

Trains a network whose time goes into its activation, and prints the seconds of its epochs without the first
ten: median, minimum and maximum, and the ratio of the medians. Digests must be equal, or it stops.
The script builds Kassei first where it has to be.
"""

import csv
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile

import beside

WARMING = 10
CONFIG = """
name: formula
dataset: {type: moons, samples: 2000}
model: {type: mlp, hidden: [256, 256], activation: mish}
loss: binary_cross_entropy
optimizer: adam
training: {epochs: 40, batch_size: 128}
"""
SIDES = {"mish": "mish", "formula": '{formula: "x * tanh(softplus(x))"}'}


def train(config, runs, activation):
    """The seconds of the epochs, and the digest."""
    command = [str(beside.ROOT / "kassei"), "run", str(config), "--no-plots", "--out", runs]
    done = subprocess.run(
        [*command, "--set", f"model.activation={activation}"],
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    folder = pathlib.Path(done.stdout.splitlines()[-1])
    with open(folder / "timings.csv", encoding="utf-8") as file:
        seconds = [float(row["seconds"]) for row in csv.DictReader(file)]
    record = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    return sum(seconds[WARMING:]), record["digest"]


def main(times):
    results = {name: [] for name in SIDES}
    digests = set()
    with tempfile.TemporaryDirectory() as runs:
        config = pathlib.Path(runs) / "formula.yaml"
        config.write_text(CONFIG, encoding="utf-8")
        for _ in range(times):
            for name, activation in SIDES.items():
                seconds, digest = train(config, runs, activation)
                results[name].append(seconds)
                digests.add(digest)
    if len(digests) != 1:
        sys.exit(f"the digests differ: {digests}")
    beside.print_machine()
    for name, seconds in results.items():
        middle = statistics.median(seconds)
        print(f"{name:8} {middle:.3f} ({min(seconds):.3f} to {max(seconds):.3f})")
    ratio = statistics.median(results["formula"]) / statistics.median(results["mish"])
    print(f"formula / mish {ratio:.3f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
