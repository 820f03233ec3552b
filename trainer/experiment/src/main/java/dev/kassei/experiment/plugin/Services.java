package dev.kassei.experiment.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The files in {@code META-INF/services} that list plugins. They are read here and not by {@link
 * java.util.ServiceLoader}, whose reports leave out which class could not be loaded.
 */
final class Services {
  private static final String FOLDER = "META-INF/services/";

  private Services() {}

  /** The file that lists the plugins of a service. */
  static String file(Class<?> service) {
    return FOLDER + service.getName();
  }

  /** The names of the classes that are listed for a service, in order and each once. */
  static Set<String> listed(Class<?> service, ClassLoader loader) throws IOException {
    var names = new LinkedHashSet<String>();
    for (URL file : Collections.list(loader.getResources(file(service)))) {
      read(file, names);
    }
    return names;
  }

  private static void read(URL file, Set<String> names) throws IOException {
    URLConnection connection = file.openConnection();
    // a jar that was packed again is another one
    connection.setUseCaches(false);
    try (InputStream in = connection.getInputStream()) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .forEach(names::add);
    }
  }
}
