package dev.kassei.spark;

import dev.kassei.batch.worker.Cluster;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.results.Sha256;
import dev.kassei.results.file.TemporaryFolder;
import dev.kassei.spark.archive.Archive;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Spark as a cluster for a batch. Kassei's own jars go to its machines, and what the batch reads.
 *
 * @param master the address of Spark, such as {@code spark://host:7077}; if empty, the one that
 *     Spark's settings name
 * @param application what Spark's pages call it
 * @param threads of each task, which take as many of Spark's cores
 */
public record SparkExecutor(Optional<String> master, String application, int threads)
    implements Cluster.Opener {
  /** How it is asked for. */
  public static final String OPTION = "--executor spark";

  private static final String DRIVER = "dev.kassei.spark.driver.SparkCluster";
  private static final int DIGITS = 16;

  /**
   * Looks for Spark before anything else is done.
   *
   * @throws ExperimentException if there is none here, or no master is known
   */
  public void requireThere() throws IOException {
    Installation.find().settings().of(this, KasseiJars.own());
  }

  /**
   * {@inheritDoc}
   *
   * @throws ExperimentException if there is no Spark here, or none at that address
   */
  @Override
  public Cluster open(Path inputs, Class<?> worker, Consumer<String> say) throws IOException {
    Installation spark = Installation.find();
    // Spark fetches files from it as long as it works, and removes it then
    TemporaryFolder folder = TemporaryFolder.create("kassei-spark");
    try {
      Path jars = Files.createDirectory(folder.path().resolve("jars"));
      KasseiJars.copy(jars);
      Path code = archive(jars, folder.path().resolve("kassei-code"));
      Path copies = archive(inputs, folder.path().resolve("kassei-inputs"));
      Path own = KasseiJars.own();
      Path jar = Files.isDirectory(own) ? Archive.pack(own, folder.path().resolve("own.jar")) : own;
      var border =
          new BorderLoader(own.toUri().toURL(), spark.loader(), getClass().getClassLoader());
      Map<String, String> complete = spark.settings().of(this, jar);
      return (Cluster)
          border
              .loadClass(DRIVER)
              .getConstructor(
                  Map.class,
                  TemporaryFolder.class,
                  Path.class,
                  Path.class,
                  String.class,
                  Consumer.class)
              .newInstance(complete, folder, code, copies, worker.getName(), say);
    } catch (InvocationTargetException e) {
      folder.close();
      throw problem(e.getCause());
    } catch (ReflectiveOperationException e) {
      folder.close();
      throw new IllegalStateException("this module is damaged", e);
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private static IOException problem(Throwable cause) {
    if (cause instanceof IllegalArgumentException) {
      throw new ExperimentException(OPTION, String.valueOf(cause.getMessage()));
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof IOException e ? e : new IOException(cause.getMessage(), cause);
  }

  /** Named by what is in it, so that a machine never takes one for another. */
  private static Path archive(Path content, Path name) throws IOException {
    Path draft = Archive.pack(content, name.resolveSibling("draft"));
    String digest = Sha256.of(draft).substring(0, DIGITS);
    return Files.move(
        draft, name.resolveSibling("%s-%s.zip".formatted(name.getFileName(), digest)));
  }
}
