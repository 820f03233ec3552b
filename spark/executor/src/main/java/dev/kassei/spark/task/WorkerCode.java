package dev.kassei.spark.task;

import dev.kassei.spark.archive.Archive;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.spark.SparkFiles;

/**
 * Kassei's code on a machine of Spark, which it shares no class with but those of Java: neither's
 * libraries get in the way of the other's. Loaded once for all tasks of a process.
 */
final class WorkerCode {
  private static final Map<SparkTask, WorkerCode> LOADED = new HashMap<>();

  private final ClassLoader loader;
  private final BiFunction<byte[], BooleanSupplier, byte[]> worker;

  private WorkerCode(ClassLoader loader, BiFunction<byte[], BooleanSupplier, byte[]> worker) {
    this.loader = loader;
    this.worker = worker;
  }

  static WorkerCode of(SparkTask task) throws IOException {
    synchronized (LOADED) {
      WorkerCode known = LOADED.get(task);
      WorkerCode code = known == null ? load(task) : known;
      LOADED.put(task, code);
      return code;
    }
  }

  private static WorkerCode load(SparkTask task) throws IOException {
    Path folder = Files.createTempDirectory(Path.of(SparkFiles.getRootDirectory()), "kassei");
    Path code = Archive.unpack(Path.of(SparkFiles.get(task.code())), folder.resolve("code"));
    Path inputs = Archive.unpack(Path.of(SparkFiles.get(task.inputs())), folder.resolve("inputs"));
    var loader = new URLClassLoader("kassei", jars(code), ClassLoader.getPlatformClassLoader());
    try {
      return new WorkerCode(loader, worker(Class.forName(task.worker(), true, loader), inputs));
    } catch (ClassNotFoundException e) {
      throw new IOException("the code that was sent has no " + task.worker(), e);
    }
  }

  private static URL[] jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> sorted = files.sorted().toList();
      var urls = new ArrayList<URL>();
      for (Path jar : sorted) {
        urls.add(jar.toUri().toURL());
      }
      return urls.toArray(URL[]::new);
    }
  }

  @SuppressWarnings("unchecked")
  private static BiFunction<byte[], BooleanSupplier, byte[]> worker(Class<?> type, Path inputs)
      throws IOException {
    try {
      return (BiFunction<byte[], BooleanSupplier, byte[]>)
          type.getConstructor(Path.class).newInstance(inputs);
    } catch (InvocationTargetException e) {
      throw new IOException("a worker cannot begin: " + e.getCause(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] apply(byte[] task, BooleanSupplier isCancelled) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return worker.apply(task, isCancelled);
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
