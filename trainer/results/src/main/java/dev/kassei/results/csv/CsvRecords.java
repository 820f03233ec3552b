package dev.kassei.results.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.kassei.results.file.FileProblems;
import dev.kassei.results.file.TextFile;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/** The lines of a file that are not blank. Whatever makes reading impossible is a problem. */
public final class CsvRecords {
  private final CloseableIterator<CsvRow> records;
  private final char delimiter;
  private final FileProblems problems;
  private long line;

  private CsvRecords(CloseableIterator<CsvRow> records, char delimiter, FileProblems problems) {
    this.records = records;
    this.delimiter = delimiter;
    this.problems = problems;
  }

  /** Those of a text, which stays open. */
  public static CsvRecords of(char delimiter, Reader text, FileProblems problems) {
    CsvReader<CsvRow> reader =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .allowUnclosedQuote(false)
            .trimWhitespacesAroundQuotes(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .build(new CsvRowHandler(), text);
    return new CsvRecords(reader.iterator(), delimiter, problems);
  }

  /** The next line; empty at the end of the file. */
  public Optional<CsvRow> next() {
    try {
      while (records.hasNext()) {
        CsvRow next = records.next();
        line = next.line();
        if (!next.isBlank()) {
          return Optional.of(next);
        }
      }
      return Optional.empty();
    } catch (CsvParseException e) {
      if (e.getCause() instanceof IllegalArgumentException refusal) {
        throw refusal;
      }
      throw problems.failure(
          "after line %s: a quote begins a cell but does not end it before the next '%s' or line break, or the file ends within it; write a quote inside a cell twice, or remove it"
              .formatted(line, delimiter));
    } catch (UncheckedIOException e) {
      throw e.getCause() instanceof CharacterCodingException ? TextFile.encoding(problems) : e;
    }
  }
}
