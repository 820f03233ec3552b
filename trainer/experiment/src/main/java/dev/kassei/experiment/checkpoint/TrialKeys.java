package dev.kassei.experiment.checkpoint;

import dev.kassei.api.expr.Detail;
import dev.kassei.engine.graph.Node;
import dev.kassei.engine.plan.Program;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.config.Seeds;
import dev.kassei.experiment.training.PreparedTrial;
import dev.kassei.results.Sha256;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Names trials by all that their results depend on: the effective configuration without its name
 * and pictures, the numbers of the data, the content of files, the formulas, the code of every
 * plugin in it and of Kassei. For one thread.
 */
public final class TrialKeys {
  /** Raised when keys are made in another way, so that none means two things. */
  private static final int FORMAT = 2;

  private final String kassei;
  private final Optional<String> bestBy;
  private final PluginFingerprint plugins;
  private final InputFiles files;
  private Optional<Named> last = Optional.empty();

  /** Keys for which nobody asks whether files have changed since. */
  public TrialKeys(String kassei, Optional<String> bestBy) {
    this(kassei, bestBy, new InputFiles());
  }

  /**
   * @param kassei names the code of Kassei
   * @param bestBy the metric that tells the best epoch where nothing else does
   * @param files takes the files that keys depend on
   */
  public TrialKeys(String kassei, Optional<String> bestBy, InputFiles files) {
    this.files = files;
    this.plugins = new PluginFingerprint(files);
    this.kassei = kassei;
    this.bestBy = bestBy;
  }

  /** A program with the names of what has it. */
  private record Named(Program program, String variant, String structure) {}

  /** The key: 64 hexadecimal digits. */
  public String key(LoadedConfig config, PreparedTrial trial) {
    Seeds seeds = config.experiment().seed();
    var sha = new Sha256();
    sha.add(named(config, trial).variant());
    sha.add(trial.data().fingerprint());
    sha.add(seeds.toString());
    return sha.hex();
  }

  /** Names the structure of a trial's program: programs of one structure can share a plan. */
  public String structure(LoadedConfig config, PreparedTrial trial) {
    return named(config, trial).structure();
  }

  /** Trials that differ in their seeds alone come one after the other, so one name is enough. */
  @SuppressWarnings("ReferenceEquality")
  private Named named(LoadedConfig config, PreparedTrial trial) {
    if (last.isEmpty() || last.get().program() != trial.program()) {
      last = Optional.of(name(config, trial));
    }
    return last.get();
  }

  private Named name(LoadedConfig config, PreparedTrial trial) {
    try {
      return new Named(trial.program(), variant(config, trial), program(trial.program(), false));
    } catch (IllegalArgumentException e) {
      throw new ExperimentException("batch", e);
    }
  }

  private String variant(LoadedConfig config, PreparedTrial trial) {
    LoadedConfig nameless = config.withoutSeedsAndNames();
    var sha = new Sha256();
    sha.add(FORMAT);
    sha.add(kassei);
    sha.add(bestBy.orElse(""));
    sha.add(
        nameless.effective(
            path -> files.digest(config.folder().resolve(path)), UnaryOperator.identity()));
    sha.add(program(trial.program(), true));
    plugins.add(sha, nameless.experiment());
    plugins.add(sha, trial.metrics().metrics());
    return sha.hex();
  }

  private String program(Program program, boolean hasConstants) {
    var sha = new Sha256();
    program.graph().nodes().forEach(node -> add(sha, node, hasConstants));
    sha.add(program.graph().updates().toString());
    sha.add(program.outputs().toString());
    sha.add(program.entries().toString());
    sha.add(program.writes().toString());
    return sha.hex();
  }

  private void add(Sha256 sha, Node node, boolean hasConstants) {
    sha.add(node.operation().name());
    sha.add(node.shape().toString());
    sha.add(node.operands().toString());
    if (node.detail() instanceof Detail.Value value) {
      sha.add(hasConstants ? value.value() : 0);
    } else {
      plugins.add(sha, node.detail());
    }
  }
}
