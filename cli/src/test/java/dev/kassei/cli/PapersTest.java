package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The experiments of {@code docs/papers.md}, smaller, show what the papers say. Asked for by {@code
 * -Dpapers=true}, as {@code .ci/run} does: it takes most of a minute.
 */
@Tag("slow")
@EnabledIfSystemProperty(named = "papers", matches = "true")
class PapersTest {
  private static final Path FOLDER = Configs.FOLDER.resolve("papers");

  @TempDir private Path temporary;

  /** The variance of what each hidden activation returns. */
  private double[] variances(String config) throws IOException {
    Path folder =
        Invocation.of(
                "run",
                FOLDER.resolve(config),
                "--out",
                temporary,
                "--no-plots",
                "--set",
                "model.hidden=[1000, 1000, 1000]")
            .folder();
    List<String[]> lines =
        Files.readAllLines(folder.resolve("layers.csv")).stream()
            .map(line -> line.split(",", -1))
            .toList();
    int variance = List.of(lines.get(0)).indexOf("variance");
    return lines.stream()
        .filter(cells -> cells[1].endsWith(".activation"))
        .mapToDouble(cells -> Double.parseDouble(cells[variance]))
        .toArray();
  }

  /** A third by the theory; about 0.8 in the paper. Fewer units would be nearer to saturation. */
  @Test
  void standardWeightsLoseTwoThirdsOfTheVarianceInEachLayer() throws IOException {
    double[] standard = variances("glorot-2010-standard.yaml");
    double[] normalized = variances("glorot-2010-normalized.yaml");
    for (int i = 1; i < standard.length; i++) {
      assertThat(standard[i] / standard[i - 1]).as("standard").isBetween(0.25, 0.38);
      assertThat(normalized[i] / normalized[i - 1]).as("normalized").isBetween(0.7, 1.0);
    }
  }

  /** With two layers of two units it is 5/32; of 200 networks the deviation is 0.026. */
  @Test
  void narrowNetworksAreBornDeadAsOftenAsCounted() throws IOException {
    Path folder =
        Invocation.of(
                "run",
                FOLDER.resolve("dying-relu-depth.yaml"),
                "--out",
                temporary,
                "--no-plots",
                "--set",
                "batch.grid.seed.weights.count=200")
            .folder();
    List<String[]> lines =
        Files.readAllLines(folder.resolve("trials.csv")).stream()
            .map(line -> line.split(",", -1))
            .toList();
    assertThat(share(lines, "1 hidden")).isZero();
    assertThat(share(lines, "2 hidden")).isBetween(5 / 32.0 - 0.08, 5 / 32.0 + 0.08);
    assertThat(share(lines, "9 hidden")).isBetween(0.8, 0.925);
    assertThat(share(lines, "49 hidden")).isBetween(0.99, 1.0);
  }

  private static double share(List<String[]> lines, String variant) {
    int dead = Arrays.asList(lines.get(0)).indexOf("last.train.dead_network");
    return lines.stream()
        .filter(cells -> Arrays.asList(cells).contains(variant))
        .mapToDouble(cells -> Double.parseDouble(cells[dead]))
        .average()
        .orElseThrow();
  }
}
