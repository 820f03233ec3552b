package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes of a batch: its folder, the runs that are kept, and the exit code. */
class BatchRunTest {
  private static final String BATCH =
      """
      dataset: {type: csv, path: data/blobs.csv, label: colour, split: {validation: 0.2, test: 0.2}}
      model: {type: mlp, hidden: [3], activation: tanh}
      loss: cross_entropy
      optimizer: {type: sgd, learning_rate: 0.1}
      training: {epochs: 3, batch_size: 16}
      batch:
        grid: {model.activation: [relu, tanh], seed: {from: 1, count: 3}}
        compare: {metric: test.loss}
      """;
  private static final String TUNED =
      BATCH + "  tune: {grid: {optimizer.learning_rate: [0.01, 0.1]}, seeds: [11]}\n";

  @TempDir private Path temporary;
  private Path file = Path.of("");

  @BeforeEach
  void write() throws IOException {
    Path folder = Files.createDirectories(temporary.resolve("experiments"));
    Files.createDirectories(folder.resolve("data"));
    Files.copy(Configs.FOLDER.resolve("data/three-blobs.csv"), folder.resolve("data/blobs.csv"));
    file = Files.writeString(folder.resolve("tiny.yaml"), BATCH);
  }

  private Path runs() {
    return temporary.resolve("runs");
  }

  private Path results() {
    return runs().resolve("tiny");
  }

