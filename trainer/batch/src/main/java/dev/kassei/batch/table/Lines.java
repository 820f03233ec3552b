package dev.kassei.batch.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads a table line by line. Whatever is not as it was written is reported. */
final class Lines {
  private static final int MOST_COLUMNS = 1 << 20;

  private final Path file;
  private final List<String> columns;
  private final Map<String, Integer> places = new HashMap<>();

  private Lines(Path file, List<String> columns) {
    this.file = file;
    this.columns = columns;
    for (int i = 0; i < columns.size(); i++) {
      places.put(columns.get(i), i);
    }
  }

  /**
   * Reads a file.
   *
   * @param reading given the columns, says what is done with each line
   * @throws BatchFolderException if the file is damaged
   */
  static void read(Path file, Function<Lines, Consumer<CsvRecord>> reading) throws IOException {
    var handler = CsvRecordHandler.builder().maxFields(MOST_COLUMNS).build();
    try (CsvReader<CsvRecord> csv =
            CsvReader.builder()
                .allowUnclosedQuote(false)
                .build(handler, Files.newBufferedReader(file));
        CloseableIterator<CsvRecord> records = csv.iterator()) {
      if (!records.hasNext()) {
        throw BatchFolderException.damaged(file, "it is empty");
      }
      Consumer<CsvRecord> each = reading.apply(new Lines(file, records.next().getFields()));
      records.forEachRemaining(each);
    } catch (CsvParseException e) {
      throw BatchFolderException.damaged(file, String.valueOf(e.getMessage()));
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw BatchFolderException.damaged(file, "it is not UTF-8");
      }
      throw e;
    }
  }

  List<String> columns() {
    return columns;
  }

  /** The place of a column that must be there. */
  int place(String column) {
    Integer place = places.get(column);
    if (place == null) {
      throw BatchFolderException.damaged(file, "the column '%s' is missing".formatted(column));
    }
    return place;
  }

  /** The columns that begin with a word and a dot: their places by what follows. */
  Map<String, Integer> under(String first) {
    var under = new LinkedHashMap<String, Integer>();
    for (String column : columns) {
      if (column.startsWith(first + ".")) {
        under.put(column.substring(first.length() + 1), place(column));
      }
    }
    return under;
  }

  /** The columns between two others, without those that begin with a word and a dot. */
  Map<String, Integer> between(String before, String after, String exception) {
    var between = new LinkedHashMap<String, Integer>();
    for (String column : columns.subList(place(before) + 1, place(after))) {
      if (!column.startsWith(exception + ".")) {
        between.put(column, place(column));
      }
    }
    return between;
  }

  /** The texts of cells that are not empty. */
  static Map<String, String> texts(CsvRecord line, Map<String, Integer> columns) {
    var texts = new LinkedHashMap<String, String>();
    columns.forEach(
        (name, place) -> {
          if (!line.getField(place).isEmpty()) {
            texts.put(name, line.getField(place));
          }
        });
    return texts;
  }

  /** The numbers of cells that are not empty. */
  Map<String, Double> numbers(CsvRecord line, Map<String, Integer> columns) {
    var numbers = new LinkedHashMap<String, Double>();
    texts(line, columns).forEach((name, text) -> numbers.put(name, number(line, text)));
    return numbers;
  }

  double number(CsvRecord line, String text) {
    return parsed(line, text, Double::parseDouble);
  }

  int count(CsvRecord line, String text) {
    return parsed(line, text, Integer::parseInt);
  }

  long whole(CsvRecord line, String text) {
    return parsed(line, text, Long::parseLong);
  }

  /** A value of a cell. */
  <T> T parsed(CsvRecord line, String text, Function<String, T> parser) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw BatchFolderException.damaged(
          file,
          "'%s' in line %s is not what stands there".formatted(text, line.getStartingLineNumber()));
    }
  }
}
