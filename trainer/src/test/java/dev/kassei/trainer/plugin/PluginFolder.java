package dev.kassei.trainer.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/** Classes of a stranger's plugins, compiled against the api alone while the test runs. */
public record PluginFolder(Path path) {
  private static final String HEADER =
      "package stranger; import dev.kassei.api.*; import dev.kassei.api.expr.Expr; ";

  /** Compiles the body of one top-level class. */
  public PluginFolder compile(String name, String declaration) throws IOException {
    Path source = path.resolveSibling(path.getFileName() + "-source").resolve(name + ".java");
    Files.createDirectories(source.getParent());
    Files.createDirectories(path);
    Files.writeString(source, HEADER + declaration);
    String classPath =
        String.join(
            File.pathSeparator,
            otherApi().toString(),
            System.getProperty("java.class.path"),
            path.toString());
    javac(source, path, classPath);
    return this;
  }

  private static void javac(Path source, Path into, String classPath) {
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-d",
                into.toString(),
                "-cp",
                classPath,
                source.toString());
    assertThat(status).isZero();
  }

  private Path otherApi() {
    return path.resolveSibling(path.getFileName() + "-api");
  }

  /** Lets the plugins be compiled against another version of a class of the api. */
  PluginFolder otherApi(String name, String declaration) throws IOException {
    Path source = Files.createDirectories(otherApi()).resolve(name + ".java");
    Files.writeString(source, "package dev.kassei.api; " + declaration);
    javac(source, otherApi(), System.getProperty("java.class.path"));
    return this;
  }

  /** Marks a compiled class as one of another version of Java. */
  PluginFolder ofJava(String name, int version) throws IOException {
    Path file = path.resolve("stranger/" + name + ".class");
    byte[] bytes = Files.readAllBytes(file);
    bytes[7] = (byte) (44 + version);
    Files.write(file, bytes);
    return this;
  }

  /** An activation that returns its input. */
  PluginFolder activation(String name, String annotation) throws IOException {
    return compile(
        name,
        annotation
            + " public record %s() implements Activation { public Expr apply(Expr x) { return x; } }"
                .formatted(name));
  }

  public PluginFolder service(String service, String... classes) throws IOException {
    Path file = path.resolve("META-INF/services/dev.kassei.api." + service);
    Files.createDirectories(file.getParent());
    var lines = new ArrayList<String>();
    for (String each : classes) {
      lines.add("stranger." + each);
    }
    Files.write(file, lines);
    return this;
  }

  /** Adds a file of text. */
  PluginFolder text(String name, String content) throws IOException {
    Path file = path.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    return this;
  }

  Path jar(String name) throws IOException {
    Path jar = path.resolveSibling(name);
    Files.createDirectories(jar.getParent());
    try (OutputStream file = Files.newOutputStream(jar);
        var out = new JarOutputStream(file);
        var files = Files.walk(path)) {
      List<Path> contents = files.filter(Files::isRegularFile).sorted().toList();
      for (Path content : contents) {
        out.putNextEntry(new JarEntry(path.relativize(content).toString().replace('\\', '/')));
        Files.copy(content, out);
      }
    }
    return jar;
  }
}