  private Invocation run(Object config, Object... more) {
    return Invocation.of(
        Stream.concat(Stream.of("run", config, "--out", runs(), "--threads", 1), Stream.of(more))
            .toArray());
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** A column of {@code trials.csv}, in which no cell has a comma. */
  private List<String> column(String name) throws IOException {
    List<String> lines = Files.readAllLines(results().resolve("trials.csv"));
    int place = List.of(lines.get(0).split(",", -1)).indexOf(name);
    return lines.stream().skip(1).map(line -> line.split(",", -1)[place]).toList();
  }

  private Object record(String trial) throws IOException {
    return JsonText.read(Files.readString(results().resolve("runs").resolve(trial + "/run.json")));
  }

  /** By the smallest loss of three trials each. */
  private List<String> best() throws IOException {
    List<String> losses = column("last.test.loss");
    var best = new ArrayList<String>();
    for (int from : new int[] {0, 3}) {
      int place = from;
      for (int i = from; i < from + 3; i++) {
        place =
            Double.parseDouble(losses.get(i)) < Double.parseDouble(losses.get(place)) ? i : place;
      }
      best.add("trial-" + (place + 1));
    }
    return best;
  }

  @Test
  void theBestTrialOfEachValueIsKeptAsARunWithTheSameBits() throws IOException {
    assertThat(run(file).done().outLines())
        .startsWith(
            "data/blobs.csv: line 1 was read as names of columns; if it is data, give header: false",
            "1 of 2 features are far from 0 and 1, such as 'height' with mean 28.2 and standard"
                + " deviation 16.8; most networks learn better with dataset.standardize: true",
            "task: classification with 3 classes");

    assertThat(names(results().resolve("runs"))).isEqualTo(best());
    for (String trial : best()) {
      int number = Integer.parseInt(trial.substring("trial-".length()));
      assertThat(JsonText.at(record(trial), "digest")).isEqualTo(column("digest").get(number - 1));
      assertThat(JsonText.at(record(trial), "name")).isEqualTo("tiny-" + trial);
      assertThat(names(results().resolve("runs").resolve(trial)))
          .contains("report.html", "plots", "weights.safetensors", "blobs.csv");
      assertThat(Files.readString(results().resolve("report.html")))
          .contains("<a href=\"runs/" + trial + "/report.html\">Trial " + number + ": model");
    }
  }

  @Test
  void everyReportHasTheAverageOverSettingsAndTheNameOfTheFile() throws IOException {
    run(file, "--set", "batch.grid.optimizer.learning_rate=[0.1, 0.01]").done();

    assertThat(results().resolve("summary.md"))
        .content()
        .containsSubsequence(
            "### On average over 2 settings: blobs.csv\n",
            "### optimizer.learning_rate=0.1: blobs.csv\n");
    assertThat(results().resolve("summary.tex"))
        .content()
        .containsSubsequence(
            "\\caption{On average over 2 settings: blobs.csv: ",
            "\\caption{optimizer.learning\\_rate=0.1: blobs.csv: ");
    assertThat(results().resolve("report.html"))
        .content()
        .containsSubsequence(
            "<h2>Result: on average over 2 settings</h2>",
            "On blobs.csv by test.loss, on average over 2 settings: ",
            "<table>",
            "<h2>Result: optimizer.learning_rate=0.1</h2>");
  }

  @Test
  void runsThatAreRightStayAndOthersAreMadeAgain() throws IOException {
    run(file, "--set", "batch.keep=all", "--no-plots").done();
    List<String> all = names(results().resolve("runs"));
    assertThat(all).hasSize(6);
    Path right = results().resolve("runs/trial-1/run.json");
    Path wrong = results().resolve("runs/trial-2/run.json");
    Files.writeString(
        wrong, Files.readString(wrong).replace("\"digest\" : \"", "\"digest\" : \"0"));
    Files.delete(results().resolve("runs/trial-3/run.json"));
    Files.delete(results().resolve("runs/trial-3/config.yaml"));
    FileTime before = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(right, before);

    Invocation again = run(file, "--set", "batch.keep=all", "--no-plots");
    assertThat(again.code()).isZero();
    assertThat(again.err())
        .isEqualTo("trials: 6 of 6 are there already\nruns: 4 of 6 are there already\n");
    assertThat(Files.getLastModifiedTime(right)).isEqualTo(before);
    assertThat(JsonText.at(record("trial-2"), "digest")).isEqualTo(column("digest").get(1));
    assertThat(JsonText.at(record("trial-3"), "digest")).isEqualTo(column("digest").get(2));

    // a value in front changes all numbers
    Object[] three = {"--set", "batch.grid.model.activation=[mish, relu, tanh]", "--no-plots"};
    run(file, three);
    for (String trial : names(results().resolve("runs"))) {
      int number = Integer.parseInt(trial.substring("trial-".length()));
      assertThat(JsonText.at(record(trial), "digest")).isEqualTo(column("digest").get(number - 1));
    }
  }

  /** Changes one bit in the middle of a file. */
  private static void flip(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }

  @Test
  void damagedRunsAreMadeAgainAndNothingOfOthersGoes() throws IOException {
    Object[] all = {"--set", "batch.keep=all", "--no-plots"};
    run(file, all).done();
    Path runs = results().resolve("runs");
    byte[] weights = Files.readAllBytes(runs.resolve("trial-1/weights.safetensors"));
    flip(runs.resolve("trial-1/weights.safetensors"));
    Files.delete(runs.resolve("trial-2/metrics.csv"));
    flip(runs.resolve("trial-3/blobs.csv"));
    Files.delete(runs.resolve("trial-4/SHA256SUMS"));
    Files.writeString(runs.resolve("trial-1/notes.txt"), "mine");
    Files.writeString(runs.resolve("trial-5/notes.txt"), "mine");
    Files.createDirectory(runs.resolve("trial-6.tmp"));

    assertThat(run(file, all).err())
        .isEqualTo("trials: 6 of 6 are there already\nruns: 2 of 6 are there already\n");
    assertThat(runs.resolve("trial-1/weights.safetensors")).hasBinaryContent(weights);
    assertThat(runs.resolve("trial-2/metrics.csv")).isNotEmptyFile();
    assertThat(runs.resolve("trial-1/notes.txt")).hasContent("mine");
    assertThat(runs.resolve("trial-6.tmp")).doesNotExist();
    assertThat(run(file, all).err())
        .isEqualTo("trials: 6 of 6 are there already\nruns: 6 of 6 are there already\n");

    // other trials have these numbers, and no run of them is wanted
    Object[] others = {"--set", "training.epochs=2", "--set", "batch.keep=none", "--no-plots"};
    assertThat(run(file, others).code()).isZero();
    assertThat(names(runs)).containsExactly("trial-1", "trial-5");
    assertThat(names(runs.resolve("trial-1"))).containsExactly("notes.txt");
  }

  @Test
  void aLinkToARunIsNotReplaced() throws IOException {
    Object[] all = {"--set", "batch.keep=all", "--no-plots"};
    run(file, all).done();
    Path trial = results().resolve("runs/trial-1");
    Path elsewhere = Files.move(trial, results().resolveSibling("elsewhere"));
    Files.createSymbolicLink(trial, elsewhere);
    assertThat(run(file, all).code()).isZero();
    Files.delete(elsewhere.resolve("run.json"));

    Invocation again = run(file, all);
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).contains("'" + trial + "', which is a link; remove it");
    assertThat(names(elsewhere)).contains("weights.safetensors", "SHA256SUMS");
  }

