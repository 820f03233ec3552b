package dev.kassei.batch.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.kassei.api.value.Numbers;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The lines of a table: a line of names, commas, lines that end with a line feed. */
final class Cells {
  private final List<String> cells = new ArrayList<>();

  static CsvWriter writer(Writer out) {
    return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
  }

  /** The keys that occur in maps, in the order in which they come first. */
  static <T> Set<String> keys(Collection<T> each, Function<T, Map<String, ?>> map) {
    var keys = new LinkedHashSet<String>();
    each.forEach(it -> keys.addAll(map.apply(it).keySet()));
    return keys;
  }

  Cells add(String... texts) {
    cells.addAll(List.of(texts));
    return this;
  }

  Cells add(int number) {
    return add(Integer.toString(number));
  }

  Cells add(double number) {
    return add(Numbers.text(number));
  }

  /** The names of columns with what they begin with. */
  Cells names(String first, Collection<String> keys) {
    keys.forEach(key -> cells.add(first + "." + key));
    return this;
  }

  Cells names(Collection<String> keys) {
    cells.addAll(keys);
    return this;
  }

  /** The texts under some keys; empty where there is none. */
  Cells texts(Collection<String> keys, Map<String, String> texts) {
    keys.forEach(key -> cells.add(texts.getOrDefault(key, "")));
    return this;
  }

  /** The numbers under some keys; empty where there is none. */
  Cells numbers(Collection<String> keys, Map<String, Double> numbers) {
    for (String key : keys) {
      Double number = numbers.get(key);
      cells.add(number == null ? "" : Numbers.text(number));
    }
    return this;
  }

  /** The integers under some keys; empty where there is none. */
  Cells counts(Collection<String> keys, Map<String, Integer> counts) {
    for (String key : keys) {
      Integer count = counts.get(key);
      cells.add(count == null ? "" : count.toString());
    }
    return this;
  }

  void writeTo(CsvWriter csv) {
    csv.writeRecord(cells);
  }
}
