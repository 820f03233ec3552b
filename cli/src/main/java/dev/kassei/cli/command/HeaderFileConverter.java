package dev.kassei.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a header to write, which has to end as one of C or C++ does. */
final class HeaderFileConverter implements ITypeConverter<Path> {
  private static final List<String> ENDINGS = List.of(".h", ".hh", ".hpp", ".hxx");

  @Override
  public Path convert(String text) throws IOException {
    Path file = new OutputFileConverter().convert(text);
    if (ENDINGS.stream().noneMatch(text.toLowerCase(Locale.ROOT)::endsWith)) {
      throw new TypeConversionException(
          "expected a file that ends with .h but was '%s'".formatted(text));
    }
    return file;
  }
}
