package dev.kassei.experiment.plugin;

import dev.kassei.results.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Kassei's own code, as far as results depend on it: the jars and folders of classes that hold the
 * file {@code META-INF/kassei.results}. Two builds of one version that compute differently differ
 * in its hash.
 */
public final class KasseiCode {
  private static final String MARK = "META-INF/kassei.results";

  private KasseiCode() {}

  /** Made when it is first asked for. */
  private static final class Loaded {
    static final List<Path> PLACES = places();
    static final String HASH = hash(PLACES);
  }

  /** The hash over the content of its jars, in hexadecimal. */
  public static String hash() {
    return Loaded.HASH;
  }

  /** Whether a jar or folder of classes is part of it. */
  public static boolean holds(Path place) {
    return Loaded.PLACES.contains(place);
  }

  private static List<Path> places() {
    var places = new ArrayList<Path>();
    try {
      for (URL mark : Collections.list(KasseiCode.class.getClassLoader().getResources(MARK))) {
        places.add(place(mark));
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("the class path cannot be read", e);
    }
    return places;
  }

  private static Path place(URL mark) throws IOException, URISyntaxException {
    if (mark.openConnection() instanceof JarURLConnection jar) {
      return Path.of(jar.getJarFileURL().toURI());
    }
    String folder = mark.toString().substring(0, mark.toString().length() - MARK.length());
    return Path.of(new URI(folder));
  }

  /** Where the jars lie and in which order changes nothing. */
  static String hash(List<Path> places) {
    var sha = new Sha256();
    places.stream().map(KasseiCode::content).sorted().forEach(sha::add);
    return sha.hex();
  }

  private static String content(Path place) {
    try {
      return CodeContent.hash(place);
    } catch (IOException e) {
      throw new UncheckedIOException("'" + place + "' cannot be read: " + e, e);
    }
  }
}
