package dev.kassei.trainer.batch;

import dev.kassei.trainer.result.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Names plugins whose effect no formula shows: by their class, their numbers and their jar. */
final class Code {
  private static final String LAMBDA = "$$Lambda";

  private final Map<Path, String> jars = new ConcurrentHashMap<>();

  /** Adds an object's class, with its jar if it is not Kassei's own, and a record's components. */
  void add(Sha256 sha, Object part) {
    Class<?> type = part.getClass();
    String name = type.getName();
    // what follows in the name of a lambda's class changes from process to process
    int lambda = name.indexOf(LAMBDA);
    sha.add(lambda < 0 ? name : name.substring(0, lambda));
    sha.add(jar(type));
    if (type.isRecord()) {
      for (RecordComponent component : type.getRecordComponents()) {
        addValue(sha, value(component, part));
      }
    }
  }

  private void addValue(Sha256 sha, Object value) {
    if (value instanceof Double number) {
      sha.add((double) number);
    } else if (value.getClass().isRecord()) {
      add(sha, value);
    } else {
      sha.add(value.toString());
    }
  }

  private static Object value(RecordComponent component, Object part) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(part);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record does not tell its " + component.getName(), e);
    }
  }

  /** The digest of the jar or folder that a class comes from; empty for Kassei's own. */
  private String jar(Class<?> type) {
    if (type.getClassLoader() == null || type.getClassLoader() == Code.class.getClassLoader()) {
      return "";
    }
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return jars.computeIfAbsent(Path.of(source.getLocation().getPath()), Code::digest);
  }

  /** The digest of a file, or of all files in a folder in the order of their names. */
  static String digest(Path path) {
    var sha = new Sha256();
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        sha.add(path.relativize(file).toString().replace('\\', '/'));
        sha.add(Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("'" + path + "' cannot be read: " + e, e);
    }
    return sha.hex();
  }
}
