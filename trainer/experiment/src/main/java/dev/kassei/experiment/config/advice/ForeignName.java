package dev.kassei.experiment.config.advice;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What other libraries call a plugin, and what it is here.
 *
 * @param family the key of the family, such as {@code loss}
 * @param names how they call it, without case and punctuation
 * @param relation what it has to do with what is here
 * @param here a plugin by its name or as a map of YAML; empty where there is none
 * @param remark what else there is to say, as the end of a sentence; may be empty
 */
public record ForeignName(
    String family, List<String> names, Relation relation, String here, String remark) {
  private static final Pattern LINE =
      Pattern.compile("(?<names>[^=~!]+) (?<sign>[=~!]) (?<rest>.+)");
  private static final Map<String, Relation> SIGNS =
      Map.of("=", Relation.SAME, "~", Relation.NEAREST, "!", Relation.NONE);

  /** What a foreign name has to do with a plugin here. */
  public enum Relation {
    SAME,
    NEAREST,
    NONE
  }

  /** One line of the table. */
  static ForeignName parse(String family, String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalStateException("expected names, a sign and what is here, but was: " + line);
    }
    List<String> names = Table.words(matcher.group("names"));
    Relation relation = SIGNS.get(matcher.group("sign"));
    String rest = matcher.group("rest");
    if (relation == Relation.NONE) {
      return new ForeignName(family, names, relation, "", rest);
    }
    String[] parts = rest.split(" \\| ", 2);
    return new ForeignName(family, names, relation, parts[0], parts.length == 1 ? "" : parts[1]);
  }

  /** Whether other libraries call it so. */
  boolean isCalled(String name) {
    return names.contains(Spelling.bare(name));
  }

  /** What to do, as a part of a sentence. */
  String advice() {
    return switch (relation) {
      case SAME -> "; here it is %s%s".formatted(quoted(), more());
      case NEAREST ->
          "; there is none like it here, the nearest is %s%s".formatted(quoted(), more());
      case NONE -> "; there is none: " + remark;
    };
  }

  private String quoted() {
    return here.startsWith("{") ? here : "'" + here + "'";
  }

  private String more() {
    return remark.isEmpty() ? "" : ", " + remark;
  }
}
