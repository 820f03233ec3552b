package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.results.record.FileSum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch that names a file of data, and whose folder goes elsewhere. */
class MovedBatchTest {
  private static final String BATCH =
      """
      dataset: {type: csv, path: two.csv, label: y}
      model: {type: mlp, hidden: [3]}
      loss: binary_cross_entropy
      optimizer: sgd
      training: {epochs: 2}
      plots: false
      batch:
        grid: {model.activation: [relu, tanh], seed: {from: 1, count: 2}}
        compare: {metric: train.loss}
        keep: none
      """;
  private static final String MORE = "batch.grid.seed.count=3";

  @TempDir private Path temporary;
  private Path project = Path.of("");
  private Path results = Path.of("");

  @BeforeEach
  void run() throws IOException {
    project = Files.createDirectories(temporary.resolve("project"));
    Files.writeString(project.resolve("tiny.yaml"), BATCH);
    Files.writeString(project.resolve("two.csv"), "a,b,y\n" + "0,1,p\n1,0,q\n".repeat(4));
    results =
        Invocation.of("run", project.resolve("tiny.yaml"), "--out", project.resolve("runs"))
            .done()
            .folder();
  }

  private Path moved(String name) throws IOException {
    Path moved = temporary.resolve(name);
    Files.createDirectories(moved.getParent());
    return Files.move(results, moved).resolve("config.yaml");
  }

  @Test
  void whereItFindsItsDataItGoesOn() throws IOException {
    assertThat(Invocation.of("run", moved("project/archive/tiny"), "--set", MORE).err())
        .isEqualTo("trials: 4 of 6 are there already\n");
  }

  @Test
  void whereItDoesNotItSaysWherePathsStartAndWhatHelps() throws IOException {
    Path config = moved("a/b/c/tiny");
    Path start = temporary.resolve("a/b");
    Invocation refused = Invocation.of("run", config);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .startsWith(
            ("%s: dataset: %s: there is no such file; relative paths start at '%s', which the key"
                    + " folder or --set folder=DIR changes")
                .formatted(config, start.resolve("two.csv"), start));
  }

  @Test
  void aFolderThatIsSetIsKeptAsItsOwn() throws IOException {
    Path config = moved("a/b/c/tiny");
    Invocation found =
        Invocation.of("run", config, "--set", "folder=../../../../project", "--set", MORE);
    assertThat(found.err()).isEqualTo("trials: 4 of 6 are there already\n");
    assertThat(found.folder()).isEqualTo(config.getParent());
    assertThat(config).content().startsWith("folder: ../../../../project\n");
    assertThat(Invocation.of("run", config).err()).isEqualTo("trials: 6 of 6 are there already\n");
  }

  @Test
  void aWholePathCanBeSetToo() throws IOException {
    assertThat(Invocation.of("run", moved("a/b/c/tiny"), "--set", "folder=" + project).err())
        .isEqualTo("trials: 4 of 4 are there already\n");
  }

  @Test
  void thePlanNamesItsFilesWithTheirSums() throws IOException {
    assertThat(Files.readString(results.resolve("plan.md")))
        .contains(
            "save it where its relative paths start",
            "- two.csv: `" + FileSum.of(project.resolve("two.csv")) + "`\n");
  }

  @Test
  void aPlanRunsWhereItsFilesAre() throws IOException {
    String page = Files.readString(results.resolve("plan.md"));
    Path elsewhere = Files.createDirectories(temporary.resolve("elsewhere"));
    Files.copy(project.resolve("two.csv"), elsewhere.resolve("two.csv"));
    String plan = page.substring(page.indexOf("```yaml\n") + 8, page.lastIndexOf("```"));
    Path mailed = Files.writeString(elsewhere.resolve("mailed.yaml"), plan);
    Invocation run = Invocation.of("run", mailed, "--out", elsewhere, "--no-plots").done();
    assertThat(run.folder().resolve("trials.csv"))
        .hasSameTextualContentAs(results.resolve("trials.csv"));
  }

  @Test
  void aFolderIsAPath() throws IOException {
    Invocation refused = Invocation.of("run", moved("a/b/c/tiny"), "--set", "folder=[1]");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("--set folder: expected the path of a folder");
  }
}
