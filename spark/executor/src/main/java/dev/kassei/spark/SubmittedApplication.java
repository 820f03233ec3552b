package dev.kassei.spark;

import java.io.IOException;
import java.util.Optional;

/** Spark where {@code spark-submit} has started Kassei, so that it is there already. */
public final class SubmittedApplication {
  private static volatile Optional<ClassLoader> spark = Optional.empty();

  private SubmittedApplication() {}

  /**
   * Says so.
   *
   * @param loader loads Spark's classes
   */
  public static void begin(ClassLoader loader) {
    spark = Optional.of(loader);
  }

  /** The Spark that is there; empty where Kassei was started by itself. */
  static Optional<Installation> installation() {
    return spark.map(Submitting::new);
  }

  /** Spark that has read its settings: they are system properties. */
  private record Submitting(ClassLoader loader) implements Installation {
    @Override
    public SparkSettings settings() throws IOException {
      return new SparkSettings(Optional.empty());
    }
  }
}
