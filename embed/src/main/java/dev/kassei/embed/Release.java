package dev.kassei.embed;

import dev.kassei.batch.run.KasseiVersion;
import dev.kassei.experiment.plugin.KasseiCode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The version of Kassei, written into the jar by the build. */
final class Release {
  private Release() {}

  static String name() {
    var properties = new Properties();
    try (var stream = Release.class.getResourceAsStream("version.properties");
        var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }

  /** The same with the name of the code that results depend on. */
  static KasseiVersion version() {
    return new KasseiVersion(name(), KasseiCode.hash());
  }
}
