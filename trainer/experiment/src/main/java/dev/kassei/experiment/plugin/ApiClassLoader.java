package dev.kassei.experiment.plugin;

/**
 * What a plugin sees of its host: the JDK and the api, so that libraries in the host and in the
 * plugin's jar cannot clash.
 */
final class ApiClassLoader extends ClassLoader {
  static final String API = "dev.kassei.api.";
  private final ClassLoader host;

  ApiClassLoader(ClassLoader host) {
    super(ClassLoader.getPlatformClassLoader());
    this.host = host;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (name.startsWith(API)) {
      return host.loadClass(name);
    }
    throw new ClassNotFoundException(name);
  }
}
