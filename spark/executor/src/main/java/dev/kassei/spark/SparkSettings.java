package dev.kassei.spark;

import dev.kassei.experiment.config.ExperimentException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Spark's settings by name. What the command line says comes first, then system properties, then
 * Spark's own file, then what suits Kassei.
 */
final class SparkSettings {
  private static final String MASTER = "spark.master";
  private static final String LOOPBACK = "127.0.0.1";

  /** Spark would wait for its first executor in vain. */
  private static final Pattern EMPTY_CLUSTER =
      Pattern.compile("local-cluster\\[\\s*(0+|\\d+\\s*,\\s*0+)\\s*,.*");

  private final Map<String, String> values = new TreeMap<>();

  /** The settings of an installation's file and of system properties. */
  SparkSettings(Optional<Path> defaults) throws IOException {
    if (defaults.filter(Files::isRegularFile).isPresent()) {
      var file = new Properties();
      try (Reader in = Files.newBufferedReader(defaults.get())) {
        file.load(in);
      }
      file.stringPropertyNames().forEach(name -> values.put(name, file.getProperty(name).strip()));
    }
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith("spark."))
        .forEach(name -> values.put(name, System.getProperty(name)));
  }

  /**
   * Completes them for a batch.
   *
   * @param own the jar of this module, which every machine needs
   * @throws ExperimentException if no master is known, or one without executors
   */
  Map<String, String> of(SparkExecutor executor, Path own) {
    executor.master().ifPresent(master -> values.put(MASTER, master));
    String master =
        Optional.ofNullable(values.get(MASTER))
            .orElseThrow(
                () ->
                    new ExperimentException(
                        SparkExecutor.OPTION,
                        "which Spark? Name it with --master, such as --master spark://host:7077, or --master 'local[2]' for this machine"));
    if (EMPTY_CLUSTER.matcher(master).matches()) {
      throw new ExperimentException(
          SparkExecutor.OPTION,
          "expected --master 'local-cluster[WORKERS,CORES,MEGABYTES]' with at least 1 worker and 1 core but was '%s'"
              .formatted(master));
    }
    values.merge("spark.jars", own.toUri().toString(), (jars, jar) -> jars + "," + jar);
    values.put("spark.task.cpus", Integer.toString(executor.threads()));
    values.putIfAbsent("spark.app.name", "kassei " + executor.application());
    // a port that anybody on the network may read
    values.putIfAbsent("spark.ui.enabled", "false");
    values.putIfAbsent("spark.ui.showConsoleProgress", "false");
    // without it, what starts an executor looks for folders that only Spark's sources have
    values.putIfAbsent("spark.executorEnv.SPARK_SCALA_VERSION", SparkHome.SCALA);
    if (master.startsWith("local")) {
      values.putIfAbsent("spark.driver.host", LOOPBACK);
      values.putIfAbsent("spark.driver.bindAddress", LOOPBACK);
    }
    return values;
  }
}
