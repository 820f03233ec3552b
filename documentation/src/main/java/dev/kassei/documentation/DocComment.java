package dev.kassei.documentation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Javadoc comment says, as plain text without line breaks.
 *
 * @param summary its first paragraph
 * @param parameters what it says of each parameter
 */
record DocComment(String summary, Map<String, String> parameters) {
  private static final Pattern BLOCK = Pattern.compile("(?m)^\\s*@(?=\\w)");
  private static final Pattern PARAMETER = Pattern.compile("(?s)param\\s+(\\w+)\\s+(.*)");
  private static final Pattern NEXT_PARAGRAPH = Pattern.compile("(?s)<(p|ul|ol|pre|table)>.*");
  private static final Pattern LINK =
      Pattern.compile("\\{@link\\w*\\s+([^\\s}]+)(?:\\s+([^}]+))?}");
  private static final Pattern OTHER_TAG = Pattern.compile("\\{@\\w+\\s+([^{}]*)}");
  private static final Pattern HTML = Pattern.compile("</?[a-z]+>");
  private static final Pattern QUALIFIER = Pattern.compile("^(?:.*[.#])?(\\w+)(?:\\(.*)?$");

  DocComment {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** Reads the text of a comment, without its stars. */
  static DocComment of(String comment) {
    String[] blocks = BLOCK.split(comment, -1);
    var parameters = new LinkedHashMap<String, String>();
    for (int i = 1; i < blocks.length; i++) {
      Matcher parameter = PARAMETER.matcher(blocks[i]);
      if (parameter.matches()) {
        parameters.put(parameter.group(1), plain(parameter.group(2)));
      }
    }
    return new DocComment(plain(NEXT_PARAGRAPH.matcher(blocks[0]).replaceAll("")), parameters);
  }

  private static String plain(String text) {
    String linked = LINK.matcher(text).replaceAll(DocComment::label);
    String untagged = OTHER_TAG.matcher(linked).replaceAll("$1");
    return HTML.matcher(untagged)
        .replaceAll("")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .replaceAll("\\s+", " ")
        .strip();
  }

  /** The label of a link, or else the last name of what it leads to. */
  private static String label(MatchResult link) {
    String text = link.group(2) == null ? link.group(1) : link.group(2);
    return Matcher.quoteReplacement(
        link.group(2) == null ? QUALIFIER.matcher(text).replaceAll("$1") : text);
  }
}
