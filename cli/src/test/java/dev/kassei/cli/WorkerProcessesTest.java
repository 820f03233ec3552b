package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real processes train a batch, and come to harm. */
@Tag("slow")
@DisabledOnOs(OS.WINDOWS) // which has no such signals
class WorkerProcessesTest {
  private static final int INTERRUPTED = 130;
  private static final int TERMINATED = 143;
  private static final List<String> SAME =
      List.of("trials.csv", "curves.csv", "statistics.json", "summary.md", "report.html");

  @TempDir private Path temporary;
  private Path file = Path.of("");

  @BeforeEach
  void write() throws IOException {
    file =
        Files.writeString(
            temporary.resolve("some.yaml"),
            """
            dataset: {type: moons, samples: 200, split: {validation: 0.5}}
            model: {type: mlp, hidden: [16], activation: relu}
            loss: binary_cross_entropy
            optimizer: adam
            training: {epochs: 60, batch_size: 10}
            batch:
              grid: {model.activation: [relu, tanh], seed: {from: 1, count: 12}}
              compare: {metric: validation.accuracy}
              keep: none
            """);
  }

  private Process start(String out, String... options) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(
                "run",
                file.toString(),
                "--lanes",
                "2",
                "--out",
                temporary.resolve(out).toString()));
    words.addAll(List.of(options));
    List<String> lease = List.of("-Dkassei.worker.lease=5");
    return new ProcessBuilder(KasseiProcess.command(lease, words))
        .redirectErrorStream(true)
        .redirectOutput(temporary.resolve(out + ".log").toFile())
        .start();
  }

  /** Trains in this process. */
  private void trained(String out, String... options) {
    var words = new ArrayList<Object>(List.of("run", file, "--out", temporary.resolve(out)));
    words.addAll(List.of(options));
    assertThat(Invocation.of(words.toArray()).code()).isZero();
  }

  private Path folder(String out) {
    return temporary.resolve(out).resolve("some");
  }

  private String ended(Process process, String out, int code)
      throws IOException, InterruptedException {
    boolean hasEnded = process.waitFor(2, TimeUnit.MINUTES);
    String log = Files.readString(temporary.resolve(out + ".log"), StandardCharsets.UTF_8);
    assertThat(hasEnded).as(log).isTrue();
    assertThat(process.exitValue()).as(log).isEqualTo(code);
    return log;
  }

  private static List<ProcessHandle> workers(Process process) {
    return process.children().filter(ProcessHandle::isAlive).toList();
  }

  /** Waits until so many trials have ended. */
  private void await(Process process, String out, int trials)
      throws IOException, InterruptedException {
    Path journal = folder(out).resolve("journal.jsonl");
    while (process.isAlive()
        && (Files.notExists(journal) || Files.readAllLines(journal).size() < trials)) {
      Thread.sleep(5);
    }
  }

  private static String processOf(long pid) {
    return "\"process\":\"%s\"".formatted(pid);
  }

  private static void signal(String name, ProcessHandle process)
      throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  @Test
  void killedAndStoppedWorkersChangeNoByte() throws IOException, InterruptedException {
    trained("threads");
    Process process = start("processes", "--executor", "processes", "--workers", "2");
    try {
      await(process, "processes", 2);
      List<ProcessHandle> workers = workers(process);
      assertThat(workers).hasSize(2);
      signal("STOP", workers.get(0));
      signal("KILL", workers.get(1));
      String log = ended(process, "processes", 0);
      assertThat(log)
          .contains("exit code 137; another one takes its place", "no sign of life for 5 s");
      for (String name : SAME) {
        assertThat(folder("processes").resolve(name))
            .hasSameBinaryContentAs(folder("threads").resolve(name));
      }
      // what both had left was trained by those that took their places
      List<String> lost = workers.stream().map(worker -> processOf(worker.pid())).toList();
      assertThat(Files.readAllLines(folder("processes").resolve("environment.jsonl")))
          .anySatisfy(line -> assertThat(line).doesNotContain(lost));
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void noWorkerOutlivesItsCoordinatorAndWhatItEndedResumes()
      throws IOException, InterruptedException {
    Process process = start("killed", "--no-plots", "--executor", "processes", "--workers", "2");
    List<ProcessHandle> workers;
    try {
      await(process, "killed", 2);
      workers = workers(process);
      assertThat(workers).hasSize(2);
    } finally {
      process.destroyForcibly();
    }
    assertThat(workers).allSatisfy(WorkerProcessesTest::ends);
    int there = Files.readAllLines(folder("killed").resolve("journal.jsonl")).size();
    Process again = start("killed", "--no-plots", "--executor", "processes", "--workers", "2");
    try {
      await(again, "killed", there + 2);
      workers = workers(again);
      again.destroy();
      assertThat(ended(again, "killed", TERMINATED))
          .contains("Stopping: finished trials are saved");
    } finally {
      again.destroyForcibly();
    }
    assertThat(workers).allSatisfy(WorkerProcessesTest::ends);
    trained("killed", "--no-plots");
    trained("whole", "--no-plots");
    assertThat(folder("killed").resolve("trials.csv"))
        .hasSameBinaryContentAs(folder("whole").resolve("trials.csv"));
  }

  @Test
  void ctrlCReachesAllAtOnceAndTheSameCommandResumes() throws IOException, InterruptedException {
    assumeThat(isInterruptHeard()).isTrue();
    Process process = start("asked", "--no-plots", "--executor", "processes", "--workers", "2");
    List<ProcessHandle> workers;
    try {
      await(process, "asked", 2);
      workers = workers(process);
      assertThat(workers).hasSize(2);
      // as a terminal does
      for (ProcessHandle worker : workers) {
        signal("INT", worker);
      }
      signal("INT", process.toHandle());
      assertThat(ended(process, "asked", INTERRUPTED))
          .contains("Stopping: finished trials are saved", "the same command resumes")
          .doesNotContain("another one takes its place");
    } finally {
      process.destroyForcibly();
    }
    assertThat(workers).allSatisfy(WorkerProcessesTest::ends);
    Process again = start("asked", "--no-plots", "--executor", "processes", "--workers", "2");
    try {
      assertThat(ended(again, "asked", 0))
          .containsPattern("trials: worker 1 trained \\d+, .*/s\n")
          .containsPattern("trials: worker 2 trained \\d+, .*/s\n");
    } finally {
      again.destroyForcibly();
    }
    trained("whole", "--no-plots");
    assertThat(folder("asked").resolve("trials.csv"))
        .hasSameBinaryContentAs(folder("whole").resolve("trials.csv"));
  }

  /** A process that a shell started in the background has it ignored, and so have its children. */
  private static boolean isInterruptHeard() throws IOException {
    Path status = Path.of("/proc/self/status");
    String ignored =
        Files.isReadable(status)
            ? Files.readString(status).replaceFirst("(?s).*SigIgn:\\s*([0-9a-f]+).*", "$1")
            : "0";
    return (Long.parseUnsignedLong(ignored, 16) & 2) == 0;
  }

  private static void ends(ProcessHandle worker) {
    assertThat(worker.onExit().thenApply(Optional::of)).succeedsWithin(20, TimeUnit.SECONDS);
  }
}
