package dev.kassei.batch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.run.FakeWorkers.Fault;
import dev.kassei.batch.worker.Message;
import dev.kassei.batch.worker.Message.Group;
import dev.kassei.batch.worker.Message.Order;
import dev.kassei.batch.worker.Message.Train;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.plugin.KasseiCode;
import dev.kassei.fixtures.PluginFolder;
import dev.kassei.results.record.BatchFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocol from end to end, with workers in this process. */
class WorkerExecutorTest {
  private static final String GRID =
      "{grid: {model.activation: [relu, tanh], seed: {from: 1, count: 8}}}";
  private static final String SEEDS = "{grid: {seed: {from: 1, count: 48}}}";
  private static final String TUNED =
      """
      {grid: {model.activation: [relu, tanh], seed: [1, 2]},
       tune: {grid: {optimizer.learning_rate: [0.01, 0.1]}, seeds: [11, 12]}}""";
  private static final Fault NONE = (worker, message) -> Optional.of(message);

  @TempDir private Path temporary;
  private TinyBatch tiny = new TinyBatch(Path.of(""));
  private final List<String> said = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger trials = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();
  private final Set<Integer> busy = ConcurrentHashMap.newKeySet();
  private final StopSignal stop = new StopSignal();

  @BeforeEach
  void open() {
    tiny = new TinyBatch(temporary);
  }

  private BatchRun run(BatchConfig batch, int count, Duration lease, FakeWorkers workers)
      throws IOException {
    Workers.Source source = (any, say) -> new ProcessPool(count, workers);
    var others =
        new Workers(
            "--executor test", Optional.of(count), lease, slots -> Duration.ofMinutes(1), source);
    BatchOptions options = TinyBatch.options(1, Optional.of(4), false).by(others);
    var listener =
        new BatchListener() {
          @Override
          public void started(String what, long total, List<TrialResult> known) {}

          @Override
          public void said(String line) {
            said.add(line);
          }

          @Override
          public void busy(int worker) {
            busy.add(worker);
          }

          @Override
          public void idle(int worker) {
            busy.remove(worker);
          }

          @Override
          public void trained(int worker, int count) {
            trials.addAndGet(count);
          }

          @Override
          public void lost(int worker) {
            lost.incrementAndGet();
          }

          @Override
          public void ended(List<TrialResult> trials) {}

          @Override
          public void finished() {}
        };
    var kassei = new KasseiVersion("1", KasseiCode.hash());
    return new BatchRunner(batch, kassei, options, stop, listener).run(tiny.results());
  }

  private BatchRun run(BatchConfig batch, int count, Fault fault) throws IOException {
    return run(batch, count, Workers.LEASE, new FakeWorkers(fault));
  }

  /** That of threads. */
  private String digest(BatchConfig batch) throws IOException {
    BatchOptions alone = TinyBatch.options(1, Optional.of(1), false);
    return TinyBatch.run(batch, temporary.resolve("elsewhere"), alone, 999).digest();
  }

