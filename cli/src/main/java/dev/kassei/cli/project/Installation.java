package dev.kassei.cli.project;

import java.net.URISyntaxException;
import java.nio.file.Path;

/**
 * Where Kassei is installed.
 *
 * @param library the folder of its jars
 * @param version its version
 */
public record Installation(Path library, String version) {
  /** The installation that a class of the command is part of. */
  public static Installation of(Class<?> command, String version) {
    try {
      Path jar = Path.of(command.getProtectionDomain().getCodeSource().getLocation().toURI());
      return new Installation(jar.toAbsolutePath().getParent(), version);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Kassei's jar cannot be found: " + e, e);
    }
  }

  /** The jar that plugins are compiled with. */
  Path api() {
    return library.resolve("kassei-api-" + version + ".jar");
  }

  /** Jars of Kassei in the layout of a Maven repository, beside the folder of jars. */
  Path repository() {
    return library.resolveSibling("repository");
  }
}
