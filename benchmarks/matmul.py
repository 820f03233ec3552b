"""Matrix products beside OpenBLAS, one thread each, in turn, at each vector width; prints GFLOP/s, the
ratio, and the share of what the processor's fused multiply-adds can do at most.

Debian: apt-get install python3-numpy libopenblas0-pthread
  mvn -Pbenchmarks -pl benchmarks -am package -DskipTests
  /usr/bin/python3 benchmarks/matmul.py [--widths=512,256,128] [FLOAT32|FLOAT64]

A ratio above 1: Kassei is faster.
"""

import beside

beside.at_each_width()
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
        print("precision form  m × n × k          Kassei  OpenBLAS  ratio  of peak")
        for precision in precisions:
            peak = kassei.peak(precision)
            for m, n, k in SHAPES:
                for form in ("NN", "NT", "TN"):
                    what = (precision, form, m, n, k)
                    sides = [lambda: kassei.time("matmul", *what, seconds=SECONDS)]
                    if beside.has_peers():
                        peer = numpy_product(*what)
                        sides.append(lambda: beside.time_of(peer, SECONDS))
                    ours, *theirs = beside.medians(beside.ROUNDS, *sides)
                    work = 2 * m * n * k
                    shape = f"{m} × {n} × {k}"
                    beside_peer = [f"{work / time:9.1f} {time / ours:6.2f}" for time in theirs]
                    print(
                        f"{precision:9} {form:4} {shape:18} {work / ours:7.1f}"
                        f" {(beside_peer or [' ' * 16])[0]} {work / ours / peak:8.2f}",
                        flush=True,
                    )
            print(f"{precision:9} peak {' ' * 18} {peak:7.1f}")


if __name__ == "__main__":
    main(beside.chosen(PRECISIONS))
