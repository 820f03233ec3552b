package dev.kassei.engine.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Copies named blocks of the vector functions to where a call would be too slow. A block stands
 * once, from {@code // block NAME} to {@code // end of NAME}; what stands from {@code // copy of
 * NAME} to {@code // end of NAME} is overwritten by it. A block may hold copies of others. From the
 * project's root: {@code java
 * trainer/engine/src/test/java/dev/kassei/engine/kernel/CopiedBlocks.java}.
 */
public final class CopiedBlocks {
  private static final Path FOLDER = Path.of("src/main/java/dev/kassei/engine/kernel/vector");

  private static final Pattern BLOCK = region("block");
  private static final Pattern COPY = region("copy of");

  private CopiedBlocks() {}

  /** Renews the copies. */
  public static void main(String[] arguments) throws IOException {
    for (List<Path> files : groups()) {
      List<Path> here = files.stream().map(Path.of("trainer/engine")::resolve).toList();
      List<String> renewed = renewed(read(here));
      for (int i = 0; i < renewed.size(); i++) {
        Files.writeString(here.get(i), renewed.get(i));
      }
    }
  }

  /** The files that share blocks, relative to the module's folder. */
  static List<List<Path>> groups() {
    return List.of(group("Float64"), group("Float32"));
  }

  /** The sources with each copy like its block. */
  static List<String> renewed(List<String> sources) {
    Map<String, String> blocks = blocks(sources);
    List<String> renewed = sources.stream().map(source -> renewed(source, blocks)).toList();
    // A block may have changed by the copies in it.
    return renewed.equals(sources) ? renewed : renewed(renewed);
  }

  static List<String> read(List<Path> files) throws IOException {
    List<String> sources = new ArrayList<>();
    for (Path file : files) {
      sources.add(Files.readString(file));
    }
    return sources;
  }

  private static List<Path> group(String precision) {
    return List.of(
        FOLDER.resolve(precision + "VectorFunctions.java"),
        FOLDER.resolve(precision + "VectorErrorFunctions.java"));
  }

  private static Map<String, String> blocks(List<String> sources) {
    var blocks = new TreeMap<String, String>();
    for (String source : sources) {
      BLOCK.matcher(source).results().forEach(found -> add(found, blocks));
    }
    return blocks;
  }

  private static void add(MatchResult found, Map<String, String> blocks) {
    if (blocks.put(found.group(2), found.group(3)) != null) {
      throw new IllegalArgumentException(
          "block " + found.group(2) + " stands twice: one of them should be a copy");
    }
  }

  private static String renewed(String source, Map<String, String> blocks) {
    return COPY.matcher(source)
        .replaceAll(
            found -> {
              String lines = blocks.get(found.group(2));
              if (lines == null) {
                throw new IllegalArgumentException(
                    "expected a block for the copy of "
                        + found.group(2)
                        + " among "
                        + blocks.keySet());
              }
              return Matcher.quoteReplacement(found.group(1) + lines + found.group(4));
            });
  }

  /** The lines from a marker to the end with the same name. */
  private static Pattern region(String marker) {
    return Pattern.compile("(?s)( *// " + marker + " ([\\w-]+)\n)(.*?)( *// end of \\2\n)");
  }
}
