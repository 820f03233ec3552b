package dev.kassei.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads the name of a header to write, which has to end as one of C or C++ does, and must not hide
 * one of C's own where its folder is searched for headers.
 */
final class HeaderFileConverter implements ITypeConverter<Path> {
  private static final List<String> ENDINGS = List.of(".h", ".hh", ".hpp", ".hxx");

  /** The headers of C99, without their ending. */
  private static final Set<String> STANDARD =
      Set.of(
          "assert",
          "complex",
          "ctype",
          "errno",
          "fenv",
          "float",
          "inttypes",
          "iso646",
          "limits",
          "locale",
          "math",
          "setjmp",
          "signal",
          "stdarg",
          "stdbool",
          "stddef",
          "stdint",
          "stdio",
          "stdlib",
          "string",
          "tgmath",
          "time",
          "wchar",
          "wctype");

  @Override
  public Path convert(String text) throws IOException {
    Path file = new OutputFileConverter().convert(text);
    if (ENDINGS.stream().noneMatch(text.toLowerCase(Locale.ROOT)::endsWith)) {
      throw new TypeConversionException(
          "expected a file that ends with .h but was '%s'".formatted(text));
    }
    String header = FileNames.stem(file);
    if (STANDARD.contains(header)) {
      throw new TypeConversionException(
          "'%s' would hide C's header <%s.h> from all that include it; choose another name, such as %s_net.h"
              .formatted(text, header, header));
    }
    return file;
  }
}
