package dev.kassei.export.mlflow;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Where and how a server is asked, by the same variables of the environment as MLflow's own client.
 *
 * @param server without a slash at its end
 * @param authorization the header of each request, if there is one
 * @param timeout of one request
 * @param retries how often a request that failed for now is sent again
 * @param backoff the pause before the first retry, doubled before each other
 * @param experiment the name of the experiment; empty for the name of run or batch
 */
record MlflowSettings(
    URI server,
    Optional<String> authorization,
    Duration timeout,
    int retries,
    Duration backoff,
    Optional<String> experiment) {
  private static final int RETRIES = 7;
  private static final int TIMEOUT_SECONDS = 120;
  private static final int BACKOFF_SECONDS = 2;
  private static final String TOKEN = "MLFLOW_TRACKING_TOKEN";
  private static final int DELETE = 0x7f;
  private static final double MILLIS = 1000;

  /**
   * The settings for a server.
   *
   * @throws MlflowException if the address or a variable is none
   */
  static MlflowSettings of(String uri, Map<String, String> environment) {
    return new MlflowSettings(
        server(uri),
        authorization(environment),
        seconds(environment, "MLFLOW_HTTP_REQUEST_TIMEOUT", TIMEOUT_SECONDS),
        (int) number(environment, "MLFLOW_HTTP_REQUEST_MAX_RETRIES", RETRIES),
        seconds(environment, "MLFLOW_HTTP_REQUEST_BACKOFF_FACTOR", BACKOFF_SECONDS),
        value(environment, "MLFLOW_EXPERIMENT_NAME"));
  }

  private static URI server(String text) {
    try {
      var uri = URI.create(text.replaceFirst("/+$", ""));
      String scheme = String.valueOf(uri.getScheme());
      if ((scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // the same sentence says it
    }
    throw MlflowException.lasting(
        "--mlflow: expected the address of a tracking server, such as http://localhost:5000, but was"
            + " '%s'".formatted(shown(text)));
  }

  /** Name and password go before a token, as MLflow's documentation says. */
  private static Optional<String> authorization(Map<String, String> environment) {
    Optional<String> user = value(environment, "MLFLOW_TRACKING_USERNAME");
    Optional<String> password = value(environment, "MLFLOW_TRACKING_PASSWORD");
    if (user.isPresent() && password.isPresent()) {
      byte[] both = (user.get() + ":" + password.get()).getBytes(StandardCharsets.UTF_8);
      return Optional.of("Basic " + Base64.getEncoder().encodeToString(both));
    }
    return value(environment, TOKEN).map(token -> "Bearer " + printable(token.strip()));
  }

  /** A token that a header can hold; the message does not show it. */
  private static String printable(String token) {
    if (token.chars().allMatch(letter -> letter > ' ' && letter < DELETE)) {
      return token;
    }
    throw MlflowException.lasting(
        TOKEN
            + ": expected printable letters of ASCII without spaces but it holds others; set it anew");
  }

  /** The address for messages, which do not show a password in it. */
  String name() {
    return shown(server.toString());
  }

  private static String shown(String uri) {
    return uri.replaceFirst("//[^/]*@", "//***@");
  }

  private static Duration seconds(Map<String, String> environment, String name, int standard) {
    return Duration.ofMillis((long) (MILLIS * number(environment, name, standard)));
  }

  private static double number(Map<String, String> environment, String name, int standard) {
    String text = value(environment, name).orElse(Integer.toString(standard));
    try {
      double number = Double.parseDouble(text);
      if (number >= 0 && Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // the same sentence says it
    }
    throw MlflowException.lasting("%s: expected 0 or more but was '%s'".formatted(name, text));
  }

  private static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
  }
}
