package dev.kassei.export.mlflow;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kassei.results.json.JsonTree;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A tracking server of MLflow on this machine, as far as its documentation describes the requests
 * that are sent: with its limits, its error codes, and faults on demand.
 */
final class FakeServer implements AutoCloseable {
  /** What goes wrong with a request. */
  interface Fault {
    /** Answers in the place of the server; returns whether the server still does what is asked. */
    boolean spoil(HttpExchange exchange) throws IOException;
  }

  /** A run as the server has it. */
  record Stored(
      String id,
      Map<String, String> tags,
      Map<String, String> parameters,
      List<Map<?, ?>> metrics,
      List<String> status) {}

  private static final String API = "/api/2.0/mlflow/";
  private final HttpServer server;
  private final ExecutorService threads = Executors.newSingleThreadExecutor();
  final Map<String, String> experiments = new LinkedHashMap<>();
  final Map<String, Stored> runs = new LinkedHashMap<>();
  final List<String> requests = new ArrayList<>();
  final Map<String, Deque<Fault>> faults = new LinkedHashMap<>();
  String authorization = "";
  int pageSize = 1000;

  FakeServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  String uri() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** Lets the next requests of a path fail. */
  FakeServer failing(String path, Fault... some) {
    faults.computeIfAbsent(path, key -> new ArrayDeque<>()).addAll(List.of(some));
    return this;
  }

  /** Answers with a status. */
  static Fault status(int status) {
    return exchange -> {
      reply(exchange, status, "<html>fault</html>");
      return false;
    };
  }

  /** Breaks the connection before it does anything. */
  static boolean breaks(HttpExchange exchange) {
    exchange.close();
    return false;
  }

  /** Does what is asked and breaks the connection in the place of an answer. */
  static boolean breaksAfterwards(HttpExchange exchange) {
    return true;
  }

  /** Sends on to another server. */
  static boolean redirects(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Location", "https://elsewhere.example/");
    reply(exchange, 308, "");
    return false;
  }

  /** Answers too late. */
  static boolean isSlow(HttpExchange exchange) throws IOException {
    try {
      Thread.sleep(400);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.close();
    return false;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().replaceFirst("^" + API, "");
    String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add(path);
    Deque<Fault> waiting = faults.getOrDefault(path, new ArrayDeque<>());
    boolean isSpoiled = !waiting.isEmpty();
    if (isSpoiled && !waiting.poll().spoil(exchange)) {
      return;
    }
    if (!authorization.isEmpty()
        && !authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      reply(exchange, 401, "no");
      return;
    }
    Map<?, ?> body = text.isEmpty() ? Map.of() : (Map<?, ?>) JsonTree.read(text);
    String answer = answer(path, exchange.getRequestURI().getQuery(), body);
    if (isSpoiled) {
      exchange.close();
    } else {
      reply(exchange, answer.contains("error_code") ? 400 : 200, answer);
    }
  }

  private static void reply(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private String answer(String path, String query, Map<?, ?> body) {
    return switch (path) {
      case "experiments/get-by-name" -> experiment(query.replaceFirst("experiment_name=", ""));
      case "experiments/create" -> {
        String id = Integer.toString(experiments.size() + 1);
        experiments.put(String.valueOf(body.get("name")), id);
        yield JsonText.of(Map.of("experiment_id", id));
      }
      case "runs/search" -> search(body);
      case "runs/create" -> create(body);
      case "runs/log-batch" -> log(body);
      case "runs/update" -> {
        Stored run = runs.get(String.valueOf(body.get("run_id")));
        run.status().add(String.valueOf(body.get("status")));
        yield "{}";
      }
      default -> error("ENDPOINT_NOT_FOUND", path);
    };
  }

  private static String error(String code, String message) {
    return JsonText.of(Map.of("error_code", code, "message", message));
  }

  private String experiment(String name) {
    return experiments.containsKey(name)
        ? JsonText.of(
            Map.of(
                "experiment",
                Map.of("experiment_id", experiments.get(name), "lifecycle_stage", "active")))
        : error("RESOURCE_DOES_NOT_EXIST", "no such experiment");
  }

  private String search(Map<?, ?> body) {
    int from =
        body.containsKey("page_token") ? Integer.parseInt(body.get("page_token").toString()) : 0;
    List<Stored> all = List.copyOf(runs.values());
    int to = Math.min(all.size(), from + pageSize);
    var found = new ArrayList<Object>();
    for (Stored run : all.subList(from, to)) {
      var tags = new ArrayList<Object>();
      run.tags().forEach((key, value) -> tags.add(Map.of("key", key, "value", value)));
      String status = run.status().get(run.status().size() - 1);
      found.add(
          Map.of(
              "info", Map.of("run_id", run.id(), "status", status), "data", Map.of("tags", tags)));
    }
    var answer = new LinkedHashMap<String, Object>(Map.of("runs", found));
    if (to < all.size()) {
      answer.put("next_page_token", Integer.toString(to));
    }
    return JsonText.of(answer);
  }

  private String create(Map<?, ?> body) {
    String id = "r" + (runs.size() + 1);
    var tags = new LinkedHashMap<String, String>();
    tags.put("mlflow.runName", body.get("run_name").toString());
    put(body, "tags", tags);
    runs.put(
        id,
        new Stored(
            id,
            tags,
            new LinkedHashMap<>(),
            new ArrayList<>(),
            new ArrayList<>(List.of("RUNNING"))));
    return JsonText.of(Map.of("run", Map.of("info", Map.of("run_id", id))));
  }

  private String log(Map<?, ?> body) {
    List<?> metrics = body.containsKey("metrics") ? (List<?>) body.get("metrics") : List.of();
    List<?> params = body.containsKey("params") ? (List<?>) body.get("params") : List.of();
    if (metrics.size() > 1000 || params.size() > 100) {
      return error("INVALID_PARAMETER_VALUE", "too many in a request");
    }
    Stored run = runs.get(String.valueOf(body.get("run_id")));
    metrics.forEach(metric -> run.metrics().add((Map<?, ?>) metric));
    put(body, "params", run.parameters());
    return "{}";
  }

  private static void put(Map<?, ?> body, String key, Map<String, String> values) {
    for (Object each : body.containsKey(key) ? (List<?>) body.get(key) : List.of()) {
      Map<?, ?> pair = (Map<?, ?>) each;
      values.put(pair.get("key").toString(), pair.get("value").toString());
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
