package dev.kassei.engine.logging;

import java.util.Optional;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * The logger of a class, where the program has one. Without a provider SLF4J would print three
 * lines about that to standard error, which belongs to the program that Kassei is part of.
 */
public final class Logs {
  private Logs() {}

  /** The logger; found when there is something to say, since that takes a while. */
  public static Optional<Logger> of(Class<?> owner) {
    ClassLoader loader = LoggerFactory.class.getClassLoader();
    return ServiceLoader.load(SLF4JServiceProvider.class, loader).stream().findAny().isPresent()
        ? Optional.of(LoggerFactory.getLogger(owner))
        : Optional.empty();
  }
}
