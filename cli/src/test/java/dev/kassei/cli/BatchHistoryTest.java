package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.kassei.cli.command.Version;
import dev.kassei.results.record.FileSum;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder never contradicts itself: which plan its tables are of, and what was seen when. */
class BatchHistoryTest {
  private static final String BATCH =
      """
      dataset: {type: moons, samples: 24, split: {test: 0.25}}
      model: {type: mlp, hidden: [3]}
      loss: binary_cross_entropy
      optimizer: {type: sgd, learning_rate: 0.1}
      training: {epochs: 2, batch_size: 5}
      batch:
        grid: {model.activation: [relu, tanh], seed: {from: 1, count: 2}}
        compare: {metric: test.accuracy, reference: relu}
        keep: none
      """;
  private static final String FIXED = "All of this was fixed before any trial ran.";
  private static final String MORE = "batch.grid.seed.count=4";

  @TempDir private Path temporary;
  private Path file = Path.of("");

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(temporary.resolve("tiny.yaml"), BATCH);
  }

  private Path results() {
    return temporary.resolve("runs/tiny");
  }

  private Invocation run(Path config, Object... more) {
    return Invocation.of(
        Stream.concat(
                Stream.of("run", config, "--out", temporary.resolve("runs"), "--threads", 1),
                Stream.of(more))
            .toArray());
  }

  private Invocation run(String... settings) {
    var words = new ArrayList<Object>(List.of("--no-plots"));
    Stream.of(settings).forEach(setting -> words.addAll(List.of("--set", setting)));
    return run(file, words.toArray());
  }

  private static Map<String, String> content(Path folder) throws IOException {
    var content = new TreeMap<String, String>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        content.put(each.getFileName().toString(), FileSum.of(each));
      }
    }
    return content;
  }

  private String text(String name) throws IOException {
    return Files.readString(results().resolve(name));
  }

  /** As if it had been killed when all trials but one had ended. */
  private void kill() throws IOException {
    List<String> lines = Files.readAllLines(results().resolve("journal.jsonl"));
    Files.write(results().resolve("journal.jsonl"), lines.subList(0, lines.size() - 1));
    Files.delete(results().resolve("results.json"));
  }

  // Plans

  @Test
  void aRefusedRunChangesNothing() throws IOException {
    run().done();
    Map<String, String> before = content(results());
    for (String wrong :
        List.of("loss=mean_absolute", "dataset={type: csv, path: none.csv, label: a}")) {
      assertThat(run(wrong, "batch.compare.metric=test.loss").code()).isEqualTo(2);
      assertThat(content(results())).isEqualTo(before);
    }
    assertThat(run("name=new", "dataset={type: csv, path: none.csv, label: a}").code())
        .isEqualTo(2);
    assertThat(results().resolveSibling("new")).doesNotExist();
  }

  @Test
  void tablesOfAnotherPlanGoWhenItBegins() throws IOException {
    run(file).done();
    assertThat(results().resolve("report.html")).exists();
    Invocation stopped =
        run(
            file,
            "--fail-fast",
            "--lanes",
            1,
            "--set",
            "batch.compare.metric=test.loss",
            "--set",
            "batch.grid.optimizer.learning_rate=[1e38, 0.1]");
    assertThat(stopped.err()).contains("of 8 trials are trained; the same command resumes\n");
    assertThat(stopped.out()).doesNotContain("relu");
    assertThat(content(results()))
        .containsKeys("trials.csv", "results.json")
        .doesNotContainKeys("statistics.json", "summary.md", "summary.tex", "report.html");
    assertThat(results().resolve("plots")).isEmptyDirectory();
    assertThat(Invocation.of("plot", results()).err()).contains("it holds no statistics.json");
  }

  @Test
  void resultsAreNotJudgedByAnEditedConfiguration() throws IOException {
    run().done();
    Path config = results().resolve("config.yaml");
    Files.writeString(config, text("config.yaml").replace("test.accuracy", "test.loss"));
    for (String command : List.of("compare", "plot")) {
      Invocation refused = Invocation.of(command, results());
      assertThat(refused.code()).isEqualTo(2);
      assertThat(refused.err()).contains(config + "' cannot be trusted", "run");
    }
    assertThat(run(config, "--no-plots").code()).isZero();
    assertThat(Invocation.of("compare", results()).done().out())
        .contains("batch.compare.metric was test.accuracy and is test.loss");
  }

  @Test
  void editedTablesAreRefused() throws IOException {
    run().done();
    Path trials = results().resolve("trials.csv");
    Files.writeString(trials, text("trials.csv").replaceFirst("0\\.\\d+", "0.99"));
    for (String command : List.of("compare", "plot")) {
      Invocation refused = Invocation.of(command, results());
      assertThat(refused.code()).isEqualTo(2);
      assertThat(refused.err()).contains(trials + "' cannot be trusted").contains("journal");
    }
    run();
    Invocation.of("compare", results()).done();
  }

  // What is said

  @Test
  void onePlanThatNobodyLookedAtWasFixedBefore() {
    assertThat(run().done().out()).contains(FIXED);
    assertThat(Invocation.of("compare", results()).done().out()).contains(FIXED);
    assertThat(run().out()).contains(FIXED);
  }

  @Test
  void moreSeedsAfterALookAreSaidEverywhere() throws IOException {
    run().done();
    Invocation more = run(file, "--set", MORE);
    String look = "Results were looked at when 4 of 4 trials had ended (complete: 2 seeds).";
    String change =
        "The plan was changed when 4 trials had ended: batch.grid.seed.count was 2 and is 4.";
    for (String words :
        List.of(more.out(), text("summary.md"), text("summary.tex").replace("\\_", "_"))) {
      assertThat(words).contains(look, change).doesNotContain(FIXED);
    }
    assertThat(text("report.html")).contains("seed.count was 2 and is 4");
    assertThat(text("statistics.json")).contains(look, change);
  }

  @Test
  void editedDataAreAChangeAndTheirTrialsALook() throws IOException {
    Path data = temporary.resolve("points.csv");
    Files.writeString(data, points(24));
    String csv = "dataset={type: csv, path: points.csv, label: ok, split: {test: 0.25}}";
    assertThat(run(csv).out()).contains(FIXED);
    assertThat(run(csv).out()).as("the same data").contains(FIXED);
    Files.writeString(data, points(20));
    run(csv);
    String change =
        "The plan was changed when 4 trials had ended: the content of points.csv changed.";
    assertThat(text("summary.md"))
        .contains(
            "Results were looked at when 4 of 4 trials had ended (complete: 2 seeds).", change)
        .doesNotContain(FIXED);
    assertThat(text("plan.md")).contains("the content of points.csv changed");
    assertThat(text("plan-log.jsonl").lines()).hasSize(4);
  }

  private static String points(int rows) {
    return IntStream.range(0, rows)
        .mapToObj(row -> "%s,%s,%s%n".formatted(row, row * row % 7, row % 2 == 0 ? "yes" : "no"))
        .collect(Collectors.joining("", "a,b,ok\n", ""));
  }

  @Test
  void aLogOfAnEarlierKasseiIsReadAndSaysSo() throws IOException {
    run().done();
    Path log = results().resolve("plan-log.jsonl");
    String earlier =
        text("plan-log.jsonl")
            .replaceAll("\"kassei\":.*?\"files\":\\{.*?},", "")
            .replace(",\"choices\":[]", "");
    assertThat(earlier).doesNotContain("kassei", "choices");
    Files.writeString(log, earlier);
    assertThat(Invocation.of("compare", results()).done().out()).contains(FIXED);
    assertThat(run().out())
        .contains("The plan was changed when 4 trials had ended: Kassei itself changed.")
        .doesNotContain(FIXED);
  }

  @Test
  void looksByAnotherMeasureAndTogetherAreNoted() throws IOException {
    run().done();
    run("name=more", "batch.grid.seed.from=3").done();
    Path more = results().resolveSibling("more");
    for (int twice = 0; twice < 2; twice++) {
      Invocation.of("compare", results(), "--metric", "test.loss", "--rope", 0.2).done();
      Invocation.of("compare", results(), "--metric", "test.accuracy").done();
      Invocation.of("compare", results(), more).done();
    }
    assertThat(text("plan-log.jsonl").lines().filter(line -> line.contains("compare\",")))
        .hasSize(2)
        .satisfiesExactly(
            line -> assertThat(line).contains("[\"metric test.loss\",\"rope 0.2\"]"),
            line -> assertThat(line).contains("[\"the trials of more\"]"));
    assertThat(run(MORE).out())
        .contains(
            "Results were looked at when 4 of 4 trials had ended (complete: 2 seeds), with metric test.loss,"
                + " rope 0.2.");
  }

  @Test
  void looksBetweenTwoChangesAreToldApart() {
    run().done();
    run("batch.compare.metric=test.loss");
    assertThat(run("batch.compare.rope=0.2").out())
        .containsSubsequence(
            "Results were looked at when 4 of 4 trials",
            "The plan was changed when 4 trials",
            "Results after that change were looked at when 4 of 4 trials",
            "The plan was changed when 4 trials");
  }

  @Test
  void aLookBeforeTheEndIsSaidThenAndLater() throws IOException {
    run().done();
    kill();
    Files.deleteIfExists(results().resolve("plan-log.jsonl"));
    run(file, "--no-plots", "--fail-fast"); // a log without the look of the first run
    String log = text("plan-log.jsonl");
    Files.writeString(results().resolve("plan-log.jsonl"), log.lines().findFirst().get() + "\n");
    kill();

    Invocation compare = Invocation.of("compare", results()).done();
    assertThat(compare.out())
        .contains("These are interim results: 3 of 4 trials have ended.")
        .doesNotContain(FIXED);
    assertThat(run().out())
        .contains("Results were looked at when 3 of 4 trials had ended (complete: 1 seed).")
        .doesNotContain(FIXED);
  }

  @Test
  void whatIsJoinedWasNotFixed() {
    run().done();
    run("name=more", "batch.grid.seed.from=3").done();
    Path more = results().resolveSibling("more");
    assertThat(Invocation.of("compare", results(), more).done().out())
        .contains(
            "'%s' and '%s' were planned separately: comparing them as one was decided afterwards,"
                    .formatted(results(), more)
                + " so p values and intervals may be too optimistic by an unknown amount.")
        .doesNotContain(FIXED);
  }

  @Test
  void aFolderWithoutALogDoesNotSayWhatNobodyKnows() throws IOException {
    run().done();
    Files.delete(results().resolve("plan-log.jsonl"));
    assertThat(Invocation.of("compare", results()).done().out())
        .contains("It is not known when this was fixed")
        .doesNotContain(FIXED);
    assertThat(run().out())
        .contains(
            "It is not known what was planned before 4 trials had ended: plan-log.jsonl begins after"
                + " that.")
        .doesNotContain(FIXED);
  }

  @Test
  void aLookAtNothingIsNone() throws IOException {
    run().done();
    Files.write(results().resolve("journal.jsonl"), new byte[0]);
    Files.delete(results().resolve("results.json"));
    Invocation.of("compare", results());
    assertThat(text("plan-log.jsonl"))
        .contains("\"by\":\"run\"")
        .doesNotContain("\"by\":\"compare\"");
  }

  @Test
  void aStoppedBatchShowsNothingAndEndsAsAnUndisturbedOne() throws IOException {
    String grid = "batch.grid.optimizer.learning_rate=[0.1, 1e38]";
    run(file, "--no-plots", "--set", grid, "--set", "name=whole");
    run(file, "--no-plots", "--set", grid, "--set", "name=stopped", "--fail-fast", "--lanes", 1);
    run(file, "--no-plots", "--set", grid, "--set", "name=stopped");
    Path whole = results().resolveSibling("whole");
    Path stopped = results().resolveSibling("stopped");
    for (String name : List.of("trials.csv", "curves.csv")) {
      assertThat(stopped.resolve(name)).hasSameTextualContentAs(whole.resolve(name));
    }
    for (String name : List.of("statistics.json", "summary.md", "summary.tex")) {
      assertThat(Files.readString(stopped.resolve(name)).replace("stopped", "whole"))
          .isEqualTo(Files.readString(whole.resolve(name)));
    }
  }

  @Test
  void thePlanIsAPageWithItsSum() throws IOException {
    run().done();
    String page = text("plan.md");
    assertThat(page)
        .startsWith("# Plan of tiny\n")
        .contains("when 0 trials had ended", "The metric is test.accuracy", "`seed`: 1, 2")
        .contains("There is no region of practical equivalence: every difference matters.")
        .contains("The tests are those that docs/statistics.md of Kassei ")
        .doesNotContain("±0", "in that version");
    String plan = page.substring(page.indexOf("```yaml\n") + 8, page.lastIndexOf("```"));
    String sum = FileSum.of(plan.getBytes(StandardCharsets.UTF_8));
    assertThat(page).contains("`" + sum + "`");
    assertThat(text("results.json")).contains("\"plan\" : \"" + sum + "\"");

    Path own = Files.writeString(temporary.resolve("mailed.yaml"), plan);
    run(own, "--no-plots").done();
    Path mailed = results().resolveSibling("mailed");
    assertThat(mailed.resolve("trials.csv"))
        .hasSameTextualContentAs(results().resolve("trials.csv"));
    assertThat(Files.readString(mailed.resolve("results.json"))).contains(sum);
  }

  // Whose folder it is, and where

  @Test
  void aBatchOfTheSameNameFromAnotherFileIsRefused() throws IOException {
    run().done();
    Map<String, String> before = content(results());
    Path other = Files.createDirectories(temporary.resolve("other")).resolve("tiny.yaml");
    Files.writeString(other, BATCH.replace("tanh", "elu"));
    Invocation refused = run(other, "--no-plots");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .contains(
            "name: '%s' holds the batch of another file, '%s'".formatted(results(), file), "--out");
    assertThat(content(results())).isEqualTo(before);

    // the same file at another place
    Files.writeString(other, BATCH);
    assertThat(run(other, "--no-plots").err()).isEqualTo("trials: 4 of 4 are there already\n");
  }

  @Test
  void aMovedProjectGoesOn() throws IOException {
    run().done();
    Path moved = temporary.resolve("moved");
    Files.createDirectories(moved);
    Files.move(file, moved.resolve("tiny.yaml"));
    Files.move(temporary.resolve("runs"), moved.resolve("runs"));
    Invocation again =
        Invocation.of(
            "run", moved.resolve("tiny.yaml"), "--out", moved.resolve("runs"), "--set", MORE);
    assertThat(again.code()).isZero();
    assertThat(again.err()).startsWith("trials: 4 of 8 are there already\n");
  }

  @Test
  void aMovedFolderGoesOnWhereItLies() throws IOException {
    String digest = run().done().digest();
    Path moved = Files.move(results(), temporary.resolve("moved"));
    Files.delete(moved.resolve("lock"));
    Invocation again = Invocation.of("run", moved.resolve("config.yaml"), "--no-plots");
    assertThat(again.err()).isEqualTo("trials: 4 of 4 are there already\n");
    assertThat(again.digest()).isEqualTo(digest);
    assertThat(Path.of(again.lastLine())).isEqualTo(moved);
    assertThat(again.out()).contains(FIXED);
    assertThat(Invocation.of("run", moved, "--no-plots", "--set", MORE).err())
        .isEqualTo("trials: 4 of 8 are there already\n");
  }

  // Reading alone

  @Test
  void compareNeedsNoLockAndLeavesNone() throws IOException {
    run().done();
    Files.delete(results().resolve("lock"));
    Map<String, String> before = content(results());
    Invocation.of("compare", results()).done();
    assertThat(content(results())).isEqualTo(before);
  }

  @Test
  void compareNeedsNoPermissionToWrite() throws IOException {
    run().done();
    kill();
    Path log = results().resolve("plan-log.jsonl");
    assumeThat(log.toFile().setReadOnly() && results().toFile().setReadOnly()).isTrue();
    assumeThat(Files.isWritable(log)).isFalse();
    try {
      assertThat(Invocation.of("compare", results()).done().out()).contains("3 of 4");
    } finally {
      assertThat(results().toFile().setWritable(true)).isTrue();
    }
  }

  @Test
  void whereTrialsWereTrainedIsALineForEachProcess() throws IOException {
    run().done();
    run();
    List<String> lines = Files.readAllLines(results().resolve("environment.jsonl"));
    assertThat(lines).as("the second trained nothing").hasSize(1);
    Object line = JsonText.read(lines.get(0));
    for (String key : List.of("java", "system", "architecture", "cores", "time", "processor")) {
      assertThat(String.valueOf(JsonText.at(line, key))).isNotEmpty();
    }
    assertThat(String.valueOf(JsonText.at(line, "kassei"))).startsWith(Version.kassei());
    assertThat(lines.get(0)).containsPattern("\"data\":\\{\"moons\":\"[0-9a-f]{64}\"\\}");
    String processor = String.valueOf(JsonText.at(line, "processor"));
    String site = String.valueOf(JsonText.at(line, "site"));
    assertThat(site).matches("[0-9a-f]{12}");
    assertThat(Files.readAllLines(results().resolve("timings.csv")))
        .startsWith("trial,seconds,processor,site")
        .filteredOn(timing -> !timing.startsWith("trial"))
        .hasSize(4)
        .allMatch(timing -> timing.endsWith("," + processor + "," + site));
  }

  @Test
  void timesOfDifferentProcessorsAreSaidToBeNotComparable() throws IOException {
    run().done();
    Map<String, String> before = content(results());
    kill();
    Path environment = results().resolve("environment.jsonl");
    String line = Files.readString(environment);
    Object processor = JsonText.at(JsonText.read(line), "processor");
    String other = line.replace("\"processor\":\"" + processor, "\"processor\":\"Another");
    Files.writeString(environment, other);
    String caution =
        "Times are comparable only between equal processors; these trials were trained on 2 kinds:"
            + " 3 trials on Another, 1 trial on %s.\n".formatted(processor);
    assertThat(run().err()).endsWith(caution);
    for (String name : List.of("trials.csv", "statistics.json", "summary.md", "summary.tex")) {
      assertThat(content(results())).containsEntry(name, before.get(name));
    }
    Path joined = temporary.resolve("joined");
    Invocation.of("compare", results()).done();
    assertThat(Invocation.of("compare", results(), "--out", joined).err()).isEqualTo(caution);
    for (String name : List.of("timings.csv", "environment.jsonl")) {
      assertThat(joined.resolve(name)).hasSameBinaryContentAs(results().resolve(name));
    }
  }
}
