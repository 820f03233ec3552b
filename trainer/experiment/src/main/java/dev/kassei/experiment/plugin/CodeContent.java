package dev.kassei.experiment.plugin;

import dev.kassei.results.Sha256;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Names what a jar or a folder of classes holds: the SHA-256 of the names, sizes and CRC-32 sums of
 * its files in the order of their names. It leaves out when files were packed, and by what, so
 * equal classes packed again, or not packed, have an equal name. A jar's directory has the sums, so
 * nothing is unpacked.
 */
public final class CodeContent {
  private static final String MANIFEST = "META-INF/MANIFEST.MF";
  private static final String MAVEN = "META-INF/maven/";
  private static final String SOURCE = ".java";

  private CodeContent() {}

  /**
   * Where a class comes from: a jar, a folder of classes, or the file of a program that is run from
   * its source; empty for a class that is in memory alone, such as one of {@code jshell}.
   */
  public static Optional<Path> place(Class<?> type) {
    try {
      return Optional.ofNullable(type.getProtectionDomain().getCodeSource())
          .map(CodeSource::getLocation)
          .map(location -> Path.of(URI.create(location.toString())))
          .filter(Files::exists);
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty();
    }
  }

  /**
   * All that the class of a plugin may read: what its class loader has beside the class path, or
   * else the one place that it comes from.
   */
  public static List<Path> places(Class<?> type) {
    boolean isThirdParty = PluginFrame.origin(type).isPresent();
    return isThirdParty && type.getClassLoader() instanceof URLClassLoader loader
        ? Arrays.stream(loader.getURLs()).map(CodeContent::path).toList()
        : place(type).stream().toList();
  }

  private static Path path(URL url) {
    return Path.of(URI.create(url.toString()));
  }

  /** One name for several, whatever their order; that of a single one is its own. */
  public static String joined(List<String> hashes) {
    if (hashes.size() == 1) {
      return hashes.get(0);
    }
    var sha = new Sha256();
    hashes.stream().sorted().forEach(sha::add);
    return sha.hex();
  }

  /**
   * The name of all that the class of a plugin may read; empty for a class that is in memory alone.
   *
   * @throws IOException if it cannot be read
   */
  static String hash(Class<?> type) throws IOException {
    var hashes = new ArrayList<String>();
    for (Path place : places(type)) {
      hashes.add(hash(place));
    }
    return hashes.isEmpty() ? "" : joined(hashes);
  }

  /**
   * The name of the content, in hexadecimal.
   *
   * @throws IOException if it cannot be read
   */
  public static String hash(Path place) throws IOException {
    if (place.toString().endsWith(SOURCE)) {
      return Sha256.of(place);
    }
    List<String> lines = Files.isDirectory(place) ? folder(place) : jar(place);
    lines.sort(Comparator.naturalOrder());
    var sha = new Sha256();
    // at once, since every command that trains waits for this
    sha.add(String.join("\n", lines));
    return sha.hex();
  }

  private static List<String> jar(Path file) throws IOException {
    var lines = new ArrayList<String>();
    try (var zip = new ZipFile(file.toFile())) {
      for (var entries = zip.entries(); entries.hasMoreElements(); ) {
        ZipEntry entry = entries.nextElement();
        if (!entry.isDirectory() && isCode(entry.getName())) {
          lines.add(line(entry.getName(), entry.getSize(), entry.getCrc()));
        }
      }
    }
    return lines;
  }

  private static List<String> folder(Path folder) throws IOException {
    var lines = new ArrayList<String>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (isCode(name)) {
          byte[] bytes = Files.readAllBytes(file);
          lines.add(line(name, bytes.length, crc(bytes)));
        }
      }
    }
    return lines;
  }

  private static String line(String name, long size, long crc) {
    return name + " " + size + " " + crc;
  }

  private static long crc(byte[] bytes) {
    var crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }

  private static boolean isCode(String name) {
    return !name.equals(MANIFEST) && !name.startsWith(MAVEN);
  }
}
