package dev.kassei.plotting.report;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Chrome DevTools protocol over a web socket: calls with answers, and events. */
final class DevTools {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int SECONDS = 30;

  private final AtomicInteger lastId = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> calls = new ConcurrentHashMap<>();
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private final WebSocket socket;

  DevTools(URI address) {
    socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, new Ear()).join();
  }

  /** What the browser has told without being asked, in all its windows. */
  List<JsonNode> events() {
    return events;
  }

  JsonNode call(String method) {
    return call(method, Map.of());
  }

  JsonNode call(String method, Map<String, ?> parameters) {
    return send(Map.of("method", method, "params", parameters));
  }

  JsonNode call(String session, String method, Map<String, ?> parameters) {
    return send(Map.of("sessionId", session, "method", method, "params", parameters));
  }

  private JsonNode send(Map<String, ?> message) {
    int id = lastId.incrementAndGet();
    var answer = new CompletableFuture<JsonNode>();
    calls.put(id, answer);
    var numbered = new LinkedHashMap<String, Object>(message);
    numbered.put("id", id);
    socket.sendText(JSON.writeValueAsString(numbered), true).join();
    JsonNode result = answer.orTimeout(SECONDS, TimeUnit.SECONDS).join();
    if (result.has("error")) {
      throw new AssertionError(message + " failed: " + result.get("error"));
    }
    return result.path("result");
  }

  /** Puts the parts of messages together. */
  private final class Ear implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        JsonNode message = JSON.readTree(text.toString());
        text.setLength(0);
        hear(message);
      }
      from.request(1);
      return CompletableFuture.completedFuture(null);
    }

    private void hear(JsonNode message) {
      if (!message.has("id")) {
        events.add(message);
        return;
      }
      CompletableFuture<JsonNode> call = calls.remove(message.get("id").asInt());
      if (call != null) {
        call.complete(message);
      }
    }
  }
}
