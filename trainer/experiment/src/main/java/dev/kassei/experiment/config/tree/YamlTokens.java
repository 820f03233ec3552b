package dev.kassei.experiment.config.tree;

import java.util.Optional;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/** The nodes of one YAML text in their order, and where lists, maps and the text end. */
final class YamlTokens {
  private final Location whole;
  private final NodeParser parser;

  /**
   * @param whole the text as a whole; if it has no lines (an override), every place in it is the
   *     whole
   */
  YamlTokens(Location whole, String text) {
    this.whole = whole;
    this.parser = NodeParser.of(text);
  }

  enum Kind {
    SCALAR,
    ALIAS,
    LIST,
    MAP,
    END
  }

  /**
   * One token.
   *
   * @param text a scalar as it is written, without quotes; the name of an alias
   * @param plain whether it is a scalar without quotes
   */
  record Token(
      Kind kind,
      String text,
      boolean plain,
      Optional<String> anchor,
      Optional<String> tag,
      Location place) {}

  /**
   * The next token; in a map the keys and values take turns. After the text's only document comes
   * an end, or a scalar where a second document begins.
   */
  Token next() {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.PROPERTY_NAME) {
      token = parser.nextToken();
    }
    Kind kind = token == null ? Kind.END : kind(token);
    String text = kind == Kind.SCALAR || kind == Kind.ALIAS ? parser.getString() : "";
    return new Token(kind, text, parser.isPlain(), parser.anchor(), parser.tag(), place());
  }

  private Kind kind(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> Kind.MAP;
      case START_ARRAY -> Kind.LIST;
      case END_OBJECT, END_ARRAY -> Kind.END;
      default -> parser.isCurrentAlias() ? Kind.ALIAS : Kind.SCALAR;
    };
  }

  private Location place() {
    TokenStreamLocation start = parser.currentTokenLocation();
    return whole.at(start.getLineNr(), start.getColumnNr());
  }
}
