package dev.kassei.engine.kernel;

import java.util.Optional;

/**
 * The module jdk.incubator.vector. Where the JVM was not started with it, Java's own loader of
 * modules adds it later, if Java exports that loader to us: only {@code --add-modules} makes Java
 * print a warning.
 */
final class VectorModule {
  static final String NAME = "jdk.incubator.vector";

  private VectorModule() {}

  /** Why the module is not there; empty if it is. */
  static Optional<Throwable> missing() {
    if (ModuleLayer.boot().findModule(NAME).isPresent()) {
      return Optional.empty();
    }
    try {
      Class.forName("jdk.internal.module.Modules")
          .getMethod("loadModule", String.class)
          .invoke(null, NAME);
      return Optional.empty();
    } catch (ReflectiveOperationException | LinkageError e) {
      return Optional.of(e);
    }
  }
}
