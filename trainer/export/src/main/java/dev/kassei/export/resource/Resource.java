package dev.kassei.export.resource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text that stands beside a class, which may have places such as {@code @name@} in it. */
public record Resource(String text) {
  private static final Pattern PLACE = Pattern.compile("@([a-z_]+)@");

  /** The text of a file beside a class. */
  public static Resource beside(Class<?> type, String name) {
    try (InputStream in = Objects.requireNonNull(type.getResourceAsStream(name))) {
      return new Resource(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text with a part in each place; places within parts stay as they are. */
  public String filled(Map<String, String> parts) {
    return PLACE
        .matcher(text)
        .replaceAll(
            place -> Matcher.quoteReplacement(parts.getOrDefault(place.group(1), place.group())));
  }
}
