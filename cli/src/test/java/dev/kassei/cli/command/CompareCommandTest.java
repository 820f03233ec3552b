package dev.kassei.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.kassei.cli.Configs;
import dev.kassei.cli.Invocation;
import dev.kassei.results.ResultsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folders are those that the trainer's tests keep. */
class CompareCommandTest {
  private static final Path KEPT =
      Path.of("..", "trainer", "batch", "src", "test", "resources", "batches");
  private static final Path ONE = KEPT.resolve("one-dataset");
  private static final Path MANY = KEPT.resolve("many-datasets");

  @TempDir private Path temporary;

  /** A copy of a folder with some of its trials. */
  private Path copy(Path folder, String name, IntPredicate isTaken) throws IOException {
    Path copy = Files.createDirectories(temporary.resolve(name));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    List<String> lines = Files.readAllLines(copy.resolve("trials.csv"));
    List<String> taken = new ArrayList<>(lines.subList(0, 1));
    for (String line : lines.subList(1, lines.size())) {
      if (isTaken.test(Integer.parseInt(line.substring(0, line.indexOf(','))))) {
        taken.add(line);
      }
    }
    Files.write(copy.resolve("trials.csv"), taken);
    ResultsFile.write(copy, Optional.of("plan"), ResultsFile.TABLES);
    return copy;
  }

  @Test
  void theSameWordsComeFromTheFolderAlone() {
    Invocation compare = Invocation.of("compare", ONE).done();
    assertThat(compare.out())
        .contains(
            "mish beats relu with 9 of 10 seeds (mean improvement 0.0125,",
            "All of this was fixed before any trial ran.",
            "sigmoid failed or diverged in 2 of 10 trials; they count as 0.");
    assertThat(compare.outLines())
        .anyMatch(line -> line.matches("mish +10 +0 +0\\.939 ± 0\\.015.*"));
  }

  @Test
  void aSingleRunIsNothingToCompare() {
    Path run =
        Invocation.of(
                "run", Configs.MLP, "--no-plots", "--out", temporary, "--set", "training.epochs=1")
            .folder();
    Invocation.of("compare", run)
        .refused(
            "'%s' is the folder of a single run, but compare takes batches; two runs are drawn in one picture by: kassei plot %s OTHER"
                .formatted(run, run));
  }

  @Test
  void jsonIsWhatTheBatchWroteButForTheVersion() throws IOException {
    for (Path folder : List.of(ONE, MANY)) {
      String json = Invocation.of("compare", folder, "--json").done().out();
      assertThat(json.replace(Version.kassei(), "1.0.0"))
          .isEqualTo(Files.readString(folder.resolve("statistics.json")));
    }
  }

  @Test
  void twoHalvesAreComparedAsTheWhole() throws IOException {
    Path even = copy(ONE, "even", trial -> trial % 2 == 0);
    Path odd = copy(ONE, "odd", trial -> trial % 2 == 1);
    assertThat(verdict(Invocation.of("compare", odd, even).done().out()))
        .isEqualTo(verdict(Invocation.of("compare", ONE).done().out()))
        .anyMatch(line -> line.contains("mish beats relu"));
  }

  /** The sentences about improvements. */
  private static List<String> verdict(String out) {
    return out.lines().filter(line -> line.contains("beats")).toList();
  }

  @Test
  void aSummaryNamesTheCommandThatMadeIt() throws IOException {
    Path one = copy(ONE, "one", trial -> true); // its log notes that somebody looked
    Path out = temporary.resolve("together here");
    Invocation compare = Invocation.of("compare", one, "--rope", 0.5, "--out", out);
    assertThat(compare.code()).isZero();
    assertThat(compare.err()).startsWith("Times are comparable only").hasLineCount(1);
    assertThat(out.resolve("summary.md"))
        .content()
        .contains("```\nkassei compare %s --rope 0.5 --out '%s'\n```".formatted(one, out))
        .doesNotContain("config.yaml");
  }

  @Test
  void aFolderThatIsNoBatchIsRefused() {
    Invocation compare = Invocation.of("compare", temporary);
    assertThat(compare.code()).isEqualTo(2);
    assertThat(compare.err()).contains(temporary.toString()).doesNotContain("Exception");
  }

  @Test
  void optionsThatCannotBeAreRefused() throws IOException {
    Invocation.of("compare", ONE, "--rope=-1")
        .refused("--rope: expected a number from 0 on but was -1");
    Path file = Files.createFile(temporary.resolve("file"));
    for (Path out : List.of(file, file.resolve("folder"))) {
      // before the batch is read, which is not there
      Invocation.of("compare", temporary.resolve("missing"), "--out", out)
          .refused(
              "results cannot be written to '%s': '%s' is a file, not a folder"
                  .formatted(file, file));
    }
    Files.createFile(temporary.resolve("journal.jsonl"));
    Invocation.of("compare", ONE, "--out", temporary)
        .refused(
            "--out: '%s' is the folder of a batch, whose own results would be lost; choose another"
                .formatted(temporary));
    Path run = Files.createDirectory(temporary.resolve("run"));
    Files.createFile(run.resolve("run.json"));
    Invocation.of("compare", ONE, "--out", run)
        .refused(
            "--out: '%s' is the folder of a run, whose own results would be lost; choose another"
                .formatted(run));
  }

  @Test
  void aFolderThatCannotBeWrittenToIsRefusedBeforeTheBatchIsRead() throws IOException {
    Path locked = Files.createDirectory(temporary.resolve("locked"));
    assumeThat(locked.toFile().setWritable(false)).isTrue();
    assumeThat(Files.isWritable(locked)).as("root writes everywhere").isFalse();
    Invocation.of("compare", temporary.resolve("missing"), "--out", locked.resolve("folder"))
        .refused(
            "results cannot be written to '%s': permission denied for '%s'"
                .formatted(locked, locked));
  }
}
