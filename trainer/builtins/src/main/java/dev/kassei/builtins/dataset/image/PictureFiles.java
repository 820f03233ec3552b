package dev.kassei.builtins.dataset.image;

import dev.kassei.results.file.FileProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The pictures in a folder of classes.
 *
 * @param folder where the folders of the classes are
 * @param classes their names, sorted
 * @param files all pictures, class by class, sorted by name
 */
record PictureFiles(Path folder, List<String> classes, List<PictureFile> files) {
  private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "gif", "bmp");

  private static final Comparator<Path> BY_NAME =
      Comparator.comparing(
          path -> path.getFileName().toString(),
          (a, b) -> Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray()));

  /**
   * A picture.
   *
   * @param number of its class
   */
  record PictureFile(Path path, int number) {}

  /**
   * Lists a folder; other files than pictures, and what begins with a point, are not seen.
   *
   * @throws IllegalArgumentException if there are not at least two classes with pictures
   */
  static PictureFiles in(Path folder) throws IOException {
    var problems = new FileProblems(folder);
    if (!Files.isDirectory(folder)) {
      throw problems.failure("there is no such folder; it should hold one folder for each class");
    }
    List<Path> classes = list(folder, Files::isDirectory);
    if (classes.size() < 2) {
      throw problems.failure(
          "expected a folder for each of at least two classes but found %s"
              .formatted(classes.isEmpty() ? "none" : "one"));
    }
    var files = new ArrayList<PictureFile>();
    for (int number = 0; number < classes.size(); number++) {
      List<Path> ofClass = list(classes.get(number), PictureFiles::isPicture);
      if (ofClass.isEmpty()) {
        problems.add(
            "the folder '%s' has no picture (PNG, JPEG, GIF or BMP); fill or remove it"
                .formatted(classes.get(number).getFileName()));
      }
      for (Path file : ofClass) {
        files.add(new PictureFile(file, number));
      }
    }
    problems.report();
    return new PictureFiles(
        folder, classes.stream().map(each -> each.getFileName().toString()).toList(), files);
  }

  private static boolean isPicture(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return Files.isRegularFile(file) && ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private static List<Path> list(Path folder, Predicate<Path> isWanted) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(path -> !path.getFileName().toString().startsWith("."))
          .filter(isWanted)
          .sorted(BY_NAME)
          .toList();
    }
  }
}
