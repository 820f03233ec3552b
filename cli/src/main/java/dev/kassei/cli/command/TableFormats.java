package dev.kassei.cli.command;

import dev.kassei.export.table.JsonLines;
import dev.kassei.export.table.Parquet;
import dev.kassei.export.table.ResultTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --parquet}, {@code --jsonl} and the same of curves. */
final class TableFormats implements FileFormats {
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
  private interface TableWriting {
    void write(ResultTable table, Path file) throws IOException;
  }

  @Override
  public List<FileFormat> all() {
    return List.of(
        format(parquet, ResultTable::of, Parquet::write),
        format(parquetCurves, ResultTable::curves, Parquet::write),
        format(jsonl, ResultTable::of, JsonLines::write),
        format(jsonlCurves, ResultTable::curves, JsonLines::write));
  }

  private static FileFormat format(Optional<Path> file, Reading table, TableWriting writing) {
    return new FileFormat(
        file, (source, target) -> writing.write(table.of(source.folder()), target));
  }
}
