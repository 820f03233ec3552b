package dev.kassei.trainer.dataset;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The lines of a file that are not blank. Whatever makes reading impossible is a problem. */
final class CsvRecords implements AutoCloseable {
  private static final int MOST_COLUMNS = 1 << 24;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final CloseableIterator<CsvRecord> records;
  private final CsvProblems problems;
  private long line;

  private CsvRecords(CloseableIterator<CsvRecord> records, CsvProblems problems) {
    this.records = records;
    this.problems = problems;
  }

  static CsvRecords open(Csv csv, Path file, CsvProblems problems) throws IOException {
    var handler = CsvRecordHandler.builder().maxFields(MOST_COLUMNS).build();
    CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(csv.delimiter().charAt(0))
            .allowUnclosedQuote(false)
            .trimWhitespacesAroundQuotes(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .build(handler, text(file, problems));
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
      throw e.getCause() instanceof CharacterCodingException ? encoding(problems) : e;
    }
  }

  @Override
  public void close() throws IOException {
    records.close();
  }

  private static Reader text(Path file, CsvProblems problems) throws IOException {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try {
      var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder));
      reader.mark(1);
      if (reader.read() != BYTE_ORDER_MARK) {
        reader.reset();
      }
      return reader;
    } catch (NoSuchFileException e) {
      throw problems.failure(
          "there is no such file; a relative path starts at the configuration's folder");
    } catch (CharacterCodingException e) {
      throw encoding(problems);
    }
  }

  private static IllegalArgumentException encoding(CsvProblems problems) {
    return problems.failure("expected text in UTF-8 but found other bytes; save the file as UTF-8");
  }
}
