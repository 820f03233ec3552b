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

# By width in bits: Java's options, and what the peers are told where they would choose another one.
# No peer has fused multiply-adds of 128 bits.
WIDTHS = {
    "512": ("", {"OPENBLAS_CORETYPE": "SkylakeX"}),
    "256": (
        "-XX:UseAVX=2",
        {"OPENBLAS_CORETYPE": "Haswell", "ATEN_CPU_CAPABILITY": "avx2", "ONEDNN_MAX_CPU_ISA": "AVX2"},
    ),
    "128": ("-XX:UseAVX=2 -XX:MaxVectorSize=16", {}),
}
WIDTH = "KASSEI_VECTOR_BITS"


def widths_here():
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as lines:
            flags = next(line for line in lines if line.startswith("flags")).split()
    except (OSError, StopIteration):
        return []
    return [*(["512"] if "avx512f" in flags else []), *(["256", "128"] if "avx2" in flags else [])]


def at_each_width():
    """Runs the script anew for each width in bits of --widths=512,256,128 (else for each that the
    processor has), since libraries choose theirs when they are loaded."""
    if WIDTH in os.environ:
        return
    asked = [word for word in sys.argv[1:] if word.startswith("--widths=")]
    widths = asked[-1].removeprefix("--widths=").split(",") if asked else widths_here()
    for bits in widths:
        if bits not in WIDTHS:
            sys.exit(f"there is no width of '{bits}' bits; there are {', '.join(WIDTHS)}")
    for variable in ("OPENBLAS_CORETYPE", "ATEN_CPU_CAPABILITY", "ONEDNN_MAX_CPU_ISA"):
        os.environ.pop(variable, None)
    words = [word for word in sys.argv[1:] if word not in asked]
    for bits in widths or [""]:
        environment = {**os.environ, WIDTH: bits, **(WIDTHS[bits][1] if bits else {})}
        code = subprocess.run([sys.executable, sys.argv[0], *words], env=environment).returncode
        if code:
            sys.exit(code)
    sys.exit(0)


def has_peers():
    return os.environ.get(WIDTH) != "128"


os.environ.pop("OPENBLAS_L2_SIZE", None)
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

ROUNDS = 5
SECONDS = 0.5
PEAK_OPERATIONS = 2 * 12 * 2**14  # as in Peak.java
TRIAD_BYTES = 12 * 2**24
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
            [java, *JAVA_OPTIONS.split(), *self.width(), "-cp", classpath, "dev.kassei.benchmarks.Server"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    @staticmethod
    def width():
        bits = os.environ.get(WIDTH)
        return WIDTHS[bits][0].split() if bits else []

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


    def peak(self, precision):
        """The most multiplications and additions a nanosecond, fused, in registers."""
        return max(PEAK_OPERATIONS / self.time("peak", precision, seconds=0.2) for _ in range(3))

    def bandwidth(self):
        """The bytes a nanosecond of McCalpin's triad, from memory."""
        return max(TRIAD_BYTES / self.time("triad", seconds=0.2) for _ in range(3))


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
    bits = os.environ.get(WIDTH)
    width = [f"vectors of {bits} bits"] if bits else []
    print(", ".join([name, *width, *versions, time.strftime("%Y-%m-%d")]))