  private static boolean has(Message message, int number) {
    return message instanceof Train train
        && train.groups().stream()
            .flatMap(group -> group.orders().stream())
            .anyMatch(order -> order.number() == number);
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void anyNumberOfWorkersComesToTheSameBits(int count) throws IOException {
    BatchConfig batch = tiny.config(GRID);
    BatchRun run = run(batch, count, NONE);
    assertThat(run.isComplete()).isTrue();
    assertThat(run.digest()).isEqualTo(digest(batch));
    assertThat(lines(tiny.results().resolve(BatchFiles.JOURNAL))).hasSize(16);
    assertThat(said).allMatch(line -> line.endsWith(": is there"));
  }

  @Test
  void surfacesAreTheSameFiles() throws IOException {
    BatchConfig batch = tiny.config(GRID);
    run(batch, 2, NONE);
    digest(batch);
    List<Path> surfaces = files(tiny.results().resolve(BatchFiles.SURFACES));
    assertThat(surfaces).isNotEmpty();
    for (Path file : surfaces) {
      Path other = temporary.resolve("elsewhere").resolve(BatchFiles.SURFACES);
      assertThat(file).hasSameBinaryContentAs(other.resolve(file.getFileName().toString()));
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void aTuningChoosesTheSame() throws IOException {
    BatchConfig batch = tiny.config(TUNED);
    BatchRun run = run(batch, 2, NONE);
    assertThat(run.results().tuning()).hasSize(16);
    assertThat(run.digest()).isEqualTo(digest(batch));
  }

  @Test
  void whatDiesIsReplacedAndLosesNothing() throws IOException {
    BatchConfig batch = tiny.config(GRID);
    var trained = new AtomicInteger();
    var workers =
        new FakeWorkers(
            (worker, message) -> {
              if (message instanceof Train && trained.incrementAndGet() % 3 == 0) {
                throw new IOException("killed");
              }
              return Optional.of(message);
            });
    BatchRun run = run(batch, 2, Workers.LEASE, workers);
    assertThat(run.isComplete()).isTrue();
    assertThat(run.digest()).isEqualTo(digest(batch));
    assertThat(workers.started()).isGreaterThan(2);
    assertThat(said).anyMatch(line -> line.endsWith("killed; another one takes its place"));
    assertThat(lines(tiny.results().resolve(BatchFiles.JOURNAL))).hasSize(16);
    assertThat(trials).hasValue(16);
    assertThat(lost).hasValue(workers.started() - 2);
    assertThat(busy).isEmpty();
  }

  @Test
  void aTrialThatEndsEveryWorkerIsListedAndTheOthersAreTrained() throws IOException {
    BatchConfig batch = tiny.config(GRID);
    BatchRun run =
        run(
            batch,
            2,
            (worker, message) -> {
              if (has(message, 6)) {
                throw new IOException("too large");
              }
              return Optional.of(message);
            });
    assertThat(run.results().trials()).hasSize(15);
    assertThat(run.unrun()).extracting(UnrunTrial::number).containsExactly(6);
    assertThat(run.unrun().get(0).obstacle().isTemporary()).isTrue();
    assertThat(run.unrun().get(0).obstacle().reason()).contains("trained alone", "too large");
    assertThat(run(batch, 1, NONE).digest()).isEqualTo(digest(batch));
  }

  @Test
  void quickGroupsAreGivenTogetherUntilAWorkerIsLostWithThem() throws IOException {
    BatchConfig batch = tiny.config(SEEDS);
    var sizes = new ArrayList<Integer>();
    BatchRun run =
        run(
            batch,
            1,
            (worker, message) -> {
              if (message instanceof Train train) {
                sizes.add(train.groups().size());
                if (has(message, 30)) {
                  throw new IOException("too large");
                }
              }
              return Optional.of(message);
            });
    // of twelve groups the eighth has the trial, which is found in it by halves
    assertThat(sizes).startsWith(1, 2, 4, 5, 1, 1, 1, 1, 1).endsWith(1, 1).hasSize(15);
    assertThat(run.unrun()).extracting(UnrunTrial::number).containsExactly(30);
    assertThat(run.results().trials()).hasSize(47);
    assertThat(run(batch, 1, NONE).digest()).isEqualTo(digest(batch));
  }

  @Test
  void whatIsLeftOfABundleIsTrainedByTheNextWorker() throws IOException {
    BatchConfig batch = tiny.config(SEEDS);
    Fault half =
        (worker, message) ->
            Optional.of(
                message instanceof Train train && train.groups().size() == 4
                    ? new Train(train.groups().subList(0, 2))
                    : message);
    assertThat(run(batch, 1, half).digest()).isEqualTo(digest(batch));
    assertThat(said).filteredOn(line -> line.contains("it is done too early")).hasSize(1);
    assertThat(lines(tiny.results().resolve(BatchFiles.JOURNAL))).hasSize(48);
  }

  @Test
  void oneThatGivesNoSignOfLifeIsEnded() throws IOException {
    BatchConfig batch = tiny.config(GRID);
    Fault lost =
        (worker, message) ->
            worker == 1 && message instanceof Train ? Optional.empty() : Optional.of(message);
    BatchRun run = run(batch, 1, Duration.ofMillis(500), new FakeWorkers(lost));
    assertThat(run.digest()).isEqualTo(digest(batch));
    assertThat(said).anyMatch(line -> line.contains("(thread 1): it gave no sign of life for "));
  }

  @Test
  void oneThatIsDoneTooEarlyIsReplaced() throws IOException {
    BatchConfig batch = tiny.config(GRID);
    Fault nothing =
        (worker, message) ->
            Optional.of(worker == 1 && has(message, 1) ? new Train(List.of()) : message);
    assertThat(run(batch, 1, nothing).digest()).isEqualTo(digest(batch));
    assertThat(said).anyMatch(line -> line.contains("it is done too early"));
  }

  @Test
  void anotherKeyIsRefusedOnce() throws IOException {
    BatchConfig batch = tiny.config(GRID);
    Fault other =
        (worker, message) ->
            Optional.of(
                message instanceof Train train
                    ? new Train(train.groups().stream().map(WorkerExecutorTest::changed).toList())
                    : message);
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> run(batch, 2, other))
        .withMessageContaining("is another one here than where the batch was started")
        .matches(problem -> !problem.isTemporary());
    assertThat(lines(tiny.results().resolve(BatchFiles.JOURNAL))).isEmpty();
  }

  private static Group changed(Group group) {
    return new Group(group.orders().stream().map(WorkerExecutorTest::changed).toList());
  }

  private static Order changed(Order order) {
    return new Order(
        order.isCandidate(), order.number(), order.axes(), "other", order.isRecorded());
  }

  @Test
  void anotherKasseiIsRefused() throws IOException {
    BatchConfig batch = tiny.config(GRID);
    Fault other =
        (worker, message) ->
            Optional.of(
                message instanceof Message.Begin begin
                    ? new Message.Begin(
                        "other",
                        begin.release(),
                        begin.source(),
                        begin.yaml(),
                        begin.copies(),
                        begin.checkpoints(),
                        begin.threads(),
                        begin.kernels())
                    : message);
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> run(batch, 1, other))
        .withMessageContaining("both need the same build");
  }

  @Test
  void workersThatNeverBeginEndTheBatchForNow() throws IOException {
    BatchConfig batch = tiny.config(GRID);
    Fault never =
        (worker, message) -> {
          throw new IOException("no memory");
        };
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> run(batch, 2, never))
        .withMessageContaining("3 workers in a row ended before they were ready")
        .matches(ExperimentException::isTemporary);
  }