  @Test
  void nothingIsKeptWhereNothingIsAskedFor() throws IOException {
    run(file, "--set", "batch.keep=none", "--no-plots").done();
    assertThat(names(results())).doesNotContain("runs", "plots", "report.html");
  }

  @Test
  void anyTrialIsMadeAgainByNumberOrKey() throws IOException {
    run(file, "--no-plots").done();
    for (Object config : List.of(file, results())) {
      for (String id : List.of("5", column("key").get(4))) {
        Invocation trial = run(config, "--trial", id, "--no-plots").done();
        assertThat(trial.digest()).isEqualTo(column("digest").get(4));
        assertThat(trial.folder().getFileName().toString()).startsWith("tiny-trial-5");
      }
    }
  }

  @Test
  void aTunedTrialHasTheSettingsThatTheFolderKnows() throws IOException {
    Files.writeString(file, TUNED);
    run(file, "--no-plots").done();
    String digest = column("digest").get(3);

    assertThat(run(results(), "--trial", 4, "--no-plots").done().digest()).isEqualTo(digest);
    run(file, "--trial", 4)
        .refused(
            file
                + ": --trial: the settings of trial 4 are chosen by tuning, which has not come to it"
                + " here; run the batch, then name its folder: kassei run runs/tiny --trial 4");

    // as if it had been killed
    Files.delete(results().resolve("trials.csv"));
    Files.delete(results().resolve("tuning.csv"));
    assertThat(run(results(), "--trial", 4, "--no-plots").done().digest()).isEqualTo(digest);
  }

  @Test
  void namesAreTextInTheSummary() throws IOException {
    String name = "[l](javascript:x) ![i](u) <img src=x> ~~s~~";
    String batch = BATCH.replace("[relu, tanh]", "[relu, {type: elu, name: '%s'}]".formatted(name));
    Files.writeString(file, batch);
    run(file, "--no-plots", "--set", "batch.keep=none").done();
    assertThat(results().resolve("summary.md"))
        .content()
        .contains("[l\\](javascript:x) ![i\\](u) \\<img src=x> \\~~s")
        .doesNotContain("[l](", "[i](", " <img", " ~~");
  }

  @Test
  void anOptionForBatchesIsRefusedForOneTrial() {
    String single = ": --fail-fast: the file describes a single experiment, not a batch";
    Invocation.of("run", Configs.MLP, "--fail-fast").refused(Configs.MLP + single);
    Invocation.of("run", Configs.MLP, "--fail-fast", "--dry-run").refused(Configs.MLP + single);
    run(file, "--trial", 3, "--fail-fast")
        .refused("--fail-fast is for whole batches; leave it out with --trial");
    Invocation.of("run", Configs.MLP, "--dry-run", "--profile")
        .refused("--dry-run trains nothing to measure; leave out --profile");
  }

  @Test
  void anOptionThatABatchWouldIgnoreIsRefused() {
    Path batch = Configs.FOLDER.resolve("batch/activations-on-moons.yaml");
    Invocation.of("run", batch, "--profile")
        .refused(
            batch + ": --profile: a batch has no profile; choose one of its trials with --trial");
    Invocation.of("run", batch, "--trial", "1", "--dry-run")
        .refused("--dry-run shows whole batches; leave out --trial");
  }

