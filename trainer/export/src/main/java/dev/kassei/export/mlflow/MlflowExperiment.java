package dev.kassei.export.mlflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An experiment on a server with the runs of Kassei that are there. Mutable.
 *
 * <p>A run is found by its name and its digest, so that a second export sends nothing twice, and
 * completes what a first one left half sent.
 */
final class MlflowExperiment {
  static final String SOURCE = "kassei";
  private static final String RUNNING = "RUNNING";
  private static final long RUNS_PER_PAGE = 1000;
  private static final int METRICS_PER_REQUEST = 1000;
  private static final int PARAMETERS_PER_REQUEST = 100;

  private final MlflowClient client;
  private final String name;
  private final String id;
  private Map<String, Known> known;

  /** A run on the server. */
  private record Known(String id, boolean isComplete) {}

  private MlflowExperiment(MlflowClient client, String name, String id) {
    this.client = client;
    this.name = name;
    this.id = id;
    this.known = runs();
  }

  /** The experiment of a name, which is created if it is missing. */
  static MlflowExperiment of(MlflowClient client, String name) {
    Optional<String> found = find(client, name);
    return new MlflowExperiment(client, name, found.orElseGet(() -> created(client, name)));
  }

  private static Optional<String> find(MlflowClient client, String name) {
    try {
      Map<?, ?> experiment =
          object(client.get("experiments/get-by-name", "experiment_name", name), "experiment");
      if (text(experiment, "lifecycle_stage").equals("deleted")) {
        throw MlflowException.lasting(
            ("the experiment '%s' was deleted on the server; restore it there, or name another with"
                    + " MLFLOW_EXPERIMENT_NAME")
                .formatted(name));
      }
      return Optional.of(text(experiment, "experiment_id"));
    } catch (MlflowException e) {
      if (e.has("RESOURCE_DOES_NOT_EXIST")) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Somebody else may create it meanwhile. */
  private static String created(MlflowClient client, String name) {
    try {
      return text(client.post("experiments/create", Map.of("name", name)), "experiment_id");
    } catch (MlflowException e) {
      if (e.has("RESOURCE_ALREADY_EXISTS")) {
        return find(client, name).orElseThrow(() -> e);
      }
      throw e;
    }
  }

  private Map<String, Known> runs() {
    var runs = new HashMap<String, Known>();
    String page = "";
    do {
      var body = new HashMap<String, Object>();
      body.put("experiment_ids", List.of(id));
      body.put("filter", "tags.`mlflow.source.name` = '%s'".formatted(SOURCE));
      body.put("max_results", RUNS_PER_PAGE);
      if (!page.isEmpty()) {
        body.put("page_token", page);
      }
      Map<?, ?> answer = client.post("runs/search", body);
      list(answer, "runs").forEach(run -> add((Map<?, ?>) run, runs));
      page = text(answer, "next_page_token");
    } while (!page.isEmpty());
    return runs;
  }

  private static void add(Map<?, ?> run, Map<String, Known> runs) {
    Map<?, ?> info = object(run, "info");
    var tags = new HashMap<String, String>();
    for (Object each : list(object(run, "data"), "tags")) {
      tags.put(text((Map<?, ?>) each, "key"), text((Map<?, ?>) each, "value"));
    }
    String name = tags.getOrDefault("mlflow.runName", text(info, "run_name"));
    String digest = tags.getOrDefault("kassei.digest", "");
    boolean isComplete = !text(info, "status").equals(RUNNING);
    runs.put(identity(name, digest), new Known(text(info, "run_id"), isComplete));
  }

  private static String identity(String name, String digest) {
    return digest + " " + name;
  }

  /** Sends a run, unless it is there; returns whether it was sent. */
  boolean send(MlflowRun run) {
    Optional<Known> before = find(run);
    if (before.filter(Known::isComplete).isPresent()) {
      return false;
    }
    String runId = before.map(Known::id).orElseGet(() -> client.retried(() -> begun(run)));
    log(runId, "params", run.parameterList(), PARAMETERS_PER_REQUEST);
    log(runId, "metrics", run.metricList(), METRICS_PER_REQUEST);
    client.post(
        "runs/update", Map.of("run_id", runId, "status", run.status(), "end_time", run.time()));
    known.put(identity(run.name(), run.digest()), new Known(runId, true));
    return true;
  }

  private Optional<Known> find(MlflowRun run) {
    return Optional.ofNullable(known.get(identity(run.name(), run.digest())));
  }

  /** A request that got no answer may have come through, which is looked up before another. */
  private String begun(MlflowRun run) {
    Optional<Known> before = find(run);
    if (before.isPresent()) {
      return before.get().id();
    }
    Map<String, Object> body =
        Map.of(
            "experiment_id", id,
            "run_name", run.name(),
            "start_time", run.time(),
            "tags", run.tagList(name));
    try {
      return text(object(object(client.postOnce("runs/create", body), "run"), "info"), "run_id");
    } catch (MlflowException e) {
      if (e.isPassing()) {
        known = runs();
      }
      throw e;
    }
  }

  private void log(String runId, String kind, List<Map<String, Object>> all, int most) {
    for (int from = 0; from < all.size(); from += most) {
      List<Map<String, Object>> some = all.subList(from, Math.min(all.size(), from + most));
      client.post("runs/log-batch", Map.of("run_id", runId, kind, new ArrayList<>(some)));
    }
  }

  private static Map<?, ?> object(Map<?, ?> tree, String key) {
    if (tree.get(key) instanceof Map<?, ?> object) {
      return object;
    }
    throw MlflowException.lasting("the server's answer has no object '%s'".formatted(key));
  }

  private static List<?> list(Map<?, ?> tree, String key) {
    return tree.get(key) instanceof List<?> list ? list : List.of();
  }

  /** The text of a field; empty where there is none, or null. */
  private static String text(Map<?, ?> tree, String key) {
    String text = String.valueOf(tree.get(key));
    return text.equals("null") ? "" : text;
  }
}
