package dev.kassei.batch.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.batch.statistics.Simulation.Noise;
import dev.kassei.batch.statistics.Simulation.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Simulated rates of false claims, and the table of them in docs/statistics.md. That is made with
 * {@code -Dsimulations=10000}, which writes it to {@code target/error-rates.md}.
 */
class ErrorRatesTest {
  private static final int RUNS = Integer.getInteger("simulations", 1_000);
  private static final int[] SIZES = {2, 3, 5, 10, 30, 50};
  private static final double MARGIN = 0.01;

  /** Beyond this many standard errors a rate of so few runs is not chance. */
  private static final double ERRORS = 3;

  private record Rate(String row, int size, Noise noise, double nominal, double rate) {
    double standardError(int runs) {
      return Math.sqrt(nominal * (1 - nominal) / runs);
    }

    String percent() {
      return String.format(Locale.ROOT, "%.1f", 100 * rate);
    }
  }

  @Test
  @Tag("slow")
  void falseClaimsAreAsRareAsTheirLevelSays() throws IOException {
    List<Rate> rates = rates();
    Files.writeString(
        Files.createDirectories(Path.of("target")).resolve("error-rates.md"), table(rates));
    assertThat(rates)
        .allSatisfy(
            each ->
                assertThat(each.rate())
                    .as("%s", each)
                    .isLessThanOrEqualTo(
                        each.nominal() + Math.max(MARGIN, ERRORS * each.standardError(RUNS))));
    List<String> documented =
        Files.readAllLines(Path.of("../../docs/statistics.md")).stream()
            .filter(
                line ->
                    Stream.of("beats: ", "equivalent: ").anyMatch(it -> line.startsWith("| " + it)))
            .toList();
    assertThat(documented).hasSize(2 * Plan.values().length);
    documented.forEach(line -> assertDocumented(line, rates));
  }

  /** The documented rates are at most the nominal level and 1 %, and what is simulated here. */
  private static void assertDocumented(String line, List<Rate> rates) {
    String[] cells = line.substring(2).split(" +\\| +|\\|", -1);
    for (int i = 0; i < SIZES.length; i++) {
      List<String> percents = List.of(cells[i + 1].trim().split(" / ", -1));
      List<Noise> noises = List.of(Noise.values());
      for (int k = 0; k < noises.size(); k++) {
        Noise noise = noises.get(k);
        Rate simulated = find(rates, cells[0].trim(), SIZES[i], noise);
        double written = Double.parseDouble(percents.get(k)) / 100;
        assertThat(written).as(line).isLessThanOrEqualTo(simulated.nominal() + MARGIN);
        assertThat(Math.abs(written - simulated.rate()))
            .as("%s in %s", simulated, line)
            .isLessThanOrEqualTo(4 * simulated.standardError(RUNS) + 0.0005);
      }
    }
  }

  private static Rate find(List<Rate> rates, String row, int size, Noise noise) {
    return rates.stream()
        .filter(each -> each.row().equals(row) && each.size() == size && each.noise() == noise)
        .findFirst()
        .orElseThrow();
  }

  private static List<Rate> rates() {
    var rates = new ArrayList<Rate>();
    for (Plan plan : Plan.values()) {
      for (int size : SIZES) {
        for (Noise noise : Noise.values()) {
          var simulation = new Simulation(plan, noise, size);
          rates.add(new Rate("beats: " + plan.text, size, noise, 0.05, simulation.beats(RUNS)));
          rates.add(
              new Rate(
                  "equivalent: " + plan.text, size, noise, 0.025, simulation.equivalent(RUNS)));
        }
      }
    }
    return rates;
  }

  private static String table(List<Rate> rates) {
    String head =
        "| claim and design | "
            + Arrays.stream(SIZES).mapToObj(Integer::toString).collect(Collectors.joining(" | "))
            + " |\n|---|"
            + "--:|".repeat(SIZES.length)
            + "\n";
    return rates.stream()
        .map(Rate::row)
        .distinct()
        .sorted()
        .map(row -> line(row, rates))
        .collect(Collectors.joining("", head, ""));
  }

  private static String line(String row, List<Rate> rates) {
    return Arrays.stream(SIZES)
        .mapToObj(
            size ->
                Arrays.stream(Noise.values())
                    .map(noise -> find(rates, row, size, noise).percent())
                    .collect(Collectors.joining(" / ")))
        .collect(Collectors.joining(" | ", "| " + row + " | ", " |\n"));
  }
}
