package dev.kassei.plotting.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kassei.fixtures.RunSample;
import dev.kassei.fixtures.SurfaceBytes;
import dev.kassei.plotting.Format;
import dev.kassei.results.file.FolderException;
import dev.kassei.results.record.BatchFiles;
import dev.kassei.results.record.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchPicturesTest {
  @TempDir private Path path;

  private static List<String> names(List<Path> files) {
    return files.stream().map(file -> file.getFileName().toString()).toList();
  }

  /** Writes the report alone, which is quicker than pictures. */
  private static String report(BatchFolder folder) throws IOException {
    List<Path> files = BatchPictures.write(folder.path(), List.of());
    return Files.readString(files.get(files.size() - 1));
  }

  private static void refuses(BatchFolder folder, String file, String reason) {
    assertThatExceptionOfType(FolderException.class)
        .isThrownBy(() -> report(folder))
        .withMessageContaining(file)
        .withMessageContaining(reason);
  }

  @Test
  void aTunedBatchOnOneDatasetHasItsPicturesAndTheReportLast() throws IOException {
    List<Path> files =
        BatchPictures.write(BatchFolder.oneDataset(path).path(), List.of(Format.SVG));
    assertThat(names(files))
        .containsExactly(
            "differences.svg", "scores.svg", "curves.svg", "tuning.svg", "report.html");
    assertThat(path.resolve("plots/scores.svg"))
        .content()
        .contains("sigmoid (2 failed or diverged)");
    assertThat(path.resolve("plots/tuning.svg")).content().contains("Learning rate");
    assertThat(path.resolve("plots/curves.svg")).content().contains("Validation loss");
  }

  private String environment(BatchFolder folder) throws IOException {
    BatchPictures.write(folder.path(), List.of());
    return Files.readString(path.resolve("environment.html"));
  }

  @Test
  void whereTrialsWereTrainedIsOnAPageBesideTheOneOfTheBatch() throws IOException {
    BatchFolder folder = BatchFolder.oneDataset(path);
    assertThat(report(folder))
        .contains("href=\"environment.html\"")
        .doesNotContain("EPYC", "aarch64");
    assertThat(environment(folder))
        .contains(
            ">AMD EPYC 9B14</th>",
            "<td>scalar</td>",
            ">17.0.21+9, OpenJDK 64-Bit Server VM</td>",
            ">aarch64</th>",
            "Times are comparable only between equal processors; these trials were trained on 2 kinds:",
            "For 1 trial the process is not known.");
  }

  @Test
  void oneKindOfProcessIsASentence() throws IOException {
    BatchFolder folder =
        BatchFolder.oneDataset(path)
            .with(
                "timings.csv", text -> text.replaceAll("(?m),[^,]*,[0-9a-f]*$", ",X,5e0d3c8a1f27"));
    assertThat(environment(folder))
        .containsPattern("Trained by 1 process: \\d+ trials\\.")
        .contains("href=\"report.html\"", "AMD EPYC 9B14", "1 process trained only other trials")
        .doesNotContain("Times are comparable", "<table", "aarch64");
  }

  @Test
  void anOlderFolderSaysWhatItKnowsOfWhereItWasTrained() throws IOException {
    BatchFolder folder =
        BatchFolder.oneDataset(path)
            .with("timings.csv", text -> text.replaceAll("(?m),[^,]*,[^,]*$", ""))
            .with("environment.jsonl", text -> text.replaceAll("\"site\":\"[^\"]*\",", ""));
    assertThat(environment(folder))
        .contains("AMD EPYC 9B14", "The folder does not say which process trained which trials.")
        .doesNotContain("Times are comparable");
    Files.delete(path.resolve("environment.jsonl"));
    assertThat(environment(folder))
        .contains("The folder does not say where its trials were trained.")
        .doesNotContain("href=\"environment.jsonl");
  }

  @Test
  void manyDatasetsHaveRanksAndAHeatMap() throws IOException {
    List<Path> files =
        BatchPictures.write(BatchFolder.manyDatasets(path).path(), List.of(Format.SVG));
    assertThat(names(files))
        .containsExactly(
            "ranks.svg",
            "centers.svg",
            "heat_map.svg",
            "differences.svg",
            "scores.svg",
            "curves.svg",
            "report.html");
    assertThat(path.resolve("plots/ranks.svg"))
        .content()
        .contains("mish  1.21")
        .doesNotContain("CD =");
    assertThat(path.resolve("plots/heat_map.svg")).content().contains("german_credit", "0.845");
  }

  @Test
  void theFirstScreenSaysVerdictRankingAndWarnings() throws IOException {
    String page = report(BatchFolder.oneDataset(path));
    String first = page.substring(page.indexOf("<main>"), page.indexOf("id=\"section-1\""));
    assertThat(first)
        .containsSubsequence(
            "<p class=\"verdict\">On iris by test.accuracy: mish beats relu; relu beats sigmoid;"
                + " tanh cannot be told apart from relu.</p>",
            "<table>",
            "<h3>Findings</h3>",
            "<li>mish beats relu with 9 of 10 seeds",
            "To keep in mind",
            "<li>sigmoid failed or diverged in 2 of 10 trials");
    assertThat(first)
        .contains(
            "mish beats relu with 9 of 10 seeds",
            "sigmoid failed or diverged in 2 of 10 trials",
            "Improvement over relu",
            "p (Holm)",
            "Chosen learning_rate",
            "0.001 (edge)")
        .contains("Failed or diverged", ">sd<", ">cannot be told apart<")
        .containsSubsequence("0.939", "0.0125", "0.00600 … 0.0187", "0.02", "better");
    assertThat(page).contains("38 of 40 trials completed, 1 diverged, 1 failed");
  }

  @Test
  void whatIsBehindTheVerdictFollows() throws IOException {
    String page = report(BatchFolder.oneDataset(path));
    assertThat(page)
        .contains(
            "All of this was fixed before any trial ran.",
            "All repetitions use the same rows in the same splits",
            "Trials that failed or diverged",
            "seed.weights=5",
            "kassei run config.yaml",
            "model.activation: [relu, tanh, mish, sigmoid]",
            "20927c69",
            "A point is a trial.",
            "0.309 ◆")
        .doesNotContain("Learned surfaces");
  }

  @Test
  void whereSeveralWereChosenTheTableSaysHowOften() throws IOException {
    BatchFolder folder =
        BatchFolder.oneDataset(path)
            .with(BatchFiles.STATISTICS, text -> text.replace("[ 0, 0, 1 ]", "[ 0, 1, 4 ]"));

    assertThat(report(folder)).contains("0.345 ◆ ×1", "0.309 ◆ ×4");
  }

  @Test
  void whatSpeaksAgainstAFindingStandsInTheSentenceToQuote() throws IOException {
    BatchFolder folder =
        BatchFolder.oneDataset(path)
            .with(
                BatchFiles.STATISTICS,
                text ->
                    text.replaceFirst(
                        "\"statement\"", "\"reservation\": \"Seen before.\", \"statement\""));

    assertThat(report(folder)).contains("tanh cannot be told apart from relu. Seen before.</p>");
  }

  @Test
  void cautionsOfTheWholeBatchStandBeforeThoseOfASetting() throws IOException {
    BatchFolder folder =
        BatchFolder.oneDataset(path)
            .with(
                BatchFiles.STATISTICS,
                text ->
                    text.replaceFirst(
                        "\"cautions\"\\s*:\\s*\\[", "\"cautions\": [\"Some are left out.\", "));

    assertThat(report(folder))
        .containsSubsequence(
            "To keep in mind",
            "<li>Some are left out.</li>",
            "<li>sigmoid failed or diverged in 2 of 10");
  }

  @Test
  void thePOfFriedmansTestSaysWhichItIs() throws IOException {
    assertThat(report(BatchFolder.manyDatasets(path)))
        .contains("<dt>p of F</dt>", "<dt>p by permutation, as in the findings</dt>")
        .doesNotContain("<dt>p</dt>");
  }

  @Test
  void pairsOfManyDatasetsAreListed() throws IOException {
    assertThat(report(BatchFolder.manyDatasets(path)))
        .contains("Over 12 data sets by test.accuracy: mish beats relu; relu beats")
        .contains("p (Nemenyi)", "cannot be told apart", "Friedman χ²", "36.4", "11 / 0 / 1");
  }

  @Test
  void surfacesThatWereKeptAreDrawnARowAMethod() throws IOException {
    BatchFolder folder = BatchFolder.oneDataset(path);
    for (int trial : new int[] {1, 2, 11, 12, 13}) {
      folder.withSurface(trial, SurfaceBytes.of(0, 1, 2, 3, 4, 5));
    }
    BatchPictures.write(folder.path(), List.of(Format.SVG));
    assertThat(path.resolve("plots/surfaces.svg"))
        .content()
        .contains("relu, seed 1", "relu, seed 2", "tanh, seed 1", "tanh, seed 2")
        .doesNotContain("tanh, seed 3");
  }

  @Test
  void surfacesHaveTheNamesOfTheFeaturesWhereARunIsSaved() throws IOException {
    BatchFolder folder = BatchFolder.oneDataset(path);
    folder.withSurface(1, SurfaceBytes.of(0, 1, 2, 3, 4, 5));
    Path run = Files.createDirectories(path.resolve(BatchFiles.run("7")));
    Files.writeString(run.resolve(RunFiles.RUN), RunSample.CLASSES.replace("x1", "length"));
    BatchPictures.write(folder.path(), List.of(Format.SVG));
    assertThat(path.resolve("plots/surfaces.svg"))
        .content()
        .contains(">length<", ">width<")
        .doesNotContain("Input 1");
  }

  @Test
  void hostileNamesDoNothing() throws IOException {
    String hostile = "</script><img src=x onerror=alert(1)>";
    String page =
        report(BatchFolder.oneDataset(path).replacing("relu", hostile).replacing("iris", hostile));
    assertThat(page)
        .doesNotContain("<img")
        .contains("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;");
  }

  @Test
  void tenThousandTrialsMakeAPageThatCanBeMailed() throws IOException {
    String page = report(ManyTrials.write(path, 20, 500));
    assertThat(page.length()).isLessThan(1_000_000);
    assertThat(page).contains("10000 of 10000 trials completed", "method-19");
  }

  @Test
  @Tag("slow")
  void fiftyThousandTrialsMakeAPageThatOpens() throws IOException {
    String page = report(ManyTrials.write(path, 500, 10, 10));
    assertThat(page.length()).isLessThan(2_000_000);
    assertThat(page)
        .contains("50000 of 50000 trials completed", "Further settings", ">0.500<")
        .contains("href=\"trials.csv\">trials.csv: each trial")
        .containsOnlyOnce("id=\"data\"");
    assertThat(page.split("<canvas", -1)).hasSizeBetween(50, 61);
  }

  @Test
  void runsThatAreManyAreCounted() throws IOException {
    BatchFolder folder = ManyTrials.write(path, 1, 42);
    for (int trial = 1; trial <= 42; trial++) {
      Path run = Files.createDirectories(path.resolve(BatchFiles.run(Integer.toString(trial))));
      Files.writeString(run.resolve("report.html"), "");
    }
    assertThat(report(folder))
        .contains("trial-40", "2 more are in runs.")
        .doesNotContain("trial-41");
  }

  @Test
  void foldersThatAreTornAreRefused() {
    BatchFolder folder = BatchFolder.oneDataset(path);
    refuses(
        folder.with(BatchFiles.TRIALS, text -> text.replace(",status,", ",state,")),
        "trials.csv",
        "'status' is missing");
    refuses(
        folder
            .with(BatchFiles.TRIALS, text -> text.replace(",state,", ",status,"))
            .with(BatchFiles.CURVES, text -> text.replace("1.0986", "one")),
        "curves.csv",
        "'one', which is not a number");
    refuses(folder.without(BatchFiles.TRIALS), "trials.csv", "no such file");
    refuses(
        folder.with(BatchFiles.STATISTICS, text -> text.substring(0, 1_000)),
        "statistics.json",
        "not JSON");
    refuses(folder.without(BatchFiles.STATISTICS), path.toString(), "no statistics.json");
  }

  @Test
  void batchesThatWereJoinedHaveAPageWithoutConfiguration() throws IOException {
    BatchFolder joined = BatchFolder.oneDataset(path).without(BatchFiles.CONFIG);
    assertThat(report(joined)).contains("How it was made").doesNotContain("kassei run config.yaml");
  }

  @Test
  void aBatchWithoutResultsHasAPage() throws IOException {
    BatchFolder folder =
        BatchFolder.oneDataset(path)
            .with(BatchFiles.STATISTICS, BatchPicturesTest::withoutSettings)
            .with(BatchFiles.TRIALS, text -> text.substring(0, text.indexOf('\n') + 1));
    assertThat(report(folder)).contains("What was compared");
  }

  private static String withoutSettings(String json) {
    return json.substring(0, json.indexOf("\"settings\"")) + "\"settings\" : []\n}";
  }
}
