package dev.kassei.export.mlflow;

import dev.kassei.results.json.JsonTree;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;

/** Requests to a server, each sent again while its failure may pass. */
final class MlflowClient {
  private static final String API = "/api/2.0/mlflow/";
  private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);
  private static final Set<Integer> UNAUTHORIZED = Set.of(401, 403);
  private static final int REDIRECTION = 300;
  private static final int FAILURE = 400;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(20);

  private final MlflowSettings settings;
  private final HttpClient http;

  MlflowClient(MlflowSettings settings, Map<String, String> environment) {
    this.settings = settings;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .proxy(new EnvironmentProxies(environment, ProxySelector.getDefault()))
            .followRedirects(HttpClient.Redirect.NEVER) // a token is for the server that was named
            .build();
  }

  /** Asks for something that is read alone. */
  Map<?, ?> get(String path, String key, String value) {
    String query = "?" + key + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    HttpRequest request = request(path + query).GET().build();
    return retried(() -> sent(request));
  }

  /** Sends what may arrive twice without harm. */
  Map<?, ?> post(String path, Map<String, ?> body) {
    return retried(() -> postOnce(path, body));
  }

  /** Sends what must not arrive twice. */
  Map<?, ?> postOnce(String path, Map<String, ?> body) {
    HttpRequest request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JsonText.of(body)))
            .build();
    return sent(request);
  }

  /** Does something again while its failure may pass, with growing pauses. */
  <T> T retried(Supplier<T> action) {
    Duration pause = settings.backoff();
    for (int left = settings.retries(); ; left--) {
      try {
        return action.get();
      } catch (MlflowException e) {
        if (!e.isPassing() || left <= 0) {
          throw e;
        }
      }
      sleep(pause);
      pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw MlflowException.lasting("interrupted while waiting to try again");
    }
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(settings.server() + API + path))
            .timeout(settings.timeout())
            .header("User-Agent", "kassei");
    settings.authorization().ifPresent(value -> request.header("Authorization", value));
    return request;
  }

  private Map<?, ?> sent(HttpRequest request) {
    try {
      return answer(http.send(request, BodyHandlers.ofString()));
    } catch (HttpTimeoutException e) {
      throw MlflowException.passing(
          "%s does not answer within %s s; MLFLOW_HTTP_REQUEST_TIMEOUT sets the limit"
              .formatted(settings.name(), settings.timeout().toSeconds()));
    } catch (ConnectException e) {
      throw MlflowException.passing(
          "%s cannot be reached; is the server running?".formatted(settings.name()));
    } catch (IOException e) {
      throw MlflowException.passing(
          "the connection to %s broke: %s".formatted(settings.name(), reason(e)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw MlflowException.lasting("interrupted while waiting for an answer");
    }
  }

  private static String reason(IOException problem) {
    return Optional.ofNullable(problem.getMessage()).orElse(problem.getClass().getSimpleName());
  }

  private Map<?, ?> answer(HttpResponse<String> response) {
    int status = response.statusCode();
    if (PASSING.contains(status)) {
      throw MlflowException.passing("%s answers with status %s".formatted(settings.name(), status));
    }
    if (UNAUTHORIZED.contains(status)) {
      throw MlflowException.lasting(
          ("%s refuses access with status %s; set MLFLOW_TRACKING_TOKEN, or MLFLOW_TRACKING_USERNAME"
                  + " and MLFLOW_TRACKING_PASSWORD, to what the server knows")
              .formatted(settings.name(), status));
    }
    if (status >= REDIRECTION && status < FAILURE) {
      throw MlflowException.lasting(
          "%s sends requests on to '%s'; name that server"
              .formatted(settings.name(), response.headers().firstValue("Location").orElse("")));
    }
    Map<?, ?> body = body(response);
    if (status >= FAILURE) {
      throw MlflowException.refused(
          "%s answers with status %s, %s: %s"
              .formatted(settings.name(), status, text(body, "error_code"), text(body, "message")),
          text(body, "error_code"));
    }
    return body;
  }

  private Map<?, ?> body(HttpResponse<String> response) {
    try {
      if (JsonTree.read(response.body()) instanceof Map<?, ?> body) {
        return body;
      }
    } catch (JacksonException e) {
      // the same sentence says it
    }
    throw MlflowException.lasting(
        "%s answers with status %s and no JSON object; is it a tracking server of MLflow?"
            .formatted(settings.name(), response.statusCode()));
  }

  private static String text(Map<?, ?> body, String key) {
    return body.containsKey(key) ? String.valueOf(body.get(key)) : "";
  }
}