  @Test
  void pluginsAreLoadedByWorkersAndWhatFailsInOneIsListed() throws IOException {
    Path classes =
        new PluginFolder(temporary.resolve("classes"))
            .compile(
                "Moody",
                """
                @PluginName("moody") public record Moody() implements Metric {
                  public double value(Predictions predictions) {
                    throw new OutOfMemoryError("Java heap space");
                  }
                }
                """)
            .service("Metric", "Moody")
            .path();
    BatchConfig batch =
        tiny.with(classes)
            .config("{grid: {metrics: [[accuracy], [moody]], seed: {from: 1, count: 4}}}");
    BatchRun run = run(batch, 2, NONE);
    assertThat(run.results().trials()).hasSize(4);
    assertThat(run.unrun()).extracting(UnrunTrial::number).containsExactlyInAnyOrder(5, 6, 7, 8);
    assertThat(run.unrun())
        .allSatisfy(trial -> assertThat(trial.obstacle().reason()).contains("does not fit into"));
    assertThat(said).noneMatch(line -> line.contains("another one takes its place"));
  }

  @Test
  void aPluginThatInterruptsItsThreadEndsNoWorker() throws IOException {
    Path classes =
        new PluginFolder(temporary.resolve("classes"))
            .compile(
                "Hasty",
                """
                @PluginName("hasty") public record Hasty() implements Metric {
                  public double value(Predictions predictions) {
                    Thread.currentThread().interrupt();
                    return 1;
                  }
                }
                """)
            .service("Metric", "Hasty")
            .path();
    BatchConfig batch =
        tiny.with(classes)
            .config(
                "{grid: {metrics: [[hasty]], model.activation: [relu, tanh, elu], seed: [1, 2]}}");
    assertThat(run(batch, 1, NONE).results().trials()).hasSize(6);
    assertThat(said).noneMatch(line -> line.contains("another one takes its place"));
  }

  @Test
  void aStoppedBatchResumes() throws IOException {
    BatchConfig batch = tiny.config(GRID);
    BatchRun stopped =
        run(
            batch,
            1,
            (worker, message) -> {
              if (has(message, 9)) {
                stop.request();
              }
              return Optional.of(message);
            });
    assertThat(stopped.isComplete()).isFalse();
    assertThat(stopped.unrun()).isEmpty();
    assertThat(tiny.run(batch, KasseiCode.hash()).digest()).isEqualTo(digest(batch));
  }
}
