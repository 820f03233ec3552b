package dev.kassei.spark.submit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Kassei as an application that {@code spark-submit} starts: unpacks Kassei's jars from this one
 * and runs its command, whose classes and those of Spark see nothing of each other.
 */
public final class Submit {
  private static final String NESTED = "kassei/";
  private static final String SPARK = "dev.kassei.spark.SubmittedApplication";
  private static final String COMMAND = "dev.kassei.cli.Kassei";

  private Submit() {}

  /**
   * Runs {@code kassei}.
   *
   * @param arguments its own, such as {@code run batch.yaml --executor spark}
   */
  public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
    Path folder = Files.createTempDirectory("kassei");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder), "kassei-remove"));
    ClassLoader kassei =
        new URLClassLoader("kassei", unpack(folder), ClassLoader.getPlatformClassLoader());
    Thread.currentThread().setContextClassLoader(kassei);
    kassei
        .loadClass(SPARK)
        .getMethod("begin", ClassLoader.class)
        .invoke(null, Submit.class.getClassLoader());
    kassei.loadClass(COMMAND).getMethod("main", String[].class).invoke(null, (Object) arguments);
  }

  private static URL[] unpack(Path folder) throws IOException {
    var jars = new ArrayList<URL>();
    try (var all = new JarFile(own().toFile())) {
      Enumeration<JarEntry> entries = all.entries();
      while (entries.hasMoreElements()) {
        JarEntry entry = entries.nextElement();
        if (entry.getName().startsWith(NESTED) && entry.getName().endsWith(".jar")) {
          Path jar = folder.resolve(entry.getName().substring(NESTED.length()));
          try (InputStream in = all.getInputStream(entry)) {
            Files.copy(in, jar);
          }
          jars.add(jar.toUri().toURL());
        }
      }
    }
    return jars.toArray(URL[]::new);
  }

  private static Path own() throws IOException {
    try {
      return Path.of(Submit.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException("this jar cannot be read", e);
    }
  }

  private static void remove(Path folder) {
    try (Stream<Path> inside = Files.walk(folder)) {
      List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
      for (Path each : deepestFirst) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      // the system removes what lies in its folder for temporary files
    }
  }
}
