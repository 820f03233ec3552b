package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The classes, packages and files that the pages for developers name exist. */
class PageNamesTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern BLOCK =
      Pattern.compile("^ *```.*?^ *```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
  private static final Pattern CLASS =
      Pattern.compile("([A-Z][a-z0-9]+[A-Za-z0-9]*)(\\.[a-z]\\w*)?");
  private static final Pattern PACKAGE = Pattern.compile("dev\\.kassei[\\w.]*");
  private static final Pattern FILE = Pattern.compile("[\\w./-]+(/[\\w./-]*|\\.(md|yaml|java))");

  /** The sources' paths from the root, {@code /} before each. */
  private static final List<String> FILES = files();

  private static List<String> files() {
    var files = new ArrayList<String>();
    var visitor =
        new SimpleFileVisitor<Path>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = String.valueOf(folder.getFileName());
            return name.equals("target") || name.equals(".git")
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add("/" + ROOT.relativize(file).toString().replace('\\', '/'));
            return FileVisitResult.CONTINUE;
          }
        };
    try {
      Files.walkFileTree(ROOT, visitor);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static boolean exists(String name) {
    var type = CLASS.matcher(name);
    if (type.matches()) {
      return isFile(type.group(1) + ".java") || isOfJava(type.group(1));
    }
    if (PACKAGE.matcher(name).matches()) {
      String path = "/" + name.replace('.', '/');
      return FILES.stream().anyMatch(file -> file.endsWith(path + ".java"))
          || FILES.stream().anyMatch(file -> file.endsWith(path + "/package-info.java"))
          || isFile(name);
    }
    return !FILE.matcher(name).matches() || Files.exists(ROOT.resolve(name)) || isFile(name);
  }

  private static boolean isFile(String path) {
    return FILES.stream().anyMatch(file -> file.endsWith("/" + path));
  }

  private static boolean isOfJava(String name) {
    for (String place : List.of("java.lang.", "java.util.")) {
      try {
        Class.forName(place + name);
        return true;
      } catch (ClassNotFoundException e) {
        // perhaps in the next one
      }
    }
    return false;
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs/architecture.md", "CONTRIBUTING.md"})
  void whatThePageNamesExists(String page) throws IOException {
    String prose = BLOCK.matcher(Files.readString(ROOT.resolve(page))).replaceAll("");
    assertThat(CODE.matcher(prose).results().map(code -> code.group(1)).distinct())
        .hasSizeGreaterThan(20)
        .allMatch(PageNamesTest::exists);
  }

  @Test
  void whatIsMissingIsNoticed() {
    assertThat(List.of("Plan", "Mish.apply", "Optional", "docs/xor.md", "dev.kassei.api.expr"))
        .allMatch(PageNamesTest::exists);
    assertThat(List.of("Plann", "Mesh1.apply", "docs/xar.md", "dev.kassei.api.exper", "a/b.java"))
        .noneMatch(PageNamesTest::exists);
  }
}
