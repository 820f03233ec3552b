package dev.kassei.experiment.config.advice;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What other libraries call a key, and what it is here.
 *
 * @param keys how they call it, without case and punctuation
 * @param place the map in which they have it, by its path, its plugin or one of its keys; may be
 *     empty
 * @param here a key of the same map, or a path; empty where there is none
 * @param remark what else there is to say; may be empty
 */
public record ForeignKey(List<String> keys, String place, String here, String remark) {
  private static final Pattern LINE =
      Pattern.compile("(?<keys>[^=!@]+)(?: @ (?<place>\\w+))? (?<sign>[=!]) (?<rest>.+)");

  /** One line of the table. */
  static ForeignKey parse(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalStateException("expected keys, a sign and what is here, but was: " + line);
    }
    List<String> keys = Table.words(matcher.group("keys"));
    String place = Optional.ofNullable(matcher.group("place")).orElse("");
    String rest = matcher.group("rest");
    if (matcher.group("sign").equals("!")) {
      return new ForeignKey(keys, place, "", rest);
    }
    String[] parts = rest.split(" \\| ", 2);
    return new ForeignKey(keys, place, parts[0], parts.length == 1 ? "" : parts[1]);
  }

  /** Whether it is a key of the map itself, and not one that stands elsewhere. */
  public boolean isBeside() {
    return here.matches("\\w+");
  }

  /** Whether it says what to do about the key in this map. */
  boolean fits(KeyMap map) {
    return (place.isEmpty() || map.is(place)) && (!isBeside() || map.known().contains(here));
  }

  /** What to do, as a part of a sentence. */
  String advice() {
    if (here.isEmpty()) {
      return "; " + remark;
    }
    return "; here it is '%s'%s".formatted(here, remark.isEmpty() ? "" : ", " + remark);
  }
}
