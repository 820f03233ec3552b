package dev.kassei.cli.command;

import dev.kassei.export.table.JsonLines;
import dev.kassei.export.table.Parquet;
import dev.kassei.export.table.ResultTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --parquet}, {@code --jsonl} and the same of curves. */
final class TableFormat implements ExportFormat {
  @Option(
      names = "--parquet",
      converter = OutputFileConverter.class,
      paramLabel = "FILE",
      description = "The trials of a batch, or the epochs of a run, as a table in Parquet.")
  private Optional<Path> parquet = Optional.empty();

  @Option(
      names = "--parquet-curves",
      converter = OutputFileConverter.class,
      paramLabel = "FILE",
      description = "The epochs of all trials of a batch, or of a run, as a table in Parquet.")
  private Optional<Path> parquetCurves = Optional.empty();

  @Option(
      names = "--jsonl",
      converter = OutputFileConverter.class,
      paramLabel = "FILE",
      description = "The trials of a batch, or the epochs of a run, as JSON, an object per line.")
  private Optional<Path> jsonl = Optional.empty();

  @Option(
      names = "--jsonl-curves",
      converter = OutputFileConverter.class,
      paramLabel = "FILE",
      description = "The epochs of all trials of a batch, or of a run, as JSON lines.")
  private Optional<Path> jsonlCurves = Optional.empty();

  /** Reads a table of a folder. */
  @FunctionalInterface
  private interface Reading {
    ResultTable of(Path folder) throws IOException;
  }

  /** Writes a table to a file. */
  @FunctionalInterface
  private interface Writing {
    void write(ResultTable table, Path file) throws IOException;
  }

  private record Wanted(Optional<Path> file, Reading table, Writing format) {}

  private List<Wanted> all() {
    return List.of(
        new Wanted(parquet, ResultTable::of, Parquet::write),
        new Wanted(parquetCurves, ResultTable::curves, Parquet::write),
        new Wanted(jsonl, ResultTable::of, JsonLines::write),
        new Wanted(jsonlCurves, ResultTable::curves, JsonLines::write));
  }

  @Override
  public boolean isWanted() {
    return all().stream().anyMatch(wanted -> wanted.file().isPresent());
  }

  @Override
  public List<Path> files() {
    return all().stream().flatMap(wanted -> wanted.file().stream()).toList();
  }

  @Override
  public List<String> write(ExportSource source) throws IOException {
    var written = new ArrayList<String>();
    for (Wanted wanted : all()) {
      if (wanted.file().isPresent()) {
        wanted.format().write(wanted.table().of(source.folder()), wanted.file().get());
        written.add(wanted.file().get().toString());
      }
    }
    return written;
  }
}
