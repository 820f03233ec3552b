package dev.kassei.export.mlflow;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The proxies that {@code http_proxy}, {@code https_proxy} and {@code no_proxy} name, as other
 * programs of the command line take them; where there is none, those of Java's own settings.
 */
final class EnvironmentProxies extends ProxySelector {
  private static final int STANDARD_PORT = 80;

  private final Map<String, String> environment;
  private final ProxySelector others;

  EnvironmentProxies(Map<String, String> environment, ProxySelector others) {
    this.environment = environment;
    this.others = others;
  }

  @Override
  public List<Proxy> select(URI uri) {
    Optional<String> proxy = value(uri.getScheme() + "_proxy");
    if (proxy.isEmpty()) {
      return others.select(uri);
    }
    return isDirect(uri.getHost()) ? List.of(Proxy.NO_PROXY) : List.of(proxy(proxy.get()));
  }

  private static Proxy proxy(String text) {
    URI uri = URI.create(text.contains("://") ? text : "http://" + text);
    if (uri.getHost() == null) {
      throw MlflowException.lasting(
          "expected the address of a proxy, such as http://proxy:3128, but was '%s'"
              .formatted(text));
    }
    int port = uri.getPort() < 0 ? STANDARD_PORT : uri.getPort();
    return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(uri.getHost(), port));
  }

  private boolean isDirect(String host) {
    return Arrays.stream(value("no_proxy").orElse("").split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .anyMatch(
            name ->
                name.equals("*")
                    || host.equals(name)
                    || host.endsWith(name.startsWith(".") ? name : "." + name));
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(environment.get(name))
        .or(() -> Optional.ofNullable(environment.get(name.toUpperCase(Locale.ROOT))))
        .filter(text -> !text.isBlank());
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException problem) {
    // the request fails and says so
  }
}
