package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The launchers for Unix and Windows agree, and what stands in their files with options of the JVM
 * is true. What they do is tested by {@code launcher_test.sh}.
 */
final class LauncherTest {
  private static final Path FOLDER = Path.of("src", "main", "options");
  private static final Path SHELL = Path.of("..", "kassei");
  private static final Path BATCH = Path.of("..", "kassei.cmd");
  private static final String COMMON = "common.options";

  private static final Pattern COMMAND =
      Pattern.compile("(?m)^-XX:CompileCommand=\\w+,([\\w/$*]+)[.][\\w*$]+(?:,.*)?$");

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  static List<String> classPatterns() throws IOException {
    var all = new TreeSet<String>();
    for (Path file : files()) {
      COMMAND.matcher(Files.readString(file)).results().forEach(match -> all.add(match.group(1)));
    }
    return List.copyOf(all);
  }

  /**
   * The JVM says nothing of a pattern without a match, and the option does nothing from then on.
   */
  @ParameterizedTest
  @MethodSource("classPatterns")
  void compileCommandsMatchClasses(String pattern) throws IOException {
    var regex = Pattern.compile(pattern.replace("$", "\\$").replace("*", ".*"));
    assertThat(classes()).as(pattern).anyMatch(name -> regex.matcher(name).matches());
  }

  @Test
  void everyCompileCommandIsLookedAt() throws IOException {
    var lines = new ArrayList<String>();
    for (Path file : files()) {
      lines.addAll(Files.readAllLines(file));
    }
    assertThat(lines)
        .filteredOn(line -> line.startsWith("-XX:CompileCommand=") && !line.endsWith("=quiet"))
        .isNotEmpty()
        .allMatch(line -> COMMAND.matcher(line).matches());
  }

  @ParameterizedTest
  @MethodSource("files")
  void theJvmKnowsTheOptions(Path file) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(java, "@" + FOLDER.resolve(COMMON), "@" + file, "--version")
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output)
        .contains(System.getProperty("java.version"))
        .doesNotContainIgnoringCase("unrecognized")
        .doesNotContainIgnoringCase("error");
    assertThat(output.lines().filter(line -> line.startsWith("OpenJDK 64-Bit Server VM warning")))
        .isEmpty();
  }

  @Test
  void bothLaunchersReadEachFileAndNoOther() throws IOException {
    Set<String> names =
        files().stream().map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    assertThat(filesOf(Files.readString(SHELL), "kind=(\\w+)")).isEqualTo(names);
    assertThat(filesOf(Files.readString(BATCH), "\"KIND=(\\w+)\"")).isEqualTo(names);
  }

  @Test
  void everyVariableOfTheEnvironmentIsDescribed() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "configuration.md"));
    var variables = Pattern.compile("KASSEI_[A-Z_]+");
    for (Path launcher : List.of(SHELL, BATCH)) {
      assertThat(variables.matcher(Files.readString(launcher)).results().map(MatchResult::group))
          .isNotEmpty()
          .allSatisfy(variable -> assertThat(page).contains("| `" + variable + "` |"));
    }
  }

  private static Set<String> filesOf(String launcher, String kind) {
    assertThat(launcher).contains(COMMON);
    return Stream.concat(
            Stream.of(COMMON),
            Pattern.compile(kind)
                .matcher(launcher)
                .results()
                .map(match -> match.group(1) + ".options"))
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"brief", ""})
  void bothLaunchersGiveTheSameCommandsTheSameFile(String kind) throws IOException {
    Set<String> commands =
        commands(Files.readString(SHELL), "(?m)^  ([\\w |'*-]+)\\) kind=" + kind + " ;;$");
    assertThat(commands)
        .isNotEmpty()
        .isEqualTo(
            commands(
                Files.readString(BATCH),
                "\\(([\\w ]+)\\) do if \"%FIRST%\"==\"%%C\" set \"KIND=" + kind + "\""));
    assertThat(Kassei.commandLine("--help").getSubcommands())
        .containsKeys(commands.toArray(String[]::new));
  }

  private static Set<String> commands(String launcher, String list) {
    return Pattern.compile(list)
        .matcher(launcher)
        .results()
        .flatMap(match -> Stream.of(match.group(1).split("[ |]+", -1)))
        .filter(word -> word.matches("\\w+"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Kassei's classes as a CompileCommand names them, from the folders and jars of the class path.
   */
  private static Set<String> classes() throws IOException {
    var all = new TreeSet<String>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      if (Files.isDirectory(path)) {
        addClasses(path, all);
      } else if (path.getFileName().toString().startsWith("kassei")) {
        try (var jar = FileSystems.newFileSystem(path)) {
          addClasses(jar.getPath("/"), all);
        }
      }
    }
    return all;
  }

  private static void addClasses(Path root, Set<String> all) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      files
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".class"))
          .forEach(name -> all.add(name.substring(0, name.length() - ".class".length())));
    }
  }
}
