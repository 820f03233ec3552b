package dev.kassei.cli.command;

import dev.kassei.batch.run.Shard;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --shard}: {@code 3/16}, or what the environment of a scheduler says. */
final class ShardConverter implements ITypeConverter<Shard> {
  private static final Pattern AUTO = Pattern.compile("auto(?:/(\\d{1,9}))?");
  private static final String SLURM = "SLURM_ARRAY_TASK_";
  private static final String KUBERNETES = "JOB_COMPLETION_INDEX";

  private final Map<String, String> environment;

  ShardConverter() {
    this(System.getenv());
  }

  /** With another environment. */
  ShardConverter(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Shard convert(String text) {
    Matcher auto = AUTO.matcher(text);
    try {
      return auto.matches() ? found(Optional.ofNullable(auto.group(1))) : Shard.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  private Shard found(Optional<String> count) {
    if (environment.containsKey(SLURM + "ID")) {
      // an array may begin anywhere and leave out some: 1-9:2
      int step = Math.max(1, number(SLURM + "STEP", Optional.of("1")));
      int index = (number(SLURM + "ID") - number(SLURM + "MIN", Optional.of("1"))) / step;
      int tasks = number(SLURM + "COUNT", count);
      if (count.isPresent() && tasks != Integer.parseInt(count.get())) {
        throw new IllegalArgumentException(
            "auto/%s does not agree with %sCOUNT, which is %s"
                .formatted(count.get(), SLURM, tasks));
      }
      return shard(index, tasks, SLURM + "ID");
    }
    if (!environment.containsKey(KUBERNETES)) {
      throw new IllegalArgumentException(
          "auto takes the shard from SLURM_ARRAY_TASK_ID or JOB_COMPLETION_INDEX, but neither is set;"
              + " say which it is, such as 3/16");
    }
    if (count.isEmpty()) {
      throw new IllegalArgumentException(
          "Kubernetes does not say how many completions a job has; say it, as in auto/16");
    }
    return shard(number(KUBERNETES), Integer.parseInt(count.get()), KUBERNETES);
  }

  /** The shard of an index from 0. */
  private Shard shard(int index, int count, String variable) {
    if (index < 0 || index >= count) {
      throw new IllegalArgumentException(
          "%s is %s, which is none of %s shards"
              .formatted(variable, environment.get(variable), count));
    }
    return new Shard(index + 1, count);
  }

  private int number(String variable) {
    return number(variable, Optional.empty());
  }

  private int number(String variable, Optional<String> otherwise) {
    String text = Optional.ofNullable(environment.get(variable)).or(() -> otherwise).orElse("");
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "auto expects a whole number in %s, but it is '%s'".formatted(variable, text), e);
    }
  }
}
