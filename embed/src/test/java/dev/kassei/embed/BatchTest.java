package dev.kassei.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchTest {
  private static final double[][] X = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};

  @TempDir private Path temporary;

  private static ExperimentBuilder builder() {
    return Experiment.builder()
        .data(X, new String[] {"no", "yes", "yes", "no"})
        .model("mlp", Map.of("hidden", List.of(4)))
        .loss("cross_entropy")
        .optimizer("adam", Map.of("learning_rate", 0.05))
        .set("training.batch_size", "all")
        .epochs(40)
        .set("batch.compare.metric", "train.loss");
  }

  private static Experiment batch() {
    return builder().grid("model.activation", "identity", "tanh").seeds(6).build();
  }

  @Test
  void aBatchIsRankedWithAVerdict() {
    var progress = new ArrayList<Progress>();

    BatchResult result = Kassei.session().onProgress(progress::add).batch(batch());

    assertThat(result.isComplete()).isTrue();
    assertThat(result.trials().rows()).isEqualTo(12);
    assertThat(result.trials().texts("status")).containsOnly("completed");
    assertThat(result.ranking().texts("method")).containsExactly("tanh", "identity");
    assertThat(result.ranking().texts("dataset")).containsOnly("arrays");
    assertThat(result.ranking().numbers("p")[0]).isLessThan(0.05);
    assertThat(result.verdict()).contains("tanh");
    assertThat(result.summary()).contains("Verdict:", result.verdict().lines().findFirst().get());
    assertThat(result.failures()).isEmpty();
    assertThat(progress.get(0)).hasToString("trials: 0 of 12");
    assertThat(progress.get(progress.size() - 1)).hasToString("trials: 12 of 12");
  }

  @Test
  void aBatchInAFolderResumes() {
    Path folder = temporary.resolve("batch");
    var seen = new ArrayList<Progress>();
    Session session = Kassei.session().onProgress(seen::add);

    BatchResult first = session.batch(batch(), folder);
    seen.clear();
    BatchResult again = session.batch(batch(), folder);

    assertThat(seen.get(0)).hasToString("trials: 12 of 12");
    assertThat(again.digest()).isEqualTo(first.digest());
    assertThat(folder.resolve("statistics.json")).exists();
    assertThat(Kassei.batch(batch()).digest()).isEqualTo(first.digest());
  }

  @Test
  void otherDataAreOtherTrials() {
    Path folder = temporary.resolve("batch");
    Experiment other =
        builder()
            .data(X, new String[] {"no", "no", "yes", "no"})
            .grid("model.activation", "identity", "tanh")
            .seeds(6)
            .build();

    String digest = Kassei.session().batch(batch(), folder).digest();

    assertThat(Kassei.session().batch(other, folder).digest()).isNotEqualTo(digest);
  }

  @Test
  void aBatchThatIsStoppedHasNoVerdict() {
    BatchResult result = Kassei.session().stopWhen(() -> true).batch(batch());

    assertThat(result.isComplete()).isFalse();
    assertThat(result.trials().rows()).isLessThan(12);
    assertThat(result.verdict()).isEmpty();
    assertThat(result.ranking().rows()).isZero();
  }

  @Test
  void anInterruptStopsABatch() {
    Thread.currentThread().interrupt();
    try {
      assertThat(Kassei.batch(batch()).isComplete()).isFalse();
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void nothingStaysOfABatchWithoutAFolder() throws Exception {
    long before = temporaryFolders();
    Kassei.batch(batch());
    assertThatThrownBy(() -> Kassei.batch("dataset: xor\n")).isInstanceOf(KasseiException.class);

    assertThat(temporaryFolders()).isEqualTo(before);
  }

  private static long temporaryFolders() throws Exception {
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(file -> file.getFileName().toString().startsWith("kassei-batch")).count();
    }
  }

  @Test
  void anExperimentIsNoBatchAndABatchIsNoExperiment() {
    assertThatThrownBy(() -> Kassei.train(batch()))
        .isInstanceOf(KasseiException.class)
        .hasMessageContaining("the file describes a batch");
    assertThatThrownBy(() -> Kassei.batch(builder().build()))
        .isInstanceOf(KasseiException.class)
        .hasMessageContaining("batch");
  }

  @Test
  void aTableTellsWhatItHas() {
    Table table = Kassei.batch(batch()).ranking();

    assertThat(table.toString()).startsWith("setting  dataset  rank  method");
    assertThat(table.number(1, "center")).isGreaterThan(table.number(0, "center"));
    assertThat(table.number(0, "setting")).isNaN();
    assertThatThrownBy(() -> table.texts("rang"))
        .hasMessageStartingWith("there is no column 'rang'; there are: setting, dataset");
    assertThatThrownBy(() -> table.number(0, "method"))
        .hasMessageContaining("holds 'tanh', which is no number");
  }
}
