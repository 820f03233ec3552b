package dev.kassei.spark.driver;

/** Spark's messages end in traces of stacks. */
final class FirstLine {
  private FirstLine() {}

  static String of(Throwable problem) {
    return String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
  }
}
