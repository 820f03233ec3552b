package dev.kassei.results.json;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

/** Says why a text cannot be read as JSON. */
public final class JsonProblem {
  /** Where a list began, as Jackson says it. */
  private static final String PLACE = " \\(start marker at .*\\)";

  private JsonProblem() {}

  /**
   * The reason as a sentence. Of limits and places Jackson speaks in words of its own.
   *
   * @param what the text, such as {@code its header}
   */
  public static String reason(String what, JacksonException problem) {
    return problem instanceof StreamConstraintsException
        ? what + " has a text or number that is too long, or is nested too deeply"
        : what + " is not JSON: " + problem.getOriginalMessage().replaceAll(PLACE, "");
  }
}
