"""Matrix products beside OpenBLAS, one thread each, in turn; prints GFLOP/s and the ratio.

Debian: apt-get install python3-numpy libopenblas0-pthread
  mvn -Pbenchmarks -pl benchmarks -am package -DskipTests
  /usr/bin/python3 benchmarks/matmul.py

Times are of the processor, so that other work on the machine disturbs less; each figure is the
median of the rounds' medians.
"""

import os
import pathlib
import statistics
import subprocess
import time

for variable in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"):
    os.environ.pop(variable, None)
os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"

import numpy  # noqa: E402  (reads the environment)

SHAPES = ((256, 256, 256), (512, 512, 512), (1024, 1024, 1024), (128, 256, 784))
PRECISIONS = {"FLOAT32": numpy.float32, "FLOAT64": numpy.float64}
ROUNDS = 5
SECONDS = 0.3


def numpy_product(precision, form, m, n, k):
    draw = numpy.random.default_rng(1).random
    x, w, y = (draw(s).astype(PRECISIONS[precision]) for s in ((m, k), (k, n), (m, n)))
    if form == "NN":
        return lambda: numpy.dot(x, w, out=y)
    if form == "NT":
        return lambda: numpy.dot(y, w.T, out=x)
    return lambda: numpy.dot(x.T, y, out=w)


def times(product):
    result = []
    end = time.perf_counter() + SECONDS
    while len(result) < 5 or time.perf_counter() < end:
        start = time.thread_time_ns()
        product()
        result.append(time.thread_time_ns() - start)
    return result


def peer(*what):
    product = numpy_product(*what)
    times(product)
    return statistics.median(times(product))


def kassei(server, *what):
    print(*what, SECONDS, file=server.stdin, flush=True)
    return int(server.stdout.readline())


def main():
    target = pathlib.Path(__file__).parent / "target"
    classpath = os.pathsep.join((str(target / "kassei-benchmarks-0.1.0.jar"), str(target / "lib/*")))
    command = ["java", "--add-modules", "jdk.incubator.vector", "-cp", classpath]
    command.append("dev.kassei.benchmarks.MatmulServer")
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        print("precision form  m × n × k          Kassei  OpenBLAS  ratio")
        for precision in PRECISIONS:
            for m, n, k in SHAPES:
                for form in ("NN", "NT", "TN"):
                    what = (precision, form, m, n, k)
                    pairs = [(kassei(server, *what), peer(*what)) for _ in range(ROUNDS)]
                    ours, theirs = (statistics.median(column) for column in zip(*pairs))
                    work = 2 * m * n * k
                    shape = f"{m} × {n} × {k}"
                    print(
                        f"{precision:9} {form:4} {shape:18} {work / ours:7.1f} {work / theirs:9.1f}"
                        f" {theirs / ours:6.2f}"
                    )
        server.stdin.close()


if __name__ == "__main__":
    main()
