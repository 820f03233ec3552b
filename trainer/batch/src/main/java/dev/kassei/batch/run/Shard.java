package dev.kassei.batch.run;

import static dev.kassei.api.value.Requirements.require;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several shares into which a batch is divided, so that each can be trained elsewhere.
 *
 * @param index which one, from 1
 * @param count how many there are
 */
public record Shard(int index, int count) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9})/(\\d{1,9})");

  public Shard {
    require(count >= 1, "expected at least one shard but was %s/%s", index, count);
    require(
        index >= 1 && index <= count,
        "expected a shard from 1/%s to %s/%s but was %s/%s",
        count,
        count,
        count,
        index,
        count);
  }

  /**
   * Reads a shard such as {@code 3/16}.
   *
   * @throws IllegalArgumentException if the text is not of that form; the message says so
   */
  public static Shard parse(String text) {
    Matcher matcher = FORM.matcher(text);
    require(
        matcher.matches(), "expected a shard such as 3/16, the third of 16, but was '%s'", text);
    return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /** What its folder is called after the name of the batch, such as {@code -shard-3-of-16}. */
  public String suffix() {
    return "-shard-%s-of-%s".formatted(index, count);
  }

  @Override
  public String toString() {
    return index + "/" + count;
  }
}
