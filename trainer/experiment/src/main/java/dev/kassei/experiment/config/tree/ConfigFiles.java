package dev.kassei.experiment.config.tree;

import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Node.Scalar;
import dev.kassei.results.text.FileSignature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The files of one configuration: the one that is run and those it extends. */
public final class ConfigFiles {
  public static final String EXTENDS = "extends";
  public static final String FOLDER = "folder";
  private static final int MAX_BYTES = 10 << 20;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Problems problems;
  private final Path main;
  private final KeyForm form;
  private final Map<String, Path> moved;
  private final Map<String, Path> folders = new HashMap<>();
  private String start = "";

  /**
   * @param moved where files are now that paths name, by the path as it is written
   */
  public ConfigFiles(Path main, KeyForm form, Map<String, Path> moved, Problems problems) {
    this.main = main;
    this.form = form;
    this.moved = Map.copyOf(moved);
    this.problems = problems;
  }

  /** Where relative paths of the main file start. */
  public Path folder() {
    return folders.getOrDefault(main.toString(), folder(main));
  }

  /** A path of the main file as it can be opened, and told to people. */
  public Path resolved(String path) {
    return main.resolveSibling(start).resolve(path);
  }

  /** A tree without the folder that was merged onto the main file, where its paths then start. */
  public Mapping settled(Mapping tree) {
    if (tree.get(FOLDER).isPresent()) {
      folders.put(main.toString(), start(main, tree));
    }
    return tree.without(List.of(FOLDER));
  }

  /** The main file's tree over the trees of the files it extends. */
  public Mapping read() {
    return read(main, Location.whole(main.toString()), "", List.of());
  }

  /** A tree that stands in no file in place of the main file's, over the files it extends. */
  public Mapping read(Mapping tree) {
    return extended(main, tree, List.of());
  }

  /** As {@link #read()}, but the main file's text comes through a stream. */
  public Mapping read(InputStream in) {
    Location whole = Location.whole(main.toString());
    try {
      String text = text(main, in, whole, "");
      return read(YamlReader.document(main.toString(), text, form, problems));
    } catch (IOException e) {
      throw problems.fatal(whole, "", "it cannot be read: " + e);
    }
  }

  private Mapping read(Path file, Location asked, String path, List<Path> chain) {
    String text = text(file, asked, path);
    return extended(file, YamlReader.document(file.toString(), text, form, problems), chain);
  }

  private Mapping extended(Path file, Mapping tree, List<Path> chain) {
    folders.put(file.toString(), start(file, tree));
    Optional<Node> base = tree.get(EXTENDS);
    Mapping own = tree.without(List.of(EXTENDS, FOLDER));
    if (base.isEmpty()) {
      return own;
    }
    var longer = new ArrayList<>(chain);
    longer.add(real(file));
    Mapping below = base(file, base.get(), longer);
    return Overlay.merge(below, own);
  }

  /** Where relative paths of a file start: beside it, unless it names another folder. */
  private Path start(Path file, Mapping tree) {
    Optional<Node> node = tree.get(FOLDER);
    if (node.isEmpty()) {
      return folder(file);
    }
    if (!(node.get() instanceof Scalar scalar) || !CoreSchema.isText(scalar)) {
      throw problems.fatal(
          node.get().location(),
          FOLDER,
          "expected the path of a folder but was " + Words.of(node.get()));
    }
    try {
      start = file.equals(main) ? scalar.text() : start;
      return folder(file).resolve(scalar.text()).normalize();
    } catch (InvalidPathException e) {
      throw problems.fatal(scalar.location(), FOLDER, notAPath(scalar.text()));
    }
  }

  private Mapping base(Path file, Node node, List<Path> chain) {
    if (!(node instanceof Scalar scalar) || !CoreSchema.isText(scalar)) {
      throw problems.fatal(
          node.location(), EXTENDS, "expected the path of a YAML file but was " + Words.of(node));
    }
    Path base = sibling(file, scalar);
    if (chain.contains(real(base))) {
      String circle = names(chain) + base.getFileName();
      throw problems.fatal(
          node.location(), EXTENDS, "the files extend each other in a circle: " + circle);
    }
    return read(base, node.location(), EXTENDS, chain);
  }

  private static String names(List<Path> chain) {
    return chain.stream().map(file -> file.getFileName() + " → ").collect(Collectors.joining());
  }

  private Path sibling(Path file, Scalar name) {
    try {
      return file.resolveSibling(name.text()).normalize();
    } catch (InvalidPathException e) {
      throw problems.fatal(name.location(), EXTENDS, notAPath(name.text()));
    }
  }

  private static String notAPath(String text) {
    return Words.quoted(text) + " is not a path of this system";
  }

  private String text(Path file, Location asked, String path) {
    if (Files.isDirectory(file)) {
      throw problems.fatal(asked, path, "expected a YAML file but '" + file + "' is a folder");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return text(file, in, asked, path);
    } catch (NoSuchFileException e) {
      boolean isNamed = asked.toString().equals(file.toString());
      throw problems.fatal(
          asked, path, isNamed ? "there is no such file" : "there is no file '" + file + "'");
    } catch (IOException e) {
      throw problems.fatal(asked, path, "the file '" + file + "' cannot be read: " + e);
    }
  }

  /** Reads up to more than is allowed: a device tells no size and may not end. */
  private String text(Path file, InputStream in, Location asked, String path) throws IOException {
    byte[] bytes = in.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw problems.fatal(asked, path, "'" + file + "' is larger than 10 MiB");
    }
    return decoded(file, bytes);
  }

  private String decoded(Path file, byte[] bytes) {
    Optional<FileSignature> other = FileSignature.of(bytes);
    if (other.isPresent()) {
      String message = "expected a text in YAML but this is %s".formatted(other.get().name());
      throw problems.fatal(new Location(file.toString(), 1, 1), "", message);
    }
    var buffer = ByteBuffer.wrap(bytes);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
      return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw problems.fatal(
          place(file, bytes, buffer.position()), "", "not UTF-8; save the file in that encoding");
    }
  }

  private static Location place(Path file, byte[] bytes, int position) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < position; i++) {
      boolean lineEnds = bytes[i] == '\n';
      line += lineEnds ? 1 : 0;
      column = lineEnds ? 1 : column + 1;
    }
    return new Location(file.toString(), line, column);
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file.toAbsolutePath().normalize();
    }
  }

  private static Path folder(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    return parent == null ? absolute : parent;
  }

  /**
   * A path as the main file would write it. It stays as typed if it stands in a file of the same
   * folder, or on the command line.
   */
  public Optional<String> rebased(Location location, String text, String path) {
    if (moved.containsKey(text)) {
      return Optional.of(moved.get(text).toString());
    }
    try {
      Path home = folder();
      Path folder = folders.getOrDefault(location.source(), home);
      Path typed = Path.of(text);
      if (folder.equals(home) || typed.isAbsolute()) {
        return Optional.of(text);
      }
      Path moved = home.relativize(folder.resolve(typed).normalize());
      return Optional.of(moved.toString().replace('\\', '/'));
    } catch (IllegalArgumentException e) {
      problems.add(location, path, notAPath(text));
      return Optional.empty();
    }
  }
}
