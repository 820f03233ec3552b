package dev.kassei.batch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.worker.Cluster;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.plugin.KasseiCode;
import dev.kassei.fixtures.PluginFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks from end to end, without a cluster. */
class ClusterTest {
  private static final String GRID =
      "{grid: {model.activation: [relu, tanh], seed: {from: 1, count: 8}}}";
  private static final String TUNED =
      """
      {grid: {model.activation: [relu, tanh], seed: [1, 2]},
       tune: {grid: {optimizer.learning_rate: [0.01, 0.1]}, seeds: [11, 12]}}""";
  private static final FakeCluster.Fault NONE = task -> {};

  @TempDir private Path temporary;
  private TinyBatch tiny = new TinyBatch(Path.of(""));
  private final StopSignal stop = new StopSignal();
  private final Map<Integer, Integer> trained = new ConcurrentHashMap<>();
  private final List<String> said = Collections.synchronizedList(new ArrayList<>());
  private final BatchListener listener =
      new BatchListener() {
        @Override
        public void started(String what, long total, List<TrialResult> known) {}

        @Override
        public void said(String line) {
          said.add(line);
        }

        @Override
        public void trained(int worker, int count) {
          trained.merge(worker, count, Integer::sum);
        }

        @Override
        public void ended(List<TrialResult> trials) {}

        @Override
        public void finished() {}
      };

  @BeforeEach
  void open() {
    tiny = new TinyBatch(temporary);
  }

  private FakeCluster cluster(FakeCluster.Fault fault) {
    return new FakeCluster(temporary.resolve("machine"), fault);
  }

  private BatchRun run(BatchConfig batch, Cluster.Opener cluster) throws IOException {
    BatchOptions options =
        TinyBatch.options(1, Optional.of(4), false)
            .by(Workers.cluster("--executor test", Optional.empty(), cluster));
    var kassei = new KasseiVersion("1", KasseiCode.hash());
    return new BatchRunner(batch, kassei, options, stop, listener).run(tiny.results());
  }

  /** That of threads. */
  private String digest(BatchConfig batch) throws IOException {
    BatchOptions alone = TinyBatch.options(1, Optional.of(1), false);
    return TinyBatch.run(batch, temporary.resolve("elsewhere"), alone, 999).digest();
  }

  /** A batch with a plugin of classes and a file of data, both beside it. */
  private BatchConfig withFiles() throws IOException {
    Path classes =
        new PluginFolder(temporary.resolve("my classes"))
            .compile(
                "Bent",
                """
                @PluginName("bent") public record Bent() implements Activation {
                  public Expr apply(Expr x) { return x.tanh().times(x); }
                }
                """)
            .service("Activation", "Bent")
            .path();
    var lines = new ArrayList<String>(List.of("a,b,c"));
    for (int i = 1; i <= 40; i++) {
      lines.add("%s,%s,%s".formatted(i, i % 7, i % 2));
    }
    Files.write(temporary.resolve("デー タ.csv"), lines);
    String grid = "{grid: {model.activation: [relu, bent], seed: {from: 1, count: 4}}}";
    return tiny.with(classes)
        .config(
            grid,
            "dataset={type: csv, path: デー タ.csv, label: c, header: true, split: {validation: 0.25, test: 0.25}}");
  }

  @Test
  void tasksComeToTheSameBits() throws IOException {
    BatchConfig batch = tiny.config(GRID);
    BatchRun run = run(batch, cluster(NONE));
    assertThat(run.isComplete()).isTrue();
    assertThat(run.digest()).isEqualTo(digest(batch));
    // by the one process that has trained, however many tasks there were at once
    assertThat(trained).isEqualTo(Map.of(1, 16));
  }

  @Test
  void aTuningChoosesTheSame() throws IOException {
    BatchConfig batch = tiny.config(TUNED);
    assertThat(run(batch, cluster(NONE)).digest()).isEqualTo(digest(batch));
  }

  @Test
  void dataAndPluginsTravel() throws IOException {
    BatchConfig batch = withFiles();
    FakeCluster cluster = cluster(NONE);
    BatchRun run = run(batch, cluster);
    assertThat(run.isComplete()).isTrue();
    assertThat(run.digest()).isEqualTo(digest(batch));
    assertThat(cluster.inputs().resolve("デー タ.csv")).exists();
    assertThat(cluster.inputs().resolve("my classes.jar")).exists();
  }

