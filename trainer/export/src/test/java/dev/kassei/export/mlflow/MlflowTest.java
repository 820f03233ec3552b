package dev.kassei.export.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kassei.export.mlflow.FakeServer.Stored;
import dev.kassei.fixtures.RunSample;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MlflowTest {
  private static final Map<String, String> QUICK =
      Map.of("MLFLOW_HTTP_REQUEST_MAX_RETRIES", "3", "MLFLOW_HTTP_REQUEST_BACKOFF_FACTOR", "0.001");

  @TempDir Path folder;
  private FakeServer server;

  @BeforeEach
  void begin() throws IOException {
    server = new FakeServer();
    RunSample.ofClasses(folder)
        .with(
            "config.yaml",
            "name: by-hand\nseed: 7\nmodel: {type: mlp, hidden: [8, 4], activation: mish}\n");
  }

  @AfterEach
  void end() {
    server.close();
  }

  private MlflowSummary send() throws IOException {
    return send(Map.of());
  }

  private MlflowSummary send(Map<String, String> more) throws IOException {
    var environment = new HashMap<>(QUICK);
    environment.putAll(more);
    return Mlflow.send(folder, server.uri() + "/", environment);
  }

  private Stored only() {
    assertThat(server.runs).hasSize(1);
    return server.runs.values().iterator().next();
  }

  private void assertWhole(MlflowSummary summary) {
    assertThat(summary.isComplete()).isTrue();
    Stored run = only();
    assertThat(run.parameters())
        .containsExactly(
            Map.entry("seed", "7"),
            Map.entry("model.type", "mlp"),
            Map.entry("model.hidden", "[8, 4]"),
            Map.entry("model.activation", "mish"));
    assertThat(run.tags())
        .containsEntry("mlflow.runName", "by-hand")
        .containsEntry("mlflow.source.name", "kassei")
        .containsEntry("kassei.digest", "d1")
        .containsEntry("kassei", "0.1.0");
    assertThat(run.metrics()).hasSize(8);
    assertThat(run.metrics().get(0)).isEqualTo(metric(run, "train.running_loss", 1.5, 0));
    assertThat(run.metrics()).contains(metric(run, "test.loss", "NaN", 1));
    assertThat(run.metrics()).contains(metric(run, "train.loss", 0.5, 3));
    assertThat(run.status()).last().isEqualTo("FINISHED");
  }

  private static Map<?, ?> metric(Stored run, String name, Object value, double step) {
    Object time = run.metrics().get(0).get("timestamp");
    return Map.of("key", name, "value", value, "timestamp", time, "step", step);
  }

  @Test
  void aRunHasSettingsMetricsOfEpochsAndFinalOnes() throws IOException {
    MlflowSummary summary = send();
    assertWhole(summary);
    assertThat(summary.lines())
        .containsExactly(
            server.uri() + ", experiment 'by-hand': 1 run sent, 0 there before",
            "its files are not sent; they stay in " + folder);
  }

  @Test
  void aSecondExportSendsNothing() throws IOException {
    send();
    server.requests.clear();
    MlflowSummary summary = send();
    assertThat(server.requests).containsExactly("experiments/get-by-name", "runs/search");
    assertThat(summary.lines().get(0)).endsWith("0 runs sent, 1 there before");
    assertWhole(summary);
  }

  @Test
  void runsOnSeveralPagesAreFound() throws IOException {
    server.pageSize = 1;
    send();
    RunSample.ofClasses(folder).with("run.json", RunSample.CLASSES.replace("d1", "d2"));
    assertThat(send().lines().get(0)).contains("1 run sent");
    assertThat(send().lines().get(0)).contains("1 there before");
    assertThat(server.runs).hasSize(2);
  }

  @Test
  void whatServersTakeInSeveralRequestsIsSentInSeveral() throws IOException {
    var metrics = new StringBuilder("epoch,train.running_loss\n");
    for (int epoch = 0; epoch < 2500; epoch++) {
      metrics.append(epoch).append(",1\n");
    }
    var config = new StringBuilder("name: by-hand\n");
    for (int i = 0; i < 150; i++) {
      config.append("k").append(i).append(": ").append("v".repeat(600)).append('\n');
    }
    RunSample.ofClasses(folder)
        .with("metrics.csv", metrics.toString())
        .with("config.yaml", config.toString());
    assertThat(send().isComplete()).isTrue();
    assertThat(only().metrics()).hasSize(2502);
    assertThat(only().parameters()).hasSize(150);
    assertThat(only().parameters().get("k7")).hasSize(500).endsWith("v…");
    assertThat(server.requests).filteredOn("runs/log-batch"::equals).hasSize(5);
  }

  @Test
  void whatPassesIsTriedAgain() throws IOException {
    server
        .failing("experiments/get-by-name", FakeServer.status(429), FakeServer.status(503))
        .failing("runs/log-batch", FakeServer.status(500), FakeServer::breaks);
    assertWhole(send());
  }

  @Test
  void aRunThatWasCreatedWithoutAnAnswerIsNotCreatedTwice() throws IOException {
    server.failing("runs/create", FakeServer::breaksAfterwards, FakeServer::breaks);
    assertWhole(send());
  }

  @Test
  void aServerThatIsTooSlowIsTriedAgain() throws IOException {
    server.failing("runs/search", FakeServer::isSlow);
    assertWhole(send(Map.of("MLFLOW_HTTP_REQUEST_TIMEOUT", "0.2")));
  }

  @Test
  void whatStaysIsSaidAndTheSameCommandSendsTheRest() throws IOException {
    FakeServer.Fault down = FakeServer.status(500);
    server.failing("runs/log-batch", down, down, down, down);
    MlflowSummary summary = send();
    assertThat(summary.isComplete()).isFalse();
    assertThat(summary.lines())
        .containsExactly(
            server.uri() + ", experiment 'by-hand': 0 runs sent, 0 there before",
            "by-hand: " + server.uri() + " answers with status 500",
            "1 run did not go through, 0 of them not tried; the same command sends what is missing");
    assertThat(only().status()).containsExactly("RUNNING");
    assertWhole(send());
  }

  @Test
  void aServerThatIsNotThereIsSaid() throws IOException {
    server.close();
    MlflowSummary summary = send();
    assertThat(summary.lines())
        .contains(
            server.uri() + " cannot be reached; is the server running?",
            "1 run did not go through, 1 of them not tried; the same command sends what is missing");
  }

  @Test
  void aTokenOrNameAndPasswordOpenTheServer() throws IOException {
    server.authorization = "Bearer secret";
    assertThat(send().lines().get(1)).contains("refuses access with status 401; set MLFLOW_TR");
    assertThat(server.requests).hasSize(1);
    assertWhole(send(Map.of("MLFLOW_TRACKING_TOKEN", "secret")));
    server.authorization = "Basic YW5uOnB3";
    assertWhole(
        send(
            Map.of(
                "MLFLOW_TRACKING_USERNAME", "ann",
                "MLFLOW_TRACKING_PASSWORD", "pw",
                "MLFLOW_TRACKING_TOKEN", "secret")));
  }

  @Test
  void aTokenMayEndWithALineAndIsNotShownIfItCannotBeSent() throws IOException {
    server.authorization = "Bearer secret";
    assertWhole(send(Map.of("MLFLOW_TRACKING_TOKEN", "secret\r\n")));
    assertThatThrownBy(() -> send(Map.of("MLFLOW_TRACKING_TOKEN", "sec\nret")))
        .hasMessageStartingWith("MLFLOW_TRACKING_TOKEN: expected printable letters")
        .hasMessageNotContaining("sec\n");
  }

  @Test
  void aPasswordInTheAddressIsNotShown() throws IOException {
    String uri = "http://ann:hidden@localhost:1";
    assertThat(Mlflow.send(folder, uri, QUICK).lines().toString())
        .contains("http://***@localhost:1 cannot be reached")
        .doesNotContain("hidden");
  }

  @Test
  void aTokenIsNotSentOnToAnotherServer() throws IOException {
    server.failing("experiments/get-by-name", FakeServer::redirects);
    assertThat(send().lines().get(1))
        .endsWith("sends requests on to 'https://elsewhere.example/'; name that server");
  }

  @Test
  void aPageInThePlaceOfAnAnswerIsNoServerOfMlflow() throws IOException {
    server.failing("experiments/get-by-name", FakeServer.status(200));
    assertThat(send().lines().get(1)).endsWith("is it a tracking server of MLflow?");
  }

  @Test
  void theExperimentCanBeNamed() throws IOException {
    assertThat(send(Map.of("MLFLOW_EXPERIMENT_NAME", "all")).isComplete()).isTrue();
    assertThat(server.experiments).containsOnlyKeys("all");
  }

  @Test
  void addressesAndSettingsThatAreNoneAreRefused() {
    for (String uri : List.of("localhost:5000", "file:mlruns", "http://", "not a uri")) {
      assertThatThrownBy(() -> Mlflow.send(folder, uri, QUICK))
          .hasMessageContaining("expected the address of a tracking server")
          .hasMessageContaining(uri);
    }
    assertThatThrownBy(() -> send(Map.of("MLFLOW_HTTP_REQUEST_TIMEOUT", "soon")))
        .hasMessage("MLFLOW_HTTP_REQUEST_TIMEOUT: expected 0 or more but was 'soon'");
  }

  @Test
  void proxiesAreThoseOfTheEnvironment() {
    var proxies =
        new EnvironmentProxies(
            Map.of("https_proxy", "http://proxy:3128", "NO_PROXY", "localhost, .inner.example"),
            ProxySelector.of(null));
    assertThat(proxies.select(URI.create("https://mlflow.example/x")).get(0).toString())
        .contains("proxy")
        .contains("3128");
    assertThat(proxies.select(URI.create("https://a.inner.example/")).get(0).toString())
        .isEqualTo("DIRECT");
    assertThat(proxies.select(URI.create("http://mlflow.example/")).get(0).toString())
        .isEqualTo("DIRECT");
  }
}
