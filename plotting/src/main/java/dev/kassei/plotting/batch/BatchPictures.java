package dev.kassei.plotting.batch;

import dev.kassei.plotting.Format;
import dev.kassei.plotting.PictureFiles;
import dev.kassei.plotting.figure.Figure;
import dev.kassei.plotting.report.ReportWriter;
import dev.kassei.results.file.FolderException;
import dev.kassei.results.record.BatchFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Draws a batch's folder: {@code plots/}, {@code report.html} and {@code environment.html}. */
public final class BatchPictures {
  private BatchPictures() {}

  /** Whether a folder is that of a batch, finished or not. */
  public static boolean isBatch(Path folder) {
    return Batch.is(folder);
  }

  /**
   * Writes the pictures, the page about where trials were trained, and the report; files of the
   * same names are replaced.
   *
   * @return the pictures, and the report last
   * @throws FolderException if the folder is not that of a batch, or damaged
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
    Batch batch = Batch.read(folder);
    List<Map<String, Figure>> settings = new ArrayList<>();
    var named = new LinkedHashMap<String, Figure>();
    for (int i = 0; i < batch.record().settings().size(); i++) {
      Map<String, Figure> figures =
          new SettingFigures(batch, batch.record().settings().get(i)).all();
      String suffix = i == 0 ? "" : "-" + (i + 1);
      figures.forEach((name, figure) -> named.put(name + suffix, figure));
      settings.add(figures);
    }
    return PictureFiles.write(
        out.resolve(BatchFiles.PLOTS), named, formats, () -> pages(batch, settings, folder, out));
  }

  /** Writes both pages; the path of the report. */
  private static Path pages(Batch batch, List<Map<String, Figure>> settings, Path folder, Path out)
      throws IOException {
    UnaryOperator<String> links = links(folder, out);
    ReportWriter.write(
        new EnvironmentReport(batch.record().name(), batch.sites(), links).page(),
        out.resolve(BatchFiles.ENVIRONMENT_PAGE));
    return ReportWriter.write(
        new BatchReport(batch, links).of(settings), out.resolve(BatchFiles.REPORT));
  }

  /** Pages of runs, as the page of the batch names them: beside it, or where the batch lies. */
  private static UnaryOperator<String> links(Path folder, Path out) {
    return out.equals(folder)
        ? UnaryOperator.identity()
        : path -> folder.toAbsolutePath().resolve(path).toUri().toString();
  }
}
