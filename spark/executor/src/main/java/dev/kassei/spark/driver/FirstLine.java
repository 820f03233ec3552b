package dev.kassei.spark.driver;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first line of Spark's messages, which end in traces of stacks, and begin with how Spark
 * numbers what failed, where the machine and the reason tell more.
 */
final class FirstLine {
  private static final Pattern NUMBERS =
      Pattern.compile(
          "Job aborted due to stage failure: .* most recent failure: Lost task .*\\(TID \\d+\\) \\(([^)]*)\\): ");

  private FirstLine() {}

  static String of(Throwable problem) {
    String line = String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
    Matcher numbers = NUMBERS.matcher(line);
    return numbers.lookingAt() ? numbers.group(1) + ": " + line.substring(numbers.end()) : line;
  }
}
