package dev.kassei.cli.command;

import dev.kassei.cli.failure.UsageProblem;
import dev.kassei.results.RunFolder;
import dev.kassei.results.record.BatchFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads the name of a file to write. A link stands for the file behind it, which is written in its
 * place; what belongs to the results of a run or a batch is never written over.
 */
final class OutputFileConverter implements ITypeConverter<Path> {
  @Override
  public Path convert(String text) throws IOException {
    Path file = real(text);
    Path folder = file.toAbsolutePath().getParent();
    Optional<Path> name = Optional.ofNullable(file.getFileName());
    if (name.isPresent() && isOwn(folder, name.get().toString())) {
      throw new TypeConversionException(
          "'%s' belongs to the results in '%s', which stay as they are; name a file in another folder"
              .formatted(text, folder));
    }
    return file;
  }

  private static Path real(String text) throws IOException {
    try {
      Path file = Path.of(text);
      return Files.isSymbolicLink(file) && Files.isRegularFile(file) ? file.toRealPath() : file;
    } catch (InvalidPathException e) {
      throw new TypeConversionException("'%s' is no name of a file".formatted(text));
    }
  }

  private static boolean isOwn(Path folder, String name) throws IOException {
    boolean isOfBatch =
        Files.exists(folder.resolve(BatchFiles.JOURNAL)) && BatchFiles.ALL.contains(name);
    return isOfBatch || new RunFolder(folder).isOwn(name);
  }

  /**
   * Requires that a file which is written is none that is read.
   *
   * @throws UsageProblem if it is
   */
  static void requireOther(Path written, Path read) throws IOException {
    if (Files.isRegularFile(written)
        && Files.isRegularFile(read)
        && Files.isSameFile(written, read)) {
      throw new UsageProblem(
          "--out: '%s' is the file that is read, and would be lost; name another one"
              .formatted(written));
    }
  }
}
