package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.commons.util.ReflectionUtils;

/** A project of {@code kassei new}, built and tested as Maven would, in this process. */
public record WrittenProject(Path folder) {
  public Path classes() {
    return folder.resolve("target/classes");
  }

  /** Compiles the plugin, with every warning of the compiler an error, and copies its resources. */
  public WrittenProject compiled() throws IOException {
    compile(folder.resolve("src/main/java"), classes());
    Path resources = folder.resolve("src/main/resources");
    for (Path file : files(resources)) {
      Path copy = classes().resolve(resources.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
    return this;
  }

  /** Runs the test class, and returns how many tests it has. */
  public int tests() throws Exception {
    Path testClasses = folder.resolve("target/test-classes");
    compile(folder.resolve("src/test/java"), testClasses);
    Path file = files(testClasses).get(0);
    String name = testClasses.relativize(file).toString().replaceAll("\\.class$", "");
    try (var loader = new URLClassLoader(new URL[] {url(classes()), url(testClasses)})) {
      return run(loader.loadClass(name.replaceAll("[/\\\\]", ".")));
    }
  }

  private static int run(Class<?> type) throws Exception {
    Object test = ReflectionUtils.newInstance(type);
    var dynamic = new ArrayList<DynamicNode>();
    int count = 0;
    for (Method method : ReflectionUtils.findMethods(type, method -> true)) {
      if (method.isAnnotationPresent(TestFactory.class)) {
        Stream<?> nodes = (Stream<?>) ReflectionUtils.invokeMethod(method, test);
        nodes.map(DynamicNode.class::cast).forEach(dynamic::add);
      } else if (method.isAnnotationPresent(Test.class)) {
        ReflectionUtils.invokeMethod(method, test);
        count++;
      }
    }
    return count + run(dynamic);
  }

  private static int run(List<DynamicNode> nodes) {
    int count = 0;
    for (DynamicNode node : nodes) {
      if (node instanceof DynamicContainer container) {
        count += run(container.getChildren().<DynamicNode>map(child -> child).toList());
      } else {
        execute((DynamicTest) node);
        count++;
      }
    }
    return count;
  }

  private static void execute(DynamicTest test) {
    try {
      test.getExecutable().execute();
    } catch (Throwable failure) {
      throw new AssertionError(test.getDisplayName(), failure);
    }
  }

  private void compile(Path sources, Path target) throws IOException {
    Files.createDirectories(target);
    var arguments =
        new ArrayList<>(List.of("-proc:none", "-Xlint:all", "-Werror", "-d", target.toString()));
    arguments.addAll(
        List.of("-cp", System.getProperty("java.class.path") + File.pathSeparator + classes()));
    files(sources).forEach(file -> arguments.add(file.toString()));
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(status).isZero();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static URL url(Path folder) throws MalformedURLException {
    return folder.toUri().toURL();
  }
}
