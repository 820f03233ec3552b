"""What the scripts share that measure Kassei and another library in turn, in one run, a thread each.

Times are of the processor, so that other work on the machine disturbs less. Each figure is the median
of rounds; in each round both sides are measured, one right after the other.
"""

import importlib
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import time

for variable in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"):
    os.environ.pop(variable, None)
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

ROUNDS = 5
SECONDS = 0.5
BLOCK_NANOSECONDS = 1_000_000
PACKAGES = {
    "numpy": "python3-numpy libopenblas0-pthread",
    "torch": "python3-torch libopenblas0-pthread",
    "sklearn": "python3-sklearn libopenblas0-pthread",
}
JAVA_OPTIONS = (
    "--add-modules=jdk.incubator.vector -XX:PerMethodTrapLimit=10000 -XX:+UseSerialGC -XX:-UsePerfData"
)
ROOT = pathlib.Path(__file__).resolve().parent.parent


def find(library):
    """The library, or None with a word on stderr about how to get it."""
    try:
        module = importlib.import_module(library)
    except ImportError:
        print(
            f"{library} is not installed for {sys.executable}: nothing is compared with it.\n"
            f"  On Debian: apt-get install {PACKAGES[library]}, then run /usr/bin/python3",
            file=sys.stderr,
        )
        return None
    if library == "torch":
        module.set_num_threads(1)
    return module


def need(library):
    """The library; ends the program where it is missing."""
    return find(library) or sys.exit(1)


class Kassei:
    """A Java process that measures on demand."""

    def __init__(self):
        jars = sorted((ROOT / "benchmarks" / "target").glob("kassei-benchmarks-*.jar"))
        if not jars:
            sys.exit(
                "benchmarks/target has no jar; build it first:\n"
                "  mvn -Pbenchmarks -pl benchmarks -am package -DskipTests"
            )
        java = os.path.join(os.environ["JAVA_HOME"], "bin", "java") if "JAVA_HOME" in os.environ else "java"
        classpath = os.pathsep.join((str(jars[-1]), str(jars[-1].parent / "lib" / "*")))
        self.process = subprocess.Popen(
            [java, *JAVA_OPTIONS.split(), "-cp", classpath, "dev.kassei.benchmarks.Server"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait()

    def timing(self, *words, seconds=SECONDS):
        """Nanoseconds of processor time and bytes allocated, for doing it once."""
        print(seconds, *words, file=self.process.stdin, flush=True)
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"Kassei could not measure {words}:\n{self.process.stderr.read()}")
        nanoseconds, size = line.split()
        return float(nanoseconds), float(size)

    def time(self, *words, seconds=SECONDS):
        return self.timing(*words, seconds=seconds)[0]


def block(work, calls):
    start = time.thread_time_ns()
    for _ in range(calls):
        work()
    return time.thread_time_ns() - start


def time_of(work, seconds=SECONDS):
    """Nanoseconds of processor time for doing it once, as Timing.java measures it."""
    calls = 1
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        spent = max(1, block(work, calls))
        calls = max(1, min(2 * calls, calls * BLOCK_NANOSECONDS // spent))
    blocks = []
    end = time.perf_counter() + seconds
    while len(blocks) < 5 or time.perf_counter() < end:
        blocks.append(block(work, calls) / calls)
    return statistics.median(blocks)


def medians(rounds, *sides):
    """Measures the sides in turn; the median of each."""
    results = [[side() for side in sides] for _ in range(rounds)]
    return [statistics.median(column) for column in zip(*results)]


def chosen(names):
    """The names given on the command line, which have to be among these, or all of them."""
    for name in sys.argv[1:]:
        if name not in names:
            sys.exit(f"there is no '{name}'; there are {', '.join(names)}")
    return sys.argv[1:] or list(names)


def print_machine(*modules):
    """The processor and the versions, for the head of a table."""
    name = platform.processor()
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as lines:
            name = next(line.split(": ")[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        pass
    versions = [f"{module.__name__} {module.__version__}" for module in modules]
    print(", ".join([name, *versions, time.strftime("%Y-%m-%d")]))
