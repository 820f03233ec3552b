package dev.kassei.trainer.batch;

import dev.kassei.api.Minimizer;
import dev.kassei.api.expr.Detail;
import dev.kassei.trainer.config.ExperimentConfig;
import dev.kassei.trainer.config.LoadedConfig;
import dev.kassei.trainer.config.Seeds;
import dev.kassei.trainer.engine.graph.Node;
import dev.kassei.trainer.engine.plan.Program;
import dev.kassei.trainer.result.Sha256;
import dev.kassei.trainer.training.PreparedTrial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Names trials by all that their results depend on: the effective configuration without its name
 * and pictures, the numbers of the data, the content of files, the formulas, plugins in plain Java
 * with their jars, and the version of Kassei. For one thread.
 */
final class TrialKeys {
  private final String version;
  private final Optional<String> bestBy;
  private final Code code = new Code();
  private final Map<Path, String> files = new HashMap<>();
  private Optional<Named> last = Optional.empty();

  /**
   * @param bestBy the metric that tells the best epoch where nothing else does
   */
  TrialKeys(String version, Optional<String> bestBy) {
    this.version = version;
    this.bestBy = bestBy;
  }

  /** A program with the names of what has it. */
  private record Named(Program program, String variant, String structure) {}

  /** The key: 64 hexadecimal digits. */
  String key(LoadedConfig config, PreparedTrial trial) {
    Seeds seeds = config.experiment().seed();
    var sha = new Sha256();
    sha.add(named(config, trial).variant());
    sha.add(trial.data().fingerprint());
    sha.add(seeds.toString());
    return sha.hex();
  }

  /** Names the structure of a trial's program: programs of one structure can share a plan. */
  String structure(LoadedConfig config, PreparedTrial trial) {
    return named(config, trial).structure();
  }

  /** Trials that differ in their seeds alone come one after the other, so one name is enough. */
  @SuppressWarnings("ReferenceEquality")
  private Named named(LoadedConfig config, PreparedTrial trial) {
    if (last.isEmpty() || last.get().program() != trial.program()) {
      last =
          Optional.of(
              new Named(trial.program(), variant(config, trial), program(trial.program(), false)));
    }
    return last.get();
  }

  private String variant(LoadedConfig config, PreparedTrial trial) {
    ExperimentConfig experiment = config.experiment();
    var sha = new Sha256();
    sha.add(version);
    sha.add(bestBy.orElse(""));
    sha.add(config.withoutSeedsAndNames().effective(path -> file(config.folder().resolve(path))));
    sha.add(program(trial.program(), true));
    code.add(sha, experiment.dataset().source());
    experiment.metrics().forEach(metric -> code.add(sha, metric));
    if (experiment.optimizer() instanceof Minimizer minimizer) {
      code.add(sha, minimizer);
    }
    return sha.hex();
  }

  /** What a file holds, in place of what it is called. */
  private String file(Path path) {
    return Files.isRegularFile(path) ? files.computeIfAbsent(path, Code::digest) : "";
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
      code.add(sha, node.detail());
    }
  }
}
