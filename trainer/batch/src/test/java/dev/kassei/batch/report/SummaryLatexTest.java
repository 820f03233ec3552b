package dev.kassei.batch.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kassei.batch.analysis.AnalysisInput;
import dev.kassei.batch.analysis.BatchAnalysis;
import dev.kassei.batch.history.PlanHistory;
import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.plan.FileLoader;
import dev.kassei.batch.run.BatchResults;
import dev.kassei.experiment.plugin.Plugins;
import dev.kassei.results.record.BatchRecord;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables for a paper fit its page, whatever methods are called and however many there are. */
@Tag("slow")
class SummaryLatexTest {
  private static final Path SAMPLES = Path.of("src/test/resources/batches");

  @TempDir private Path temporary;

  private static String latex(Path file) throws IOException {
    return latex(file, PlanHistory.NONE);
  }

  private static String latex(Path file, PlanHistory history) throws IOException {
    BatchConfig batch = new FileLoader(Plugins.builtIn()).batch(file, List.of());
    BatchResults results = new SampleBatch(batch, Set.of(3), Set.of(5)).results();
    BatchRecord record =
        BatchAnalysis.analyse(AnalysisInput.of(batch, results, "digest", "1.0.0", history));
    var out = new StringWriter();
    SummaryLatex.write(record, out);
    return out.toString();
  }

  /** A hundred methods with every sign that LaTeX reads, on some data sets. */
  private Path many(String datasets) throws IOException {
    String methods =
        IntStream.range(0, 100)
            .mapToObj(
                i ->
                    "{type: leaky_relu, alpha: 0.%s, name: 'β_%s ~^\\{}$&#%% 活性 %s'}"
                        .formatted(i + 100, i, "x".repeat(i % 50)))
            .collect(Collectors.joining(", "));
    return Files.writeString(
        temporary.resolve("many & much.yaml"),
        """
        dataset: iris
        model: {type: mlp, hidden: [4]}
        loss: cross_entropy
        optimizer: sgd
        dataset.split: {validation: 0.2, test: 0.2}
        batch:
          grid: {%s model.activation: [relu, %s], seed.weights: [1, 2, 3]}
          compare: {metric: test.accuracy, reference: relu}
        """
            .formatted(datasets, methods));
  }

  @Test
  void everyTableHasACaptionALabelAndAlignedNumbers() throws IOException {
    String text = latex(SAMPLES.resolve("many-datasets.yaml"));

    assertThat(text)
        .contains("\\usepackage{booktabs,dcolumn}")
        .contains("\\caption{test.accuracy over 12 data sets: mean rank")
        .contains("\\label{tab:many-datasets-1}", "\\label{tab:many-datasets-2}")
        .contains("D{.}{.}{1.2}")
        .contains("Bayes better")
        .contains(
            "the probability that the typical improvement is above 0 (Bayesian signed-rank test).");
  }

  @Test
  void aCaptionSaysWhatSpeaksAgainstItsIntervals() throws IOException {
    String reservation = "Not all of this was fixed";
    var history = new PlanHistory(false, List.of(reservation + ".", "Details."));

    assertThat(latex(SAMPLES.resolve("one-dataset.yaml"), history).lines())
        .filteredOn(line -> line.startsWith("\\caption"))
        .allMatch(line -> line.endsWith(" " + reservation + ".}"))
        .isNotEmpty();
  }

  @Test
  void ofAHundredMethodsThoseAreShownThatAPageHolds() throws IOException {
    String text = latex(many(""));

    assertThat(text.lines().filter(line -> line.endsWith(" \\\\"))).hasSize(41);
    assertThat(text.lines().filter(line -> line.startsWith("relu "))).hasSize(1);
    assertThat(text).contains("40 of 101 rows are shown; summary.md has all.");
  }

  @Test
  void latexSetsTheTablesWithinTheTextOfAnArticle() throws Exception {
    assumeTrue(isInstalled("pdflatex"), "pdflatex is not installed");
    String tables =
        latex(SAMPLES.resolve("one-dataset.yaml"))
            + latex(SAMPLES.resolve("many-datasets.yaml"))
            + latex(many(""))
            + latex(many("dataset: [iris, wine, digits, breast_cancer],"));
    Path file = temporary.resolve("paper.tex");
    Files.writeString(
        file,
        "\\documentclass{article}\n\\usepackage{booktabs,dcolumn}\n\\begin{document}\n"
            + tables
            + "\\end{document}\n");

    Process process =
        new ProcessBuilder("pdflatex", "-halt-on-error", "-interaction=nonstopmode", "paper.tex")
            .directory(temporary.toFile())
            .redirectErrorStream(true)
            .redirectOutput(temporary.resolve("out.txt").toFile())
            .start();

    int code = process.waitFor();
    String log = Files.readString(temporary.resolve("out.txt"));
    assertThat(code).as(log).isZero();
    assertThat(log).doesNotContain("Overfull", "Float too large");
  }

  private static boolean isInstalled(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