  @Test
  void anUnknownTrialIsRefusedWithTheRange() {
    for (String id : List.of("0", "7", "seven", "0123456789abcdef")) {
      run(file, "--trial", id)
          .refused(
              file
                  + ": --trial: expected the number of a trial from 1 to 6, or a key as in"
                  + " trials.csv, but was '%s'".formatted(id));
    }
    run(Configs.MLP, "--trial", 1)
        .refused(Configs.MLP + ": --trial: the file describes a single experiment, not a batch");
  }

  @Test
  void theFolderOfABatchRunsAgainFromAnywhere() throws IOException {
    Path jar = PluginJar.in(temporary);
    Files.writeString(
        file, "plugins: ../others.jar\n" + BATCH.replace("[relu, tanh]", "[relu, wave]"));
    Object[] axis = {
      "--no-plots", "--set", "batch.grid.dataset.path=[data/blobs.csv]", "--set", "batch.keep=none"
    };
    String digest = run(file, axis).loadingPlugins(file).done().digest();
    assertThat(jar).exists();

    Path elsewhere = temporary.resolve("elsewhere");
    Invocation again =
        Invocation.of("run", results().resolve("config.yaml"), "--no-plots", "--out", elsewhere);
    Path kept = results().resolve("config.yaml");
    assertThat(again.loadingPlugins(kept).done().digest()).isEqualTo(digest);
    Path moved = elsewhere.resolve("tiny");
    assertThat(Invocation.of("compare", results()).loadingPlugins(kept).done().out())
        .isEqualTo(
            Invocation.of("compare", moved)
                .loadingPlugins(moved.resolve("config.yaml"))
                .done()
                .out());
    Invocation.of("compare", results(), "--no-plugins")
        .refused(
            kept
                + ":3:10: plugins: refused by --no-plugins, since their code would run: "
                + jar.toRealPath()
                + "\n'%s' can be compared only where its configuration can be read; 'kassei plot' draws its tables without plugins"
                    .formatted(results()));
    assertThat(run(results(), "--no-plots").loadingPlugins(kept).err())
        .isEqualTo("trials: 6 of 6 are there already\n");
  }

  @Test
  void twoBatchesThatWereJoinedCanBeDrawn() {
    run(file, "--no-plots", "--set", "batch.keep=none").done();
    run(file, "--no-plots", "--set", "name=more", "--set", "batch.grid.seed.from=4").done();
    Path both = temporary.resolve("both");
    Invocation compare =
        Invocation.of("compare", results(), runs().resolve("more"), "--out", both).done();
    assertThat(compare.outLines()).anyMatch(line -> line.matches("relu +6 +0 .*"));
    assertThat(Invocation.of("plot", both).done().outLines()).contains(both + "/report.html");
  }

  @Test
  void aBatchThatHasNoTablesYetIsComparedFromItsJournal() throws IOException {
    Files.writeString(file, TUNED);
    run(file, "--no-plots").done();
    String words = Invocation.of("compare", results()).done().out();
    for (String table : List.of("trials.csv", "curves.csv", "timings.csv", "tuning.csv")) {
      Files.delete(results().resolve(table));
    }
    assertThat(Invocation.of("compare", results()).done().out()).isEqualTo(words);
  }

  @Test
  void aBatchWithFailuresSaysWhichAndEndsWithExitCode1() {
    Invocation run =
        run(file, "--no-plots", "--set", "batch.grid.optimizer.learning_rate=[0.1, 1e38]");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err().lines())
        .isNotEmpty()
        .allMatch(
            line ->
                line.matches(
                    "trial \\d+ diverged \\(model.activation=(relu|tanh),"
                        + " optimizer.learning_rate=1e38, seed=\\d\\): the loss is not a finite.*"));
    assertThat(run.out()).contains("Digest: ");
  }

  @Test
  void theFirstFailureEndsABatchThatShallFailFast() {
    Invocation run =
        run(
            file,
            "--no-plots",
            "--fail-fast",
            "--lanes",
            1,
            "--set",
            "batch.grid.optimizer.learning_rate=[1e38, 0.1]");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("of 12 trials are trained; the same command resumes\n");
    assertThat(results().resolve("runs")).doesNotExist();
  }
}
