package dev.kassei.plotting;

import dev.kassei.plotting.figure.Figure;
import dev.kassei.results.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Writes figures as files, on all processors at the same time. */
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
    return all(tasks(folder, figures, formats));
  }

  /**
   * The same with one more file, such as a report.
   *
   * @param other writes it
   * @return the files, that one last
   */
  public static List<Path> write(
      Path folder, Map<String, Figure> figures, List<Format> formats, Callable<Path> other)
      throws IOException {
    List<Callable<Path>> tasks = new ArrayList<>(List.of(other));
    tasks.addAll(tasks(folder, figures, formats));
    // what takes longest is begun first
    List<Path> files = all(tasks);
    Collections.rotate(files, -1);
    return files;
  }

  /**
   * Draws one figure.
   *
   * @param file whose name ends with that of a format; replaced if it is there
   * @throws IllegalArgumentException if it ends otherwise
   */
  public static Path write(Path file, Figure figure) throws IOException {
    byte[] picture = Format.of(file).draw(figure);
    WholeFile.bytes(file, out -> out.write(picture));
    return file;
  }

  private static List<Callable<Path>> tasks(
      Path folder, Map<String, Figure> figures, List<Format> formats) throws IOException {
    Files.createDirectories(folder);
    WholeFile.removeDrafts(folder);
    List<Callable<Path>> tasks = new ArrayList<>();
    figures.forEach(
        (name, figure) -> {
          for (Format format : formats) {
            Path file = folder.resolve(name + "." + format.extension());
            tasks.add(
                () -> {
                  byte[] picture = format.draw(figure);
                  WholeFile.bytes(file, out -> out.write(picture));
                  return file;
                });
          }
        });
    return tasks;
  }

  private static List<Path> all(List<Callable<Path>> tasks) throws IOException {
    int processors = Runtime.getRuntime().availableProcessors();
    ExecutorService threads =
        Executors.newFixedThreadPool(Math.max(1, Math.min(processors, tasks.size())));
    try {
      List<Path> files = new ArrayList<>();
      for (Future<Path> file : threads.invokeAll(tasks)) {
        files.add(file.get());
      }
      return files;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while pictures were drawn", e);
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  /** The cause of a failure as the caller would have had it without threads. */
  private static IOException rethrown(Throwable cause) {
    if (cause instanceof IOException io) {
      return io;
    }
    if (cause instanceof RuntimeException bug) {
      throw bug;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return new IOException(cause);
  }
}
