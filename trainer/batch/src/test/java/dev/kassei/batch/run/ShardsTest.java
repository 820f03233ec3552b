package dev.kassei.batch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.plan.TrialConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardsTest {
  private static final String GRID =
      "{grid: {model.activation: [relu, tanh, mish], seed: {from: 1, count: 40}}}";
  private static final String TUNED =
      """
      {grid: {model.activation: [relu, tanh], seed: [1, 2, 3]},
       tune: {grid: {optimizer.learning_rate: [0.01, 0.1]}, seeds: [11, 12]}}""";

  @TempDir private Path temporary;

  private BatchConfig batch(String text, String... settings) throws IOException {
    return new TinyBatch(temporary).config(text, settings);
  }

  private static List<Integer> numbers(BatchConfig batch, Shard shard) {
    Shards.Share share = Shards.of(batch).share(Optional.of(shard));
    List<Integer> numbers =
        batch.trials().stream().filter(share::has).map(TrialConfig::number).toList();
    assertThat(share.size()).isEqualTo(numbers.size());
    return numbers;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 16, 1000})
  void eachTrialIsInOneShard(int count) throws IOException {
    for (String text : List.of(GRID, TUNED)) {
      BatchConfig batch = batch(text);
      List<Integer> all =
          IntStream.rangeClosed(1, count)
              .mapToObj(index -> numbers(batch, new Shard(index, count)))
              .flatMap(List::stream)
              .sorted()
              .toList();
      assertThat(all).isEqualTo(batch.trials().stream().map(TrialConfig::number).toList());
    }
  }

  @Test
  void trialsThatDifferInSeedsStayTogetherSixteenAtATime() throws IOException {
    BatchConfig batch = batch(GRID);
    Shards shards = Shards.of(batch);
    for (int first : List.of(1, 17, 41, 57, 81, 97)) {
      Set<Integer> indices =
          IntStream.range(first, first + 16)
              .mapToObj(number -> shards.index(number, 7))
              .collect(Collectors.toSet());
      assertThat(indices).hasSize(1);
    }
  }

  @Test
  void seedsThatAreAddedMoveNoTrial() throws IOException {
    for (String seeds : List.of("41", "56", "57", "200")) {
      Map<Map<String, String>, Integer> before = indices(batch(GRID));
      Map<Map<String, String>, Integer> after =
          indices(batch(GRID, "batch.grid.seed.count=" + seeds));
      assertThat(after).containsAllEntriesOf(before).hasSizeGreaterThan(before.size());
    }
  }

  private static Map<Map<String, String>, Integer> indices(BatchConfig batch) {
    Shards shards = Shards.of(batch);
    var indices = new HashMap<Map<String, String>, Integer>();
    batch.trials().forEach(trial -> indices.put(trial.axes(), shards.index(trial.number(), 16)));
    return indices;
  }

  @Test
  void trialsThatAreTunedTogetherStayTogetherWithTheirCandidates() throws IOException {
    BatchConfig batch = batch(TUNED);
    var tune = batch.tune().orElseThrow();
    Shards shards = Shards.of(batch);
    long candidates = 0;
    for (int index = 1; index <= 3; index++) {
      Shards.Share share = shards.share(Optional.of(new Shard(index, 3)));
      candidates += share.candidates();
      for (TrialConfig trial : batch.trials()) {
        assertThat(share.hasGroup(tune.group(trial))).isEqualTo(share.has(trial));
      }
    }
    assertThat(candidates).isEqualTo(tune.size());
  }

  @Test
  void aShardIsReadAsItIsPrinted() {
    assertThat(Shard.parse("3/16")).isEqualTo(new Shard(3, 16)).hasToString("3/16");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shard.parse("0/0"))
        .withMessage("expected at least one shard but was 0/0");
    for (String wrong : List.of("0/3", "4/3")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Shard.parse(wrong))
          .withMessageStartingWith("expected a shard from 1/");
    }
    for (String wrong : List.of("", "3", "3/", "3/-1", "3/16/2", "a/b", "1/9999999999")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Shard.parse(wrong))
          .withMessage("expected a shard such as 3/16, the third of 16, but was '%s'", wrong);
    }
  }
}
