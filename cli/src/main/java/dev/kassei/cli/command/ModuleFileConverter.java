package dev.kassei.cli.command;

import dev.kassei.export.pytorch.PythonModules;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a module of Python to write, which must not hide one that PyTorch needs. */
final class ModuleFileConverter implements ITypeConverter<Path> {
  private static final String ENDING = ".py";

  @Override
  public Path convert(String text) throws IOException {
    Path file = new OutputFileConverter().convert(text);
    if (!text.endsWith(ENDING)) {
      throw new TypeConversionException(
          "expected a file that ends with .py but was '%s'".formatted(text));
    }
    String module = FileNames.stem(file);
    if (PythonModules.isTaken(module)) {
      throw new TypeConversionException(
          "'%s' would hide Python's module '%s' from all that import it; choose another name, such as %s_net.py"
              .formatted(text, module, module));
    }
    return file;
  }
}
