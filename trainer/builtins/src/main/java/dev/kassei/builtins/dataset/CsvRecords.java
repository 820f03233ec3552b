package dev.kassei.builtins.dataset;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.kassei.results.file.FileProblems;
import dev.kassei.results.file.TextFile;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/** The lines of a file that are not blank. Whatever makes reading impossible is a problem. */
final class CsvRecords {
  private static final int MOST_COLUMNS = 1 << 24;

  private final CloseableIterator<CsvRecord> records;
  private final FileProblems problems;
  private long line;

  private CsvRecords(CloseableIterator<CsvRecord> records, FileProblems problems) {
    this.records = records;
    this.problems = problems;
  }

  static CsvRecords of(Csv csv, Reader text, FileProblems problems) {
    var handler = CsvRecordHandler.builder().maxFields(MOST_COLUMNS).build();
    CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(csv.delimiter().charAt(0))
            .allowUnclosedQuote(false)
            .trimWhitespacesAroundQuotes(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .build(handler, text);
    return new CsvRecords(reader.iterator(), problems);
  }

  /** The next line; empty at the end of the file. */
  Optional<CsvRecord> next() {
    try {
      while (records.hasNext()) {
        CsvRecord next = records.next();
        line = next.getStartingLineNumber();
        if (next.getFieldCount() > 1 || !next.getField(0).isBlank()) {
          return Optional.of(next);
        }
      }
      return Optional.empty();
    } catch (CsvParseException e) {
      throw problems.failure("after line %s: %s".formatted(line, e.getMessage()));
    } catch (UncheckedIOException e) {
      throw e.getCause() instanceof CharacterCodingException ? TextFile.encoding(problems) : e;
    }
  }
}
