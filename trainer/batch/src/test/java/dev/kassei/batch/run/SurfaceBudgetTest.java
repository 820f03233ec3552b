package dev.kassei.batch.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.run.SurfaceBudget.Candidate;
import dev.kassei.experiment.checkpoint.TrialKeys;
import dev.kassei.experiment.training.ExperimentCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurfaceBudgetTest {
  @TempDir private Path temporary;

  private List<Job> jobs(String batch, String... settings) throws IOException {
    BatchConfig config = new TinyBatch(temporary).config(batch, settings);
    var jobs = new Jobs(new ExperimentCache(), new TrialKeys("1", Optional.empty()));
    return config.trials().stream().map(jobs::of).toList();
  }

  /** The numbers of trials of so many bytes each that are chosen, of settings from 0. */
  private static List<Integer> chosen(int settings, int seeds, long bytes) {
    List<Integer> numbers = IntStream.range(0, settings * seeds).boxed().toList();
    var budget =
        SurfaceBudget.of(
            numbers.stream()
                .map(number -> new Candidate(number, Integer.toString(number / seeds), bytes))
                .toList());
    return numbers.stream().filter(budget::hasChosen).toList();
  }

  @Test
  void ofEachSettingTheFirstFourAreKept() throws IOException {
    assertThat(chosen(2, 6, 1000)).containsExactly(0, 1, 2, 3, 6, 7, 8, 9);
  }

  @Test
  void allTogetherStayBoundedAndEachSettingHasOneBeforeAnyHasTwo() throws IOException {
    List<Integer> chosen = chosen(100, 5, SurfaceBudget.MAX_BYTES / 150);
    assertThat(chosen).hasSize(150);
    Map<Integer, Long> bySetting =
        chosen.stream().collect(Collectors.groupingBy(number -> number / 5, Collectors.counting()));
    assertThat(bySetting).hasSize(100).containsEntry(0, 2L).containsEntry(99, 1L);
  }

  @Test
  void aSurfaceIsAsLargeAsItWasExpected() throws IOException {
    String batch = "{grid: {loss: [binary_cross_entropy, cross_entropy]}}";
    String[] settings = {"plots.surface.points=30", "precision=float64"};
    var tiny = new TinyBatch(temporary);
    tiny.run(tiny.config(batch, settings));
    long expected =
        jobs(batch, settings).stream().mapToLong(job -> job.surfaceBytes().orElseThrow()).sum();
    try (var files = Files.list(tiny.results().resolve("surfaces"))) {
      long bytes = files.mapToLong(file -> file.toFile().length()).sum();
      assertThat(bytes - expected).isBetween(0L, 1000L);
    }
  }
}
