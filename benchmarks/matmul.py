"""Matrix products beside OpenBLAS, one thread each, in turn; prints GFLOP/s and the ratio.

Debian: apt-get install python3-numpy libopenblas0-pthread
  mvn -Pbenchmarks -pl benchmarks -am package -DskipTests
  /usr/bin/python3 benchmarks/matmul.py [FLOAT32|FLOAT64]

A ratio above 1: Kassei is faster.
"""

import beside

numpy = beside.need("numpy")

SHAPES = ((256, 256, 256), (512, 512, 512), (1024, 1024, 1024), (128, 256, 784))
PRECISIONS = {"FLOAT32": numpy.float32, "FLOAT64": numpy.float64}
SECONDS = 0.3


def numpy_product(precision, form, m, n, k):
    draw = numpy.random.default_rng(1).random
    x, w, y = (draw(s).astype(PRECISIONS[precision]) for s in ((m, k), (k, n), (m, n)))
    if form == "NN":
        return lambda: numpy.dot(x, w, out=y)
    if form == "NT":
        return lambda: numpy.dot(y, w.T, out=x)
    return lambda: numpy.dot(x.T, y, out=w)


def main(precisions):
    beside.print_machine(numpy)
    with beside.Kassei() as kassei:
        print("precision form  m × n × k          Kassei  OpenBLAS  ratio")
        for precision in precisions:
            for m, n, k in SHAPES:
                for form in ("NN", "NT", "TN"):
                    what = (precision, form, m, n, k)
                    peer = numpy_product(*what)
                    ours, theirs = beside.medians(
                        beside.ROUNDS,
                        lambda: kassei.time("matmul", *what, seconds=SECONDS),
                        lambda: beside.time_of(peer, SECONDS),
                    )
                    work = 2 * m * n * k
                    shape = f"{m} × {n} × {k}"
                    print(
                        f"{precision:9} {form:4} {shape:18} {work / ours:7.1f} {work / theirs:9.1f}"
                        f" {theirs / ours:6.2f}",
                        flush=True,
                    )


if __name__ == "__main__":
    main(beside.chosen(PRECISIONS))
