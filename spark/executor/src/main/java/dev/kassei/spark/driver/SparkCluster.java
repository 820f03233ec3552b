package dev.kassei.spark.driver;

import dev.kassei.batch.worker.Cluster;
import dev.kassei.results.file.TemporaryFolder;
import dev.kassei.spark.task.SparkTask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;

/** Spark, to which each task is a job of one partition. */
public final class SparkCluster implements Cluster {
  private static final String CORES_PER_TASK = "spark.task.cpus";
  private static final Pattern CHECKS =
      Pattern.compile("org\\.apache\\.spark\\.(resource\\.)?\\w+\\$?");

  private final JavaSparkContext spark;
  private final TemporaryFolder files;
  private final SparkTask work;

  /**
   * Connects to Spark and waits until it has executors.
   *
   * @param settings of Spark
   * @param files removed at the end
   * @param code the archive of Kassei's jars
   * @param inputs the archive of what the batch reads
   * @param worker the name of the class that does tasks
   * @param say takes what people are told meanwhile
   * @throws IllegalArgumentException if the master's address is none, Spark lacks the module for
   *     it, or refuses a setting
   * @throws IOException if Spark cannot be reached, or has no executor after a minute
   */
  public SparkCluster(
      Map<String, String> settings,
      TemporaryFolder files,
      Path code,
      Path inputs,
      String worker,
      Consumer<String> say)
      throws IOException {
    this.files = files;
    this.work =
        new SparkTask(code.getFileName().toString(), inputs.getFileName().toString(), worker);
    this.spark = connected(settings);
    try {
      ContextLoader.run(() -> spark.addFile(code.toString()));
      ContextLoader.run(() -> spark.addFile(inputs.toString()));
      new Executors(spark.sc(), say).await();
    } catch (IllegalStateException e) {
      spark.stop();
      throw ended(e);
    } catch (IOException | RuntimeException e) {
      spark.stop();
      throw e;
    }
  }

  private static JavaSparkContext connected(Map<String, String> settings) throws IOException {
    var conf = new SparkConf();
    settings.forEach(conf::set);
    String master = conf.get("spark.master");
    try {
      return ContextLoader.call(() -> new JavaSparkContext(conf));
    } catch (Exception e) {
      // Scala throws what no method declares
      throw problem(master, conf.get(CORES_PER_TASK), e);
    }
  }

  /**
   * Why there is no connection.
   *
   * @throws IllegalArgumentException if the address or a setting is to blame
   */
  static IOException problem(String master, String threads, Exception cause) {
    String reason = FirstLine.of(cause);
    if (reason.toLowerCase(Locale.ROOT).contains("master url")) {
      throw new IllegalArgumentException(
          missingModule(master)
              .orElseGet(() -> "'%s' is no address of Spark: %s".formatted(master, reason)),
          cause);
    }
    if (cause instanceof IllegalArgumentException) {
      throw new IllegalArgumentException("Spark refuses its settings: " + reason, cause);
    }
    if (cause instanceof SparkException && isOfChecks(cause)) {
      throw new IllegalArgumentException(
          "Spark refuses the master '%s' with --threads %s, the cpus per task: %s; change one of them, or Spark's settings, such as spark.executor.cores and spark.executor.memory"
              .formatted(master, threads, reason.replaceFirst("\\.$", "")),
          cause);
    }
    return new IOException("Spark at %s cannot be reached: %s".formatted(master, reason), cause);
  }

  /** Spark finds what speaks to a cluster by its name; without that, no address is one. */
  private static Optional<String> missingModule(String master) {
    Optional<String> module =
        master.equals("yarn")
            ? Optional.of("spark-yarn")
            : Optional.of("spark-kubernetes").filter(any -> master.startsWith("k8s://"));
    return module.map(
        name ->
            "'%s' needs %s, which is not among the jars of this Spark: SPARK_HOME has to name one that has it, such as a full distribution"
                .formatted(master, name));
  }

  /** What Spark checks before it speaks to any other process. */
  private static boolean isOfChecks(Exception problem) {
    return problem.getCause() == null
        && Stream.of(problem.getStackTrace())
            .limit(1)
            .anyMatch(frame -> CHECKS.matcher(frame.getClassName()).matches());
  }

  @Override
  public int slots() {
    int cores = spark.defaultParallelism();
    return Math.max(1, cores / spark.getConf().getInt(CORES_PER_TASK, 1));
  }

  @Override
  public boolean isAlive() {
    return !spark.sc().isStopped();
  }

  @Override
  public Future<byte[]> submit(byte[] task) throws IOException {
    try {
      return ContextLoader.call(
          () -> new OnlyAnswer(spark.parallelize(List.of(task), 1).map(work).collectAsync()));
    } catch (IllegalStateException e) {
      throw ended(e);
    }
  }

  /** What a Spark that was stopped throws, whatever it is asked for. */
  private static IOException ended(IllegalStateException problem) {
    return new IOException("Spark has ended: " + FirstLine.of(problem), problem);
  }

  @Override
  public void close() {
    ContextLoader.run(spark::stop);
    files.close();
  }
}
