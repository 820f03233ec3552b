package dev.kassei.cli.project;

import java.io.IOException;
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
      // the launcher may have gone by a descriptor, which nobody else has
      return new Installation(jar.toRealPath().getParent(), version);
    } catch (URISyntaxException | IOException e) {
      throw new IllegalStateException("Kassei's jar cannot be found: " + e, e);
    }
  }

  /** The jar that plugins are compiled with; that in the repository outlives builds. */
  Path api() {
    return repository()
        .resolve("dev/kassei/kassei-api")
        .resolve(version)
        .resolve("kassei-api-" + version + ".jar");
  }

  /** Jars of Kassei in the layout of a Maven repository, beside the folder of jars. */
  Path repository() {
    return library.resolveSibling("repository");
  }
}
