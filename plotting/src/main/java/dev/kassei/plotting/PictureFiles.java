package dev.kassei.plotting;

import dev.kassei.plotting.figure.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes figures as files. */
public final class PictureFiles {
  private PictureFiles() {}

  /**
   * Draws each figure in each format; files of the same names are replaced.
   *
   * @param folder made if it is not there
   * @param figures by the names of their files, without what names of formats end with
   * @return the files
   */
  public static List<Path> write(Path folder, Map<String, Figure> figures, List<Format> formats)
      throws IOException {
    Files.createDirectories(folder);
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, Figure> figure : figures.entrySet()) {
      for (Format format : formats) {
        Path file = folder.resolve(figure.getKey() + "." + format.extension());
        Files.write(file, format.draw(figure.getValue()));
        files.add(file);
      }
    }
    return files;
  }
}
