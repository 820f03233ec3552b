package dev.kassei.spark;

import java.io.IOException;

/** Spark as it is there for this process. */
interface Installation {
  /** The one that has started this process, or the one that the environment names. */
  static Installation find() {
    return SubmittedApplication.installation().orElseGet(() -> SparkHome.find(System.getenv()));
  }

  /** What it is told by its own file and by system properties. */
  SparkSettings settings() throws IOException;

  /** What loads its classes. */
  ClassLoader loader() throws IOException;
}
