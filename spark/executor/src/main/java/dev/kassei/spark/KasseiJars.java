package dev.kassei.spark;

import dev.kassei.spark.archive.Archive;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** The class path of this Kassei, as jars. */
final class KasseiJars {
  private static final String JAR = ".jar";

  private KasseiJars() {}

  /** Copies all into a folder, numbered in their order, folders of classes as jars. */
  static void copy(Path folder) throws IOException {
    int number = 0;
    for (Path place : places()) {
      number++;
      Path copy = folder.resolve(String.format(Locale.ROOT, "%03d-%s", number, jarName(place)));
      if (Files.isDirectory(place)) {
        Archive.pack(place, copy);
      } else {
        Files.copy(place, copy);
      }
    }
  }

  private static String jarName(Path place) {
    String name = place.getFileName().toString();
    return name.endsWith(JAR) ? name : name + JAR;
  }

  /** Where the classes of this module are. */
  static Path own() {
    try {
      return Path.of(KasseiJars.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the class path cannot be read", e);
    }
  }

  private static Set<Path> places() throws IOException {
    var places = new LinkedHashSet<Path>();
    if (KasseiJars.class.getClassLoader() instanceof URLClassLoader loader) {
      for (URL url : loader.getURLs()) {
        add(Path.of(URI.create(url.toString())), places);
      }
    } else {
      for (String place :
          List.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))) {
        add(Path.of(place).toAbsolutePath().normalize(), places);
      }
    }
    return places;
  }

  /** Also what a jar names itself. */
  private static void add(Path place, Set<Path> places) throws IOException {
    if (!Files.exists(place) || !places.add(place) || Files.isDirectory(place)) {
      return;
    }
    for (Path named : named(place)) {
      add(named, places);
    }
  }

  private static List<Path> named(Path jar) throws IOException {
    try (var file = new JarFile(jar.toFile())) {
      String path =
          Optional.ofNullable(file.getManifest())
              .map(Manifest::getMainAttributes)
              .map(attributes -> attributes.getValue(Attributes.Name.CLASS_PATH))
              .orElse("");
      var places = new ArrayList<Path>();
      for (String name : path.split("\\s+", -1)) {
        if (!name.isEmpty()) {
          places.add(Path.of(jar.toUri().resolve(name)).normalize());
        }
      }
      return places;
    }
  }
}
