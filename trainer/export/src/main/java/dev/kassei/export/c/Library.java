package dev.kassei.export.c;

import dev.kassei.export.resource.Resource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The functions in C that networks call, of which a header has those that it needs. Their names
 * begin with {@link #PREFIX}; those of elementary functions do the operations of the engine's own
 * in the same order, so they return the same bits.
 */
final class Library {
  /** What the names of all functions begin with. */
  static final String PREFIX = "kassei_";

  private static final Pattern CALL = Pattern.compile(PREFIX + "[a-z0-9_]+(?=\\()");
  private static final Pattern FUNCTION =
      Pattern.compile("static [a-z0-9_]+ \\*?(" + PREFIX + "[a-z0-9_]+)\\(");

  private final Map<String, String> functions;

  private Library(Map<String, String> functions) {
    this.functions = functions;
  }

  /** The functions for numbers of a type. */
  static Library of(Real real) {
    var functions = new LinkedHashMap<String, String>();
    String kernels = read("kernels.c");
    add(functions, real == Real.FLOAT ? float32(kernels) : kernels);
    add(functions, read(real == Real.FLOAT ? "float32.c" : "float64.c"));
    return new Library(functions);
  }

  private static String read(String name) {
    return Resource.beside(Library.class, name).text();
  }

  private static String float32(String kernels) {
    return kernels
        .replaceAll("\\bdouble\\b", "float")
        .replaceAll("\\bfma\\(", "fmaf(")
        .replaceAll("\\buint64_t\\b", "uint32_t");
  }

  /** A blank line stands between functions and nowhere else. */
  private static void add(Map<String, String> functions, String text) {
    for (String block : text.strip().split("\n\n", -1)) {
      String name = FUNCTION.matcher(block).results().findFirst().orElseThrow().group(1);
      functions.put(name, block + "\n");
    }
  }

  /** The functions that some code calls, those that they call before them. */
  String calledBy(String code) {
    var called = new LinkedHashSet<String>();
    for (String name : calls(code)) {
      add(called, name);
    }
    return functions.keySet().stream()
        .filter(called::contains)
        .map(functions::get)
        .collect(Collectors.joining("\n"));
  }

  private void add(Set<String> called, String name) {
    if (functions.containsKey(name) && called.add(name)) {
      calls(functions.get(name)).forEach(each -> add(called, each));
    }
  }

  private static List<String> calls(String code) {
    return CALL.matcher(code).results().map(MatchResult::group).distinct().toList();
  }
}