  @Test
  void aPluginThatFailsIsNamedAsTheConfigurationDoes() throws IOException {
    Path classes =
        new PluginFolder(temporary.resolve("plug"))
            .compile(
                "Evil",
                """
                @PluginName("evil") public record Evil() implements Metric {
                  public double value(Predictions predictions) {
                    throw new IllegalStateException("no");
                  }
                }
                """)
            .service("Metric", "Evil")
            .path();
    BatchConfig batch = tiny.with(classes).config("{grid: {metrics: [[evil]], seed: [1, 2]}}");
    String written = batch.trials().get(0).config().pluginPaths().get(0);
    assertThat(run(batch, cluster(NONE)).unrun())
        .hasSize(2)
        .allSatisfy(
            trial ->
                assertThat(trial.obstacle().reason())
                    .startsWith("a plugin fails: " + written + ": "));
  }

  @Test
  void otherDataOnAMachineAreRefused() throws IOException {
    String text = "a,b,c\n" + "1,2,0\n3,4,1\n".repeat(9);
    BatchConfig batch = withFiles();
    var machine = new FakeCluster[1];
    machine[0] =
        cluster(
            task -> {
              // at once, since other tasks may be reading it
              Path other = Files.writeString(temporary.resolve("other" + task), text);
              Files.move(
                  other,
                  machine[0].inputs().resolve("デー タ.csv"),
                  StandardCopyOption.REPLACE_EXISTING);
            });
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> run(batch, machine[0]))
        .withMessageContaining("is another one here than where the batch was started");
  }

  @Test
  void aTaskThatIsLostWithItsMachineIsGivenAgain() throws IOException {
    BatchConfig batch = tiny.config(GRID);
    FakeCluster cluster =
        cluster(
            task -> {
              if (task == 1) {
                throw new IOException("lost");
              }
            });
    BatchRun run = run(batch, cluster);
    assertThat(run.isComplete()).isTrue();
    assertThat(run.digest()).isEqualTo(digest(batch));
  }

  @Test
  void tasksThatCannotBeginEndTheBatchForNow() throws IOException {
    BatchConfig batch = tiny.config(GRID);
    FakeCluster cluster =
        cluster(
            task -> {
              throw new IllegalStateException("no space left");
            });
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> run(batch, cluster))
        .withMessageContaining("no space left")
        .matches(ExperimentException::isTemporary);
  }

  @Test
  void aClusterThatHasEndedIsSaidToHaveEnded() throws IOException {
    BatchConfig batch = tiny.config(GRID);
    var ending = new FakeCluster[1];
    ending[0] =
        cluster(
            task -> {
              if (task > 1) {
                ending[0].close();
                throw new IOException("shut down");
              }
            });
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> run(batch, ending[0]))
        .withMessageStartingWith("--executor test: the application has ended: ")
        .withMessageEndingWith("the same command resumes")
        .matches(ExperimentException::isTemporary);
    assertThat(said).noneMatch(line -> line.contains("takes its place"));
    BatchOptions threads = TinyBatch.options(1, Optional.of(4), false);
    assertThat(TinyBatch.run(batch, tiny.results(), threads, 999).digest())
        .isEqualTo(digest(batch));
  }

  @Test
  void aStopWhileTheClusterIsAwaitedIsNoFailure() throws IOException {
    assertStopped(
        (inputs, worker, say) -> {
          stop.request();
          throw new IOException("no answer");
        });
  }

  @Test
  void norIsAStopThatKeepsItFromBeingOpened() throws IOException {
    assertStopped(
        (inputs, worker, say) -> {
          stop.request();
          throw new ExceptionInInitializerError(new IllegalStateException("Shutdown in progress"));
        });
  }

  private void assertStopped(Cluster.Opener opener) throws IOException {
    BatchRun run = run(tiny.config(GRID), opener);
    assertThat(run.isComplete()).isFalse();
    assertThat(run.unrun()).isEqualTo(List.of());
  }

  @Test
  void whatIsTrainedAlreadyNeedsNoCluster() throws IOException {
    BatchConfig batch = tiny.config(GRID);
    String digest = run(batch, cluster(NONE)).digest();
    FakeCluster unused = cluster(NONE);
    assertThat(run(batch, unused).digest()).isEqualTo(digest);
    assertThat(unused.isOpen()).isFalse();
  }

  @Test
  void aStopCancelsTasks() throws IOException {
    BatchConfig batch = tiny.config(GRID);
    FakeCluster cluster =
        cluster(
            task -> {
              stop.request();
              new CountDownLatch(1).await();
            });
    BatchRun run = run(batch, cluster);
    assertThat(run.isComplete()).isFalse();
    assertThat(run.unrun()).isEqualTo(List.of());
  }
}
