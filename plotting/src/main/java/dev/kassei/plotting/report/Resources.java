package dev.kassei.plotting.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The style and the script of a page, which lie beside this class. */
final class Resources {
  /** In the order in which they need each other. */
  private static final List<String> SCRIPTS =
      List.of(
          "data.js",
          "drawing.js",
          "tip.js",
          "camera.js",
          "edges.js",
          "relief.js",
          "space.js",
          "turning.js",
          "area.js",
          "shapes.js",
          "artists.js",
          "colorbar.js",
          "frame.js",
          "legend.js",
          "plane.js",
          "page.js");

  private Resources() {}

  static String style() {
    return text("report.css");
  }

  static String script() {
    return SCRIPTS.stream()
        .map(Resources::text)
        .collect(Collectors.joining("\n", "\n\"use strict\";\n", ""));
  }

  private static String text(String name) {
    try (InputStream stream = Resources.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("the file " + name + " is missing in Kassei's jar");
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      // browsers hash line ends as line feeds
      return text.replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
