package dev.kassei.cli.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of projects with places to fill in, such as {@code {{class}}}.
 *
 * @param file below the resources of this package
 */
record Template(String file) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z-]+)}}");

  /** Its text with values in their places. */
  String filled(Map<String, String> values) throws IOException {
    return PLACEHOLDER
        .matcher(text())
        .replaceAll(found -> Matcher.quoteReplacement(values.get(found.group(1))));
  }

  String text() throws IOException {
    try (InputStream in = Template.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
