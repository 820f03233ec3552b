package dev.kassei.cli.command;

import dev.kassei.results.record.BatchFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * A batch's page as an earlier command left it, which need not be drawn again where no result has
 * changed.
 *
 * @param page the page
 * @param results the sums of all results when it was drawn; "" if it is not known to be of them
 */
record DrawnBatch(Path page, String results) {
  /** What is there before results are written anew. */
  static DrawnBatch before(Path folder) throws IOException {
    Path page = folder.resolve(BatchFiles.REPORT);
    Path results = folder.resolve(BatchFiles.RESULTS);
    boolean isCurrent =
        Files.isDirectory(folder.resolve(BatchFiles.PLOTS))
            && Files.isRegularFile(page)
            && Files.isRegularFile(results)
            && time(page).compareTo(time(results)) >= 0;
    return new DrawnBatch(page, isCurrent ? text(results) : "");
  }

  /** Also of one that is damaged, which is written anew. */
  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private static FileTime time(Path file) throws IOException {
    return Files.getLastModifiedTime(file);
  }

  /** Whether it is of the results as they are now, than which it is then newer again. */
  boolean isKept() throws IOException {
    Path now = page.resolveSibling(BatchFiles.RESULTS);
    boolean isKept = !results.isEmpty() && results.equals(text(now));
    if (isKept) {
      Files.setLastModifiedTime(page, time(now));
    }
    return isKept;
  }
}
