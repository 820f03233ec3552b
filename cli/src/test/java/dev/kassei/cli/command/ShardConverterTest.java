package dev.kassei.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kassei.batch.run.Shard;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

class ShardConverterTest {
  private static Shard read(String text, Map<String, String> environment) {
    return new ShardConverter(environment).convert(text);
  }

  @Test
  void anArrayJobOfSlurmSaysWhichAndHowMany() {
    Map<String, String> first =
        Map.of(
            "SLURM_ARRAY_TASK_ID", "0", "SLURM_ARRAY_TASK_COUNT", "4", "SLURM_ARRAY_TASK_MIN", "0");
    assertThat(read("auto", first)).isEqualTo(new Shard(1, 4));
    Map<String, String> everySecond =
        Map.of(
            "SLURM_ARRAY_TASK_ID", "9",
            "SLURM_ARRAY_TASK_COUNT", "5",
            "SLURM_ARRAY_TASK_MIN", "1",
            "SLURM_ARRAY_TASK_STEP", "2");
    assertThat(read("auto", everySecond)).isEqualTo(new Shard(5, 5));
  }

  @Test
  void anIndexedJobOfKubernetesCountsFromZeroAndIsToldHowMany() {
    Map<String, String> job = Map.of("JOB_COMPLETION_INDEX", "15");
    assertThat(read("auto/16", job)).isEqualTo(new Shard(16, 16));
    refused(
        "auto",
        job,
        "Kubernetes does not say how many completions a job has; say it, as in auto/16");
    refused("auto/15", job, "JOB_COMPLETION_INDEX is 15, which is none of 15 shards");
  }

  @Test
  void aShardThatIsWrittenOutNeedsNoScheduler() {
    Map<String, String> job = Map.of("JOB_COMPLETION_INDEX", "15");
    assertThat(read("3/16", job)).isEqualTo(new Shard(3, 16));
  }

  @Test
  void whatIsMissingOrNoNumberIsNamed() {
    refused(
        "auto",
        Map.of(),
        "auto takes the shard from SLURM_ARRAY_TASK_ID or JOB_COMPLETION_INDEX, but neither is set;"
            + " say which it is, such as 3/16");
    refused(
        "auto",
        Map.of("SLURM_ARRAY_TASK_ID", "1"),
        "auto expects a whole number in SLURM_ARRAY_TASK_COUNT, but it is ''");
    refused(
        "auto/16",
        Map.of("SLURM_ARRAY_TASK_ID", "1", "SLURM_ARRAY_TASK_COUNT", "3"),
        "auto/16 does not agree with SLURM_ARRAY_TASK_COUNT, which is 3");
    refused(
        "auto",
        Map.of(
            "SLURM_ARRAY_TASK_ID", "9",
            "SLURM_ARRAY_TASK_COUNT", "3",
            "SLURM_ARRAY_TASK_STEP", "0"),
        "SLURM_ARRAY_TASK_ID is 9, which is none of 3 shards");
    refused("1/0", Map.of(), "expected at least one shard but was 1/0");
    refused("third", Map.of(), "expected a shard such as 3/16, the third of 16, but was 'third'");
  }

  private static void refused(String text, Map<String, String> environment, String message) {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> read(text, environment))
        .withMessage(message);
  }
}
