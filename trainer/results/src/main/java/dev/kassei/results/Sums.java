package dev.kassei.results;

import dev.kassei.results.file.WholeFile;
import dev.kassei.results.record.RunFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The file {@code SHA256SUMS} of a run's folder, which tells damage: a line for each file, as
 * {@code sha256sum -c} reads it. Pictures and the page, which are drawn later, are not in it.
 */
final class Sums {
  private static final Pattern LINE = Pattern.compile("\\\\?([0-9a-f]{64})  (.+)");
  private static final Set<String> DRAWN = Set.of(RunFiles.PLOTS, RunFiles.REPORT);
  private static final int BLOCK = 1 << 16;

  private Sums() {}

  /** Writes the sums of all files that a folder holds. */
  static void write(Path folder) throws IOException {
    Map<String, String> sums = new TreeMap<>();
    for (String name : files(folder)) {
      sums.put(name, sum(folder.resolve(name)));
    }
    WholeFile.text(
        folder.resolve(RunFiles.SUMS),
        out -> {
          for (Map.Entry<String, String> file : sums.entrySet()) {
            out.write(line(file.getKey(), file.getValue()));
          }
        });
  }

  /** Whether the files of a folder are as they were written, none missing. */
  static boolean hold(Path folder) throws IOException {
    Map<String, String> sums = read(folder);
    Set<String> files = files(folder);
    // others may have put files into the folder since
    boolean areKnown = files.stream().filter(RunFiles.ALL::contains).allMatch(sums::containsKey);
    if (!areKnown || !sums.containsKey(RunFiles.RUN)) {
      return false;
    }
    for (Map.Entry<String, String> file : sums.entrySet()) {
      String name = file.getKey();
      if (!files.contains(name) || !sum(folder.resolve(name)).equals(file.getValue())) {
        return false;
      }
    }
    return true;
  }

  /** The sums that a folder's file names; none if there is no such file, or if it is damaged. */
  static Map<String, String> read(Path folder) throws IOException {
    Map<String, String> sums = new TreeMap<>();
    for (String text : lines(folder.resolve(RunFiles.SUMS))) {
      Matcher line = LINE.matcher(text);
      if (!line.matches()) {
        return Map.of();
      }
      boolean isEscaped = text.startsWith("\\");
      sums.put(isEscaped ? unescaped(line.group(2)) : line.group(2), line.group(1));
    }
    return sums;
  }

  private static List<String> lines(Path file) throws IOException {
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException | CharacterCodingException e) {
      return List.of();
    }
  }

  private static String line(String name, String sum) {
    String escaped = name.replace("\\", "\\\\").replace("\n", "\\n");
    return (escaped.equals(name) ? "" : "\\") + sum + "  " + escaped + "\n";
  }

  private static String unescaped(String name) {
    return Stream.of(name.split("\\\\\\\\", -1))
        .map(part -> part.replace("\\n", "\n"))
        .collect(Collectors.joining("\\"));
  }

  private static String sum(Path file) throws IOException {
    var sha = new Sha256();
    try (InputStream in = Files.newInputStream(file)) {
      for (byte[] block = in.readNBytes(BLOCK); block.length > 0; block = in.readNBytes(BLOCK)) {
        sha.add(block);
      }
    }
    return sha.hex();
  }

  private static Set<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      Stream<String> names =
          files
              .filter(Files::isRegularFile)
              .map(file -> file.getFileName().toString())
              .filter(name -> !DRAWN.contains(name) && !name.equals(RunFiles.SUMS));
      return Stream.concat(names, plugins(folder).stream()).collect(Collectors.toSet());
    }
  }

  /** The files of plugins that are no single jar. */
  private static List<String> plugins(Path folder) throws IOException {
    Path plugins = folder.resolve(RunFiles.PLUGINS);
    if (!Files.isDirectory(plugins, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(plugins)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .toList();
    }
  }
}
