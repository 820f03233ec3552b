"""How time, memory and journal of a batch grow with its trials, of which each takes next to no time.

  /usr/bin/python3 benchmarks/growth.py [trials...]

For each number of trials (1,000, 10,000 and 50,000 without arguments) a row of a table: the seconds until the
journal has a trial, and until the end, the most memory that the process had, the size of the journal, the seconds of
the same command again, when all is there already, and those of the page (plot). Java has a heap of at most 2 GB. The
last column is the processor time of the page and of the statistics from the tables alone (plot and compare), with
two starts of Java.
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import time

import beside

LAUNCHER = str(beside.ROOT / "kassei")
CONFIG = str(beside.ROOT / "benchmarks" / "batches" / "tiny.yaml")
HEAP = "-Xmx2g"
METHODS = 2
POLL_SECONDS = 0.05


class Process:
    """A command that has ended: wall clock and processor time in seconds, peak memory in MB."""

    def __init__(self, arguments, journal=pathlib.Path(os.devnull)):
        start = time.perf_counter()
        child = subprocess.Popen(
            [LAUNCHER, *arguments],
            env={**os.environ, "KASSEI_JAVA_OPTS": HEAP},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.first = float("nan")
        ended = 0
        while not ended:
            time.sleep(POLL_SECONDS)
            if self.first != self.first and journal.exists() and journal.stat().st_size:
                self.first = time.perf_counter() - start
            ended, status, usage = os.wait4(child.pid, os.WNOHANG)
        self.seconds = time.perf_counter() - start
        if status:
            sys.exit(f"kassei {' '.join(arguments)} failed")
        self.processor = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / 1000


def row(trials, runs):
    folder = runs / "bench-tiny"
    journal = folder / "journal.jsonl"
    seeds = f"batch.grid.seed.count={trials // METHODS}"
    run = ["run", CONFIG, "--set", seeds, "--out", str(runs)]
    once = Process(run, journal)
    size = journal.stat().st_size / 1e6
    again = Process(run)
    page = Process(["plot", str(folder)])
    compare = Process(["compare", str(folder)])
    print(
        f"| {trials:,} | {once.first:.1f} | {once.seconds:.1f} | {once.memory:.0f} MB | {size:.1f} MB "
        f"| {again.seconds:.1f} | {page.seconds:.1f} | {compare.processor + page.processor:.1f} |",
        flush=True,
    )


def main(numbers):
    subprocess.run([LAUNCHER, "--version"], check=True, stdout=subprocess.DEVNULL)
    beside.print_machine()
    print("| trials | first after | seconds | peak memory | journal | again | page | statistics and page, processor |")
    print("|---|---|---|---|---|---|---|---|")
    for trials in numbers:
        with tempfile.TemporaryDirectory() as runs:
            row(trials, pathlib.Path(runs))


if __name__ == "__main__":
    main([int(number) for number in sys.argv[1:]] or [1_000, 10_000, 50_000])
