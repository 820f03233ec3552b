package dev.kassei.builtins.dataset;

import dev.kassei.builtins.dataset.ArffTokens.Token;
import dev.kassei.results.csv.Decimals;
import dev.kassei.results.csv.NumberStyle;
import dev.kassei.results.file.FileProblems;
import dev.kassei.results.file.TextFile;
import dev.kassei.results.text.Shortened;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads an ARFF file in one pass: declarations up to {@code @data}, then rows. Mutable. */
final class ArffReading {
  /**
   * What is made of the attributes.
   *
   * @param label the name of the attribute to learn, or its number from 1, or {@code last}
   * @param ignored names of attributes that are no features, of any type
   */
  record Choice(String label, Set<String> ignored, Missing missing) {}

  private final Choice choice;
  private final FileProblems problems;
  private final List<Column> columns = new ArrayList<>();
  private Optional<TableBuilder> table = Optional.empty();
  private long line;

  private ArffReading(Choice choice, FileProblems problems) {
    this.choice = choice;
    this.problems = problems;
  }

  /**
   * The table in a stream, which stays open.
   *
   * @throws IllegalArgumentException with all problems, if the file is not what was described
   */
  static Table read(Choice choice, InputStream in, FileProblems problems) throws IOException {
    var reading = new ArffReading(choice, problems);
    try {
      BufferedReader text = TextFile.text(in, problems);
      String next = text.readLine();
      while (next != null && !problems.isFull()) {
        reading.line++;
        reading.add(next);
        next = text.readLine();
      }
    } catch (CharacterCodingException e) {
      throw TextFile.encoding(problems);
    }
    return reading.table();
  }

  private Table table() {
    problems.report();
    if (table.isEmpty()) {
      throw problems.failure("expected a line @data but there is none");
    }
    table.get().requireRows("there is none after @data");
    return table.get().table(NumberStyle.PLAIN);
  }

  private void add(String text) {
    var tokens = new ArffTokens(text);
    if (tokens.isAtEnd()) {
      return;
    }
    try {
      if (table.isPresent()) {
        row(tokens, table.get());
      } else {
        declaration(tokens);
      }
    } catch (ArffException e) {
      problems.addLine(line, e.getMessage());
    }
  }

  private void declaration(ArffTokens tokens) {
    String keyword = tokens.next().text();
    switch (keyword.toLowerCase(Locale.ROOT)) {
      case "@relation" -> {
        // its name has no meaning here
      }
      case "@attribute" -> columns.add(attribute(tokens));
      case "@data" -> table = Optional.of(begin());
      default ->
          throw new ArffException(
              "expected @relation, @attribute or @data but found '%s'"
                  .formatted(Shortened.text(keyword)));
    }
  }

  private TableBuilder begin() {
    problems.report();
    if (columns.size() < 2) {
      throw problems.failure(
          "line %s: expected at least two attributes before @data but found %s"
              .formatted(line, columns.size()));
    }
    List<String> names = columns.stream().map(Column::name).toList();
    int label = new ColumnChoice(names, true, names, problems).label(choice.label());
    problems.report();
    columns.set(label, columns.get(label).as(Column.Use.LABEL));
    return new TableBuilder(columns, choice.missing(), problems);
  }

  private Column attribute(ArffTokens tokens) {
    if (tokens.isAtEnd()) {
      throw new ArffException("expected the attribute's name and type after @attribute");
    }
    String name = tokens.next().text();
    if (tokens.isAtEnd()) {
      throw new ArffException(
          "expected the type of '%s': numeric, or its values {a, b, …}"
              .formatted(Shortened.text(name)));
    }
    if (choice.ignored().contains(name)) {
      return new Column(name, Column.Use.IGNORED, true, List.of());
    }
    return tokens.peek() == '{' ? nominal(name, tokens) : numeric(name, tokens.next().text());
  }

  private static Column numeric(String name, String type) {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "numeric", "real", "integer" -> Column.feature(name, false, List.of());
      default ->
          throw new ArffException(
              ("'%s' is of type %s, which is no number; expected numeric, real, integer or values"
                      + " {a, b, …}; remove the attribute")
                  .formatted(Shortened.text(name), Shortened.text(type)));
    };
  }

  private static Column nominal(String name, ArffTokens tokens) {
    tokens.skip();
    List<String> values = tokens.list('}').stream().map(Token::text).toList();
    if (tokens.isAtEnd()) {
      throw new ArffException(
          "the values of '%s' do not end with }".formatted(Shortened.text(name)));
    }
    if (values.isEmpty()) {
      throw new ArffException("'%s' has no values between { and }".formatted(Shortened.text(name)));
    }
    if (values.stream().distinct().count() < values.size()) {
      throw new ArffException("'%s' declares a value twice".formatted(Shortened.text(name)));
    }
    return Column.feature(name, true, values);
  }

  private void row(ArffTokens tokens, TableBuilder rows) {
    if (tokens.peek() == '{') {
      throw new ArffException("sparse rows {number value, …} are not read; write all values");
    }
    List<Token> cells = tokens.list('\n');
    if (cells.size() != columns.size()) {
      throw new ArffException(
          "expected %s values, one for each attribute, but found %s; values with blanks need quotes"
              .formatted(columns.size(), cells.size()));
    }
    rows.begin(line);
    for (int column = 0; column < cells.size() && !problems.isFull(); column++) {
      Token cell = cells.get(column);
      if (columns.get(column).use() == Column.Use.IGNORED) {
        continue;
      }
      if (cell.isGap()) {
        rows.missing(column, cell.text());
      } else {
        add(rows, column, cell.text());
      }
    }
    rows.end();
  }

  private static void add(TableBuilder rows, int column, String text) {
    if (!rows.isNumeric(column)) {
      rows.text(column, text);
      return;
    }
    double number = Decimals.parse(text);
    if (Double.isFinite(number)) {
      rows.number(column, number);
    } else {
      rows.wrong(column, text, Decimals.complaint(text));
    }
  }
}
