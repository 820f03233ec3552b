package dev.kassei.experiment.plugin;

import dev.kassei.results.CopiedFiles;
import dev.kassei.results.record.RunFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Copies plugins with all they need into a run's folder, classes as jars, so that the folder can be
 * moved and the plugins edited. What they are named by in keys does not change by that. Those of
 * more than 16 MiB stay where they are, unless all files are wanted.
 */
public final class CopiedPlugins implements UnaryOperator<String> {
  private static final long LARGEST = 16 << 20;
  private static final String JAR = ".jar";

  /** Equal classes are to make equal jars. */
  private static final LocalDateTime PACKED = LocalDateTime.of(1980, 2, 1, 0, 0);

  private final Path from;
  private final CopiedFiles files;
  private final Map<Path, String> copies = new HashMap<>();

  /**
   * @param from where relative paths start
   * @param files the other copies in the run's folder
   */
  public CopiedPlugins(Path from, CopiedFiles files) {
    this.from = from;
    this.files = files;
  }

  /**
   * Copies what a path holds, and says what it is called as seen from the run's folder.
   *
   * @throws UncheckedIOException if it cannot be copied
   */
  @Override
  public String apply(String path) {
    return copies.computeIfAbsent(from.resolve(path).toAbsolutePath().normalize(), this::copy);
  }

  private String copy(Path source) {
    List<PluginCode> code = PluginCode.at(source);
    try {
      return files.takesAll() || isSmall(code) ? copy(source, code) : files.seenFromFolder(source);
    } catch (IOException e) {
      throw new UncheckedIOException("'" + source + "' cannot be copied: " + e, e);
    }
  }

  private String copy(Path source, List<PluginCode> code) throws IOException {
    String title = source.getFileName().toString();
    List<Path> places = code.stream().flatMap(each -> each.all().stream()).toList();
    if (places.size() == 1) {
      Path place = places.get(0);
      String name = files.reserve("", Files.isDirectory(place) ? title + JAR : fileName(place));
      pack(place, files.place(name));
      return name;
    }
    String name = files.reserve(RunFiles.PLUGINS + "/", title);
    Path folder = files.place(name);
    var own = code.stream().flatMap(each -> each.own().stream()).toList();
    packAll(own, Files.createDirectories(folder), title);
    List<Path> libraries = code.stream().flatMap(each -> each.libraries().stream()).toList();
    if (!libraries.isEmpty()) {
      packAll(libraries, Files.createDirectories(folder.resolve(PluginCode.LIBRARIES)), title);
    }
    return name;
  }

  /** Of several folders of classes the second and later ones have a number. */
  private static void packAll(List<Path> places, Path folder, String title) throws IOException {
    for (int i = 0; i < places.size(); i++) {
      Path place = places.get(i);
      String number = i == 0 ? "" : "-" + (i + 1);
      String name = Files.isDirectory(place) ? title + number + JAR : fileName(place);
      pack(place, folder.resolve(name));
    }
  }

  private static String fileName(Path file) {
    return file.getFileName().toString();
  }

  private static void pack(Path place, Path copy) throws IOException {
    if (Files.isRegularFile(place)) {
      Files.copy(place, copy);
      return;
    }
    try (OutputStream file = Files.newOutputStream(copy);
        var out = new ZipOutputStream(file)) {
      for (Path each : files(place)) {
        var entry = new ZipEntry(place.relativize(each).toString().replace('\\', '/'));
        entry.setTimeLocal(PACKED);
        out.putNextEntry(entry);
        Files.copy(each, out);
      }
    }
  }

  private static List<Path> files(Path place) throws IOException {
    try (Stream<Path> files = Files.walk(place)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static boolean isSmall(List<PluginCode> code) throws IOException {
    long bytes = 0;
    for (PluginCode each : code) {
      for (Path place : each.all()) {
        for (Path file : files(place)) {
          bytes += Files.size(file);
        }
      }
    }
    return bytes <= LARGEST;
  }
}
