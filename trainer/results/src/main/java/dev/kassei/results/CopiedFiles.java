package dev.kassei.results;

import dev.kassei.results.record.RunFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Copies the files that a run reads into its folder, so that the folder can be mailed and run
 * again. Unless all are wanted, files over 1 MiB and folders stay where they are, and are named as
 * seen from the folder.
 */
public final class CopiedFiles implements UnaryOperator<String> {
  private static final long LARGEST = 1 << 20;

  private final Path from;
  private final RunFolder folder;
  private final boolean takesAll;
  private final Map<Path, String> copies = new HashMap<>();
  private final Set<String> taken = new TreeSet<>(RunFiles.ALL);

  /** Copies for a run; relative paths start at {@code from}. */
  public CopiedFiles(Path from, RunFolder folder) {
    this(from, folder, false);
  }

  private CopiedFiles(Path from, RunFolder folder, boolean takesAll) {
    this.from = from;
    this.folder = folder;
    this.takesAll = takesAll;
    taken.add(RunFiles.PLUGINS);
  }

  /** Copies of whatever size, folders among them, for a folder that goes to another machine. */
  public static CopiedFiles all(Path from, Path folder) {
    return new CopiedFiles(from, new RunFolder(folder), true);
  }

  /** Whether large files are copied, too. */
  public boolean takesAll() {
    return takesAll;
  }

  /**
   * Copies a file, and says what it is called as seen from the run's folder.
   *
   * @throws UncheckedIOException if it cannot be copied
   */
  @Override
  public String apply(String path) {
    Path source = from.resolve(path).toAbsolutePath().normalize();
    try {
      return isTaken(source) ? copies.computeIfAbsent(source, this::copy) : seenFromFolder(source);
    } catch (IOException e) {
      throw new UncheckedIOException("'" + source + "' cannot be copied: " + e, e);
    }
  }

  private boolean isTaken(Path source) throws IOException {
    return takesAll || (Files.isRegularFile(source) && Files.size(source) <= LARGEST);
  }

  private String copy(Path source) {
    String name = reserve("", source.getFileName().toString());
    try (Stream<Path> inside = Files.walk(source)) {
      for (Path each : inside.toList()) {
        Files.copy(each, place(name).resolve(source.relativize(each)));
      }
      return name;
    } catch (IOException e) {
      throw new UncheckedIOException("'" + source + "' cannot be copied: " + e, e);
    }
  }

  /**
   * A name that nothing in the run's folder has yet, for a copy that others make. Files of the same
   * name come from different folders.
   *
   * @param parent what stands before the name, such as {@code plugins/}; may be empty
   */
  public String reserve(String parent, String name) {
    String candidate = parent + name;
    for (int number = 2; !taken.add(candidate); number++) {
      candidate = parent + number + "-" + name;
    }
    return candidate;
  }

  /** Where in the run's folder a copy of this name is. */
  public Path place(String name) {
    return folder.file(name);
  }

  /** What a file that stays where it is is called as seen from the run's folder. */
  public String seenFromFolder(Path source) {
    Path folderPath = folder.path().toAbsolutePath().normalize();
    boolean sameRoot = source.getRoot().equals(folderPath.getRoot());
    return (sameRoot ? folderPath.relativize(source) : source).toString().replace('\\', '/');
  }
}
