"""Whole processes: the article's experiment by Kassei and its loop in NumPy, in turn.

Debian: apt-get install python3-numpy
  /usr/bin/python3 benchmarks/process.py [times]

Prints the median, the minimum and the maximum of the wall clock in seconds, and Kassei's median without
pictures, which NumPy draws neither, divided by NumPy's. The script builds Kassei first where it has to be. Without NumPy only Kassei is measured.
"""

import statistics
import subprocess
import sys
import tempfile
import time

import beside

ARTICLE = """
import numpy as np
def sigmoid(x): return 1 / (1 + np.exp(-x))
def sigmoid_derivative(x): return sigmoid(x) * (1 - sigmoid(x))
X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
Y_true = np.array([[0], [1], [1], [0]])
w = np.random.randn(2, 1)
b = np.random.randn()
learning_rate = 0.1
losses = []
for epoch in range(10000):
    Z = np.dot(X, w) + b
    Y_pred = sigmoid(Z)
    loss = np.mean((Y_true - Y_pred) ** 2)
    losses.append(loss)
    d_loss = 2 * (Y_pred - Y_true) / len(X)
    dZ = d_loss * sigmoid_derivative(Z)
    dw = np.dot(X.T, dZ)
    db = np.sum(dZ)
    w -= learning_rate * dw
    b -= learning_rate * db
    if epoch % 1000 == 0:
        print(f"Epoch {epoch}, Loss: {loss:.4f}")
"""
LAUNCHER = str(beside.ROOT / "kassei")
CONFIG = str(beside.ROOT / "configs" / "xor-perceptron.yaml")


def seconds(command):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def main(times):
    numpy = beside.find("numpy")
    with tempfile.TemporaryDirectory() as runs:
        run = [LAUNCHER, "run", CONFIG, "--out", runs]
        sides = {
            "kassei --version": [LAUNCHER, "--version"],
            "one epoch": [*run, "--set", "training.epochs=1"],
            "without pictures": [*run, "--no-plots"],
            "the article": run,
        }
        if numpy:
            sides["NumPy"] = [sys.executable, "-c", ARTICLE]
        for command in sides.values():
            seconds(command)
        results = {name: [] for name in sides}
        for _ in range(times):
            for name, command in sides.items():
                results[name].append(seconds(command))
    beside.print_machine(*(module for module in (numpy,) if module))
    for name, walls in results.items():
        print(f"{name:18} {statistics.median(walls):.3f} ({min(walls):.3f} to {max(walls):.3f})")
    if numpy:
        ratio = statistics.median(results["without pictures"]) / statistics.median(results["NumPy"])
        print(f"{'without / NumPy':18} {ratio:.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
