package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in {@code docs/tracking.md} is true: its experiments run. */
class TrackingPageTest {
  private static final Path PAGE = Path.of("..", "docs", "tracking.md");
  private static final Pattern FILE =
      Pattern.compile("^```yaml (\\S+)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    for (var match : FILE.matcher(Files.readString(PAGE)).results().toList()) {
      Files.writeString(folder.resolve(match.group(1)), match.group(2));
    }
  }

  private Invocation run(String file, String... more) {
    var words = new ArrayList<Object>();
    words.add("run");
    words.add(folder.resolve(file));
    words.add("--out");
    words.add(folder.resolve("runs"));
    words.addAll(List.of(more));
    return Invocation.of(words.toArray());
  }

  @Test
  void theRunIsWatchedAndItsDigestIsThatOfOneThatIsNot() throws IOException {
    Invocation watched = run("watched.yaml").done();
    Path events = watched.folder().resolve("tensorboard/events.out.tfevents.kassei");
    assertThat(Files.readString(events, StandardCharsets.ISO_8859_1))
        .contains("validation/loss", "final/test.accuracy", "weight/hidden.0.weight")
        .contains("model.activation", "mish");
    Invocation unwatched = run("watched.yaml", "--set", "training.listeners=[]").done();
    assertThat(unwatched.outLines()).contains(line(watched, "Digest: "));
    assertThat(unwatched.folder().resolve("tensorboard")).doesNotExist();
  }

  @Test
  void aBatchIsExportedInEveryFormat() throws IOException {
    Path batch = batch();
    Path trials = folder.resolve("trials.jsonl");
    Path curves = folder.resolve("curves.jsonl");
    Path parquet = folder.resolve("trials.parquet");
    Path boards = folder.resolve("boards");
    Invocation exported =
        Invocation.of(
                "export",
                batch,
                "--jsonl",
                trials,
                "--jsonl-curves",
                curves,
                "--parquet",
                parquet,
                "--parquet-curves",
                folder.resolve("curves.parquet"),
                "--tensorboard",
                boards)
            .done();
    assertThat(exported.outLines()).hasSize(5).contains(trials.toString(), boards.toString());

    assertThat(Files.readAllLines(trials)).hasSize(4);
    Object first = JsonText.read(Files.readAllLines(trials).get(2));
    assertThat(JsonText.map(first))
        .containsEntry("trial", 3.0)
        .containsEntry("model.activation", "steep")
        .containsEntry("seed", 1.0)
        .containsEntry("status", "completed");
    assertThat(Files.readAllLines(curves)).hasSize(4 * 5);
    assertThat(Files.readString(parquet, StandardCharsets.ISO_8859_1))
        .startsWith("PAR1")
        .endsWith("PAR1")
        .contains("last.test.accuracy");
    for (int trial = 1; trial <= 4; trial++) {
      Path events = boards.resolve("trial-" + trial + "/events.out.tfevents.kassei");
      assertThat(Files.readString(events, StandardCharsets.ISO_8859_1))
          .contains("validation/loss", "final/test.accuracy", "session_start_info");
    }
  }

  @Test
  void whatDoesNotGoThroughEndsWithOne() throws IOException {
    Path run = run("watched.yaml", "--set", "training.epochs=1").done().folder();
    HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(403, -1);
          exchange.close();
        });
    server.start();
    try {
      String uri = "http://localhost:" + server.getAddress().getPort();
      Invocation refused = Invocation.of("export", run, "--mlflow", uri);
      assertThat(refused.code()).isEqualTo(1);
      assertThat(refused.out()).contains(uri + " refuses access with status 403");
    } finally {
      server.stop(0);
    }
    Invocation.of("export", run, "--mlflow", "localhost")
        .refused(
            "--mlflow: expected the address of a tracking server, such as http://localhost:5000, but"
                + " was 'localhost'");
  }

  private Path batch() {
    Invocation trained = run("compared.yaml", "--no-plots").done();
    return trained.folder();
  }

  private static String line(Invocation invocation, String begin) {
    return invocation.outLines().stream()
        .filter(line -> line.startsWith(begin))
        .findFirst()
        .orElseThrow();
  }
}
