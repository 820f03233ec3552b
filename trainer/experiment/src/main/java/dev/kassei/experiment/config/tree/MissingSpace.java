package dev.kassei.experiment.config.tree;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text that would be a key or an item of a list if there were a space behind its sign. */
public final class MissingSpace {
  private static final Pattern TIGHT = Pattern.compile("([A-Za-z_]\\w*:|-)([^\\s:].*)");

  private MissingSpace() {}

  /** Where a space is missing in a text that is no name, as a part of a sentence. */
  public static Optional<String> advice(String text) {
    Matcher tight = TIGHT.matcher(text);
    if (!tight.matches()) {
      return Optional.empty();
    }
    String sign = tight.group(1);
    String meant = sign + " " + tight.group(2).split("\\s", 2)[0];
    String after = sign.equals("-") ? "dash" : "colon";
    return Optional.of(
        "; a space is missing behind the %s: write %s".formatted(after, Words.quoted(meant)));
  }
}
