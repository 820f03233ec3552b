package dev.kassei.cli.command;

import dev.kassei.batch.run.KasseiVersion;
import dev.kassei.experiment.plugin.KasseiCode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of Kassei, written into the jar by the build, and that of the Java it runs on. */
public final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"kassei %s (Java %s)".formatted(kassei(), Runtime.version())};
  }

  /** Names the code that results depend on, which changes more often than the version. */
  public static String code() {
    return KasseiCode.hash();
  }

  static KasseiVersion both() {
    return new KasseiVersion(kassei(), code());
  }

  public static String kassei() {
    var properties = new Properties();
    try (var stream = Version.class.getResourceAsStream("version.properties");
        var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
