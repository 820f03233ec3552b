package dev.kassei.plotting.report;

import dev.kassei.api.value.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** JSON that can stand inside an HTML script element, whatever its texts hold. */
final class Json {
  private final StringBuilder out = new StringBuilder();

  private Json() {}

  /** The text of a map, list, string, number or boolean; numbers that are none become null. */
  static String of(Object value) {
    var json = new Json();
    json.write(value);
    return json.out.toString();
  }

  private void write(Object value) {
    if (value instanceof Map<?, ?> map) {
      object(map);
    } else if (value instanceof List<?> list) {
      array(list);
    } else if (value instanceof Double number) {
      number(number);
    } else if (value instanceof Integer || value instanceof Boolean) {
      out.append(value);
    } else {
      text(value.toString());
    }
  }

  private void object(Map<?, ?> map) {
    String separator = "{";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.append(separator);
      text(entry.getKey().toString());
      out.append(':');
      write(entry.getValue());
      separator = ",";
    }
    out.append(map.isEmpty() ? "{}" : "}");
  }

  private void array(List<?> list) {
    String separator = "";
    out.append('[');
    for (Object item : list) {
      out.append(separator);
      write(item);
      separator = ",";
    }
    out.append(']');
  }

  private void number(double value) {
    out.append(Double.isFinite(value) ? Numbers.text(value) : "null");
  }

  private void text(String value) {
    out.append('"');
    value.chars().forEach(this::character);
    out.append('"');
  }

  /**
   * Escapes what JSON asks for, what could end or change a script element, line ends of old
   * JavaScript, and halves of surrogate pairs, which UTF-8 may not hold alone.
   */
  private void character(int c) {
    boolean markup = c == '<' || c == '>' || c == '&';
    boolean special = c < 0x20 || c == '"' || c == '\\' || c == 0x2028 || c == 0x2029;
    if (markup || special || Character.isSurrogate((char) c)) {
      out.append("\\u").append(String.format(Locale.ROOT, "%04x", c));
    } else {
      out.append((char) c);
    }
  }
}
