package dev.kassei.plotting.report;

/** HTML, built tag by tag; every text in it is escaped. */
final class Markup {
  private final StringBuilder out = new StringBuilder();

  /** Adds a tag as it stands, such as {@code <p class="warning">}. */
  Markup tag(String tag) {
    out.append(tag);
    return this;
  }

  /** Adds a text. */
  Markup text(String text) {
    out.append(escaped(text));
    return this;
  }

  /** Adds a text between a tag and its end; nothing if the text is empty. */
  Markup element(String name, String text) {
    if (text.isEmpty()) {
      return this;
    }
    out.append('<').append(name).append('>');
    text(text);
    // the name ends where attributes begin
    out.append("</").append(name.split(" ", 2)[0]).append(">\n");
    return this;
  }

  /** A text for elements and quoted attributes; what HTML may not hold becomes U+FFFD. */
  static String escaped(String text) {
    var escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isAllowed(point) ? point : 0xFFFD);
              }
            });
    return escaped.toString();
  }

  private static boolean isAllowed(int point) {
    boolean control = Character.isISOControl(point) && !Character.isWhitespace(point);
    boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    return !control && !half;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
