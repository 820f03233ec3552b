package dev.kassei.cli.command;

import dev.kassei.plotting.Format;
import dev.kassei.plotting.batch.BatchPictures;
import dev.kassei.plotting.run.RunPictures;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** Draws what has just been trained. */
final class Drawing {
  private Drawing() {}

  /**
   * Draws the pictures and the report of a run or a batch into its folder. What cannot be drawn is
   * no reason to lose the run.
   *
   * @return the path of the report, or of the folder where something could not be drawn
   */
  static Path draw(Path folder, PrintWriter err) {
    try {
      List<Format> formats = List.of(Format.PNG);
      List<Path> files =
          BatchPictures.isBatch(folder)
              ? BatchPictures.write(folder, formats)
              : RunPictures.write(folder, formats);
      return files.get(files.size() - 1);
    } catch (IOException | RuntimeException | LinkageError e) {
      err.println("warning: the run is complete, but its pictures could not be drawn: " + e);
      return folder;
    }
  }
}
