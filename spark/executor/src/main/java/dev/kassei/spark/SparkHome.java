package dev.kassei.spark;

import dev.kassei.experiment.config.ExperimentException;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An installation of Spark on this machine.
 *
 * @param jars the folder of its jars
 * @param conf the folder of its settings, which need not exist
 */
record SparkHome(Path jars, Path conf) implements Installation {
  /** The version of Scala for which Kassei's classes are compiled. */
  static final String SCALA = "2.13";

  private static final String VARIABLE = "SPARK_HOME";
  private static final String LOG = "log4j2.configurationFile";
  private static final String HOOK = "log4j.shutdownHookEnabled";
  private static final String CORE = "spark-core_" + SCALA + "-4.";
  private static final String HOW =
      "Spark 4 is no part of Kassei: get it from https://spark.apache.org/downloads.html, by 'pip install pyspark', or by Maven as docs/cluster.md says, and set SPARK_HOME to its folder";

  /**
   * The installation that the environment names, or whose {@code spark-submit} is on the path.
   *
   * @throws ExperimentException if there is none, or one that does not fit
   */
  static SparkHome find(Map<String, String> environment) {
    Optional<Path> named =
        Optional.ofNullable(environment.get(VARIABLE))
            .filter(text -> !text.isEmpty())
            .map(Path::of);
    Path home =
        named
            .or(() -> onPath(environment.getOrDefault("PATH", "")))
            .orElseThrow(
                () -> refused("SPARK_HOME is not set, and no spark-submit is on PATH. " + HOW));
    Path jars = home.resolve("jars");
    Optional<String> core = core(jars);
    if (core.isEmpty()) {
      throw refused("'%s' has no spark-core among its jars. %s".formatted(jars, HOW));
    }
    if (!core.get().startsWith(CORE)) {
      throw refused(
          "expected %s* in '%s', Spark 4 for Scala %s, but found %s"
              .formatted(CORE, jars, SCALA, core.get()));
    }
    return new SparkHome(jars, home.resolve("conf"));
  }

  private static ExperimentException refused(String reason) {
    return new ExperimentException(SparkExecutor.OPTION, reason);
  }

  private static Optional<Path> onPath(String path) {
    return Stream.of(path.split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, "spark-submit"))
        .filter(Files::isExecutable)
        .findFirst()
        .flatMap(SparkHome::home);
  }

  private static Optional<Path> home(Path command) {
    try {
      return Optional.ofNullable(command.toRealPath().getParent().getParent());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> core(Path jars) {
    if (!Files.isDirectory(jars)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(jars)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("spark-core_"))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public SparkSettings settings() throws IOException {
    return new SparkSettings(Optional.of(conf.resolve("spark-defaults.conf")));
  }

  @Override
  public ClassLoader loader() throws IOException {
    quieten();
    var places = new ArrayList<Path>();
    places.add(conf);
    try (Stream<Path> files = Files.list(jars)) {
      files.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(places::add);
    }
    return new URLClassLoader("spark", urls(places), ClassLoader.getPlatformClassLoader());
  }

  /** Its log tells of each task, unless somebody has settled what it tells. */
  private void quieten() {
    boolean isSettled =
        System.getProperty(LOG) != null || Files.exists(conf.resolve("log4j2.properties"));
    if (!isSettled) {
      System.setProperty(
          LOG, String.valueOf(SparkHome.class.getResource("quiet-log4j2.properties")));
      // of a log that says nothing nothing is left to write, but without hooks Ctrl-C is an error
      System.setProperty(HOOK, "false");
    }
  }

  private static URL[] urls(List<Path> places) throws MalformedURLException {
    var urls = new ArrayList<URL>();
    for (Path place : places) {
      urls.add(place.toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }
}
