package dev.kassei.spark;

import java.net.URL;
import java.net.URLClassLoader;

/**
 * Loads the classes that speak to Spark between Kassei's class loader and Spark's, which see
 * nothing of each other: so neither's libraries get in the way of the other's.
 */
final class BorderLoader extends URLClassLoader {
  private static final String KASSEI = "dev.kassei.";
  private static final String OWN = KASSEI + "spark.";

  private final ClassLoader kassei;

  /**
   * @param own the jar or folder of this module
   * @param spark loads Spark
   * @param kassei loads all else that is Kassei's
   */
  BorderLoader(URL own, ClassLoader spark, ClassLoader kassei) {
    super("kassei-spark", new URL[] {own}, spark);
    this.kassei = kassei;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(KASSEI)) {
      return super.loadClass(name, resolve);
    }
    if (!name.startsWith(OWN)) {
      return kassei.loadClass(name);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }
}
