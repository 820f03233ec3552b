package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A jar with third-party activations, compiled while the test runs. */
public final class PluginJar {
  private static final String IMPORTS =
      "package thirdparty; import dev.kassei.api.*; import dev.kassei.api.expr.*;"
          + " import dev.kassei.api.value.*; import java.util.*; ";
  private static final String HEADER =
      "package thirdparty; import dev.kassei.api.*; import dev.kassei.api.expr.Expr; import dev.kassei.api.value.Draws; @PluginName(\"%s\")"
          + " public record %s(double a) implements %s { %s }";
  private static final String WAVE =
      "public Wave() { this(2); } public Expr apply(Expr x) { return x.times(a).sin(); }";
  private static final String BROKEN =
      "public Broken() { this(1); throw new IllegalStateException(\"no licence\"); }"
          + " public Expr apply(Expr x) { return x; }";
  private static final String RUDE =
      "public Rude() { this(1); }"
          + " public Expr apply(Expr x) { throw new IllegalStateException(\"not today\"); }";

  private static final String DEEP =
      "public Deep() { this(1); }" + " public Expr apply(Expr x) { return apply(x.plus(a)); }";

  private static final String FIRST =
      "public First() { this(1); %s } public double value(Fans fans, Draws draws, long index)"
          + " { return draws.normal(index); }";

  private PluginJar() {}

  /**
   * Makes a jar with {@code wave}, which is sin(a·x); {@code broken}, whose constructor throws;
   * {@code rude}, whose formula throws; and {@code deep}, whose formula has no end.
   */
  public static Path in(Path folder) throws IOException {
    Path classes = folder.resolve("classes");
    compile(folder, classes, "Wave", "wave", "Activation", WAVE);
    compile(folder, classes, "Broken", "broken", "Activation", BROKEN);
    compile(folder, classes, "Rude", "rude", "Activation", RUDE);
    compile(folder, classes, "Deep", "deep", "Activation", DEEP);
    list(classes, "Activation", "Broken", "Wave", "Rude", "Deep");
    return pack(classes, folder.resolve("others.jar"));
  }

  /** Makes a jar with the initializer {@code first}, in whose constructor something is done. */
  public static Path withInitializer(Path folder, String done) throws IOException {
    Path classes = folder.resolve("first");
    compile(folder, classes, "First", "first", "Initializer", FIRST.formatted(done));
    list(classes, "Initializer", "First");
    return pack(classes, folder.resolve("first.jar"));
  }

  /**
   * Makes a jar of one class that holds plugins: a call of the compiler takes its time.
   *
   * @param plugins nested records
   * @param services their names by the simple name of their interface
   */
  public static Path of(
      Path folder, String type, String plugins, Map<String, List<String>> services)
      throws IOException {
    Path classes = folder.resolve(type);
    compile(folder, classes, type, IMPORTS + "public final class " + type + " {" + plugins + "}");
    for (var service : services.entrySet()) {
      list(
          classes,
          service.getKey(),
          service.getValue().stream().map(name -> type + "$" + name).toArray(String[]::new));
    }
    return pack(classes, folder.resolve(type + ".jar"));
  }

  /**
   * Makes a folder with a jar that has the activation {@code wave}, which is x times a factor, and
   * a jar in {@code lib} that has the factor.
   */
  public static Path withLibrary(Path folder, double factor) throws IOException {
    Path work = folder.resolveSibling(folder.getFileName() + "-work");
    String tool =
        "public static final class Tool { public static double factor() { return %s; } }"
            .formatted(factor);
    String wave =
        "@PluginName(\"wave\") public record Wave() implements Activation {"
            + " public Expr apply(Expr x) { return x.times(Tool.factor()); } }";
    of(work, "All", tool + wave, Map.of("Activation", List.of("Wave")));
    Path library = Files.createDirectories(work.resolve("library/thirdparty"));
    Path compiled = work.resolve("All/thirdparty/All$Tool.class");
    Files.move(compiled, library.resolve(compiled.getFileName()));
    pack(library.getParent(), Files.createDirectories(folder.resolve("lib")).resolve("tool.jar"));
    pack(work.resolve("All"), folder.resolve("all.jar"));
    return folder;
  }

  private static void list(Path classes, String family, String... types) throws IOException {
    Path services = classes.resolve("META-INF/services/dev.kassei.api." + family);
    Files.createDirectories(services.getParent());
    Files.write(services, Stream.of(types).map(type -> "thirdparty." + type).toList());
  }

  private static void compile(
      Path folder, Path classes, String type, String name, String family, String body)
      throws IOException {
    compile(folder, classes, type, HEADER.formatted(name, type, family, body));
  }

  private static void compile(Path folder, Path classes, String type, String code)
      throws IOException {
    Path source = Files.createDirectories(folder.resolve("source")).resolve(type + ".java");
    Files.writeString(source, code);
    Files.createDirectories(classes);
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-d", classes.toString(), source.toString());
    assertThat(status).isZero();
  }

  private static Path pack(Path classes, Path jar) throws IOException {
    try (var out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
      }
    }
    return jar;
  }
}
