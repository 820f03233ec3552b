package dev.kassei.plotting.run;

import dev.kassei.plotting.Format;
import dev.kassei.plotting.PictureFiles;
import dev.kassei.plotting.figure.Figure;
import dev.kassei.plotting.report.ReportWriter;
import dev.kassei.results.Run;
import dev.kassei.results.file.FolderException;
import dev.kassei.results.record.RunFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Draws a run's folder: {@code plots/} and {@code report.html}. */
public final class RunPictures {
  private RunPictures() {}

  /**
   * Writes the pictures and then the report; files of the same names are replaced.
   *
   * @return the files, the report last
   * @throws FolderException if the folder is not that of a run, or damaged
   */
  public static List<Path> write(Path folder, List<Format> formats) throws IOException {
    return write(folder, folder, formats);
  }

  /**
   * The same into another folder, where nothing is written to the first.
   *
   * @param out made if it is not there
   */
  public static List<Path> write(Path folder, Path out, List<Format> formats) throws IOException {
    Run run = Run.read(folder);
    Map<String, Figure> figures = RunFigures.of(run);
    Path report = out.resolve(RunFiles.REPORT);
    return PictureFiles.write(
        out.resolve(RunFiles.PLOTS),
        figures,
        formats,
        () -> ReportWriter.write(new RunReport(run).of(figures), report));
  }
}
