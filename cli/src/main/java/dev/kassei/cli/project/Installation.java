package dev.kassei.cli.project;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where Kassei is installed.
 *
 * @param library the folder of its jars
 * @param version its version
 */
public record Installation(Path library, String version) {
  private static final String LAUNCHER = "kassei";

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

  /**
   * How the launcher is called.
   *
   * @param searched the folders in which a shell looks for commands, as in {@code PATH}
   */
  public String command(String searched) {
    boolean isFound =
        Arrays.stream(searched.split(Pattern.quote(File.pathSeparator)))
            .filter(folder -> !folder.isEmpty())
            .anyMatch(folder -> Files.isRegularFile(Path.of(folder, LAUNCHER)));
    return isFound ? LAUNCHER : launcher().map(ShellWord::of).orElse(LAUNCHER);
  }

  /** The launcher lies above the jars: beside their folder, or at the top of a checkout. */
  private Optional<Path> launcher() {
    return Stream.iterate(
            Optional.of(library), Optional::isPresent, each -> each.map(Path::getParent))
        .map(folder -> folder.orElseThrow().resolve(LAUNCHER))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /**
   * The folder with the jars in {@code lib}, and again in {@code repository} in the layout of a
   * Maven repository. That of a checkout is one that outlives the builds of the launcher.
   */
  Path home() throws IOException {
    Path repository = library.toAbsolutePath().resolveSibling("repository");
    return (Files.exists(repository) ? repository.toRealPath() : repository).getParent();
  }
}
