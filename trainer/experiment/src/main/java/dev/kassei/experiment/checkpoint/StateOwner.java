package dev.kassei.experiment.checkpoint;

import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.config.Seeds;
import dev.kassei.experiment.training.PreparedTrial;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Whose state it is: names all that a run's numbers depend on.
 *
 * @param kassei names the code of Kassei
 * @param seeds the seeds, as hexadecimal numbers
 * @param data the fingerprint of the data
 * @param experiment names everything else: configuration, formulas, plugins
 */
public record StateOwner(String kassei, String seeds, String data, String experiment) {
  /** Larger files are those of data, which its fingerprint names, or of first weights. */
  private static final long MAX_BYTES = 1 << 24;

  private static final Pattern TEXT = Pattern.compile("(\\w*)-(\\w*)-(\\w*)-(\\w*)");

  /**
   * The owner of a run's state.
   *
   * @param code names the code of Kassei
   * @throws ExperimentException if the experiment holds something that has no name in another
   *     process; the message says what to do
   */
  public static StateOwner of(LoadedConfig config, PreparedTrial trial, String code) {
    var keys = new TrialKeys("", Optional.empty(), new InputFiles(MAX_BYTES));
    return new StateOwner(
        code,
        text(config.experiment().seed()),
        trial.data().fingerprint(),
        keys.key(config, trial));
  }

  private static String text(Seeds seeds) {
    return LongStream.of(seeds.data(), seeds.split(), seeds.weights(), seeds.order(), seeds.noise())
        .mapToObj(Long::toHexString)
        .collect(Collectors.joining("_"));
  }

  String text() {
    return "%s-%s-%s-%s".formatted(kassei, seeds, data, experiment);
  }

  /** What a state that has this text belongs to that is not ours; empty if it is ours. */
  Optional<String> difference(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      return Optional.of("it is not the state of a run");
    }
    if (!parts.group(1).equals(kassei)) {
      return Optional.of("it was written by other code of Kassei; resume with that version");
    }
    if (!parts.group(2).equals(seeds)) {
      return Optional.of("it was trained with another seed; resume with that one");
    }
    if (!parts.group(3).equals(data)) {
      return Optional.of("the data have changed since; put back what they were");
    }
    return parts.group(4).equals(experiment)
        ? Optional.empty()
        : Optional.of(
            "it belongs to another experiment: the configuration, a file that it names or a plugin"
                + " has changed since; put back what it was; more epochs are for when it has ended,"
                + " by another run with its weights in training.initial_weights");
  }
}
