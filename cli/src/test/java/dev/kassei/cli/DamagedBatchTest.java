package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What is said of a batch whose files are not as they were written. */
class DamagedBatchTest {
  private static final String BATCH =
      """
      name: tiny
      dataset: {type: moons, samples: 24, split: {test: 0.25}}
      model: {type: mlp, hidden: [3], activation: tanh}
      loss: binary_cross_entropy
      optimizer: {type: sgd, learning_rate: 0.1}
      training: {epochs: 3, batch_size: 16}
      batch: {grid: {seed: {from: 1, count: 3}}, keep: none}
      """;

  @TempDir private Path temporary;
  private Path file = Path.of("");

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(temporary.resolve("tiny.yaml"), BATCH);
  }

  private Invocation run() {
    return Invocation.of(
        "run", file, "--out", temporary.resolve("runs"), "--threads", 1, "--no-plots");
  }

  private Path results() {
    return temporary.resolve("runs/tiny");
  }

  @Test
  void aJournalOfANewerKasseiIsRefusedInOneSentenceAndLeftAsItIs() throws IOException {
    run().done();
    Path journal = results().resolve("journal.jsonl");
    List<String> lines = Files.readAllLines(journal);
    String json = lines.get(2).substring(9).replace("completed", "paused");
    Files.writeString(journal, lines.get(0) + "\n" + lines.get(1) + "\n" + line(json));
    byte[] before = Files.readAllBytes(journal);

    Invocation again = run();
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err())
        .endsWith(
            "line 3 was written by a newer Kassei (the status 'paused'); continue with that one, or"
                + " choose another folder with --out\n")
        .hasLineCount(1);
    assertThat(journal).hasBinaryContent(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"journal.jsonl", "plan-log.jsonl", "environment.jsonl"})
  void aLinkInThePlaceOfAFileThatGrowsIsRefusedAndNotFollowed(String name) throws IOException {
    run().done();
    Path other = Files.writeString(temporary.resolve("d.csv"), "x,y\n0,1\n");
    Path link = results().resolve(name);
    Files.delete(link);
    Files.createSymbolicLink(link, other);

    Invocation again = run();
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err())
        .endsWith(
            link
                + ": a batch adds to this file, but it is a link, or no file; put the file itself"
                + " there, or choose another folder with --out\n")
        .hasLineCount(1);
    assertThat(other).hasContent("x,y\n0,1\n");
    assertThat(link).isSymbolicLink();
  }

  private static String line(String json) {
    var crc = new CRC32C();
    crc.update(json.getBytes(StandardCharsets.UTF_8));
    return String.format(Locale.ROOT, "%08x %s\n", crc.getValue(), json);
  }

  @Test
  void aStateThatCannotBeUsedIsNamedInALineAndItsTrialBeginsAnew() throws IOException {
    String digest = run().done().digest();
    Path journal = results().resolve("journal.jsonl");
    List<String> lines = Files.readAllLines(journal);
    String key = lines.get(2).replaceFirst(".*\"key\":\"([0-9a-f]{64})\".*", "$1");
    Files.writeString(journal, lines.get(0) + "\n" + lines.get(1) + "\n");
    Path state = results().resolve("checkpoints").resolve(key + ".safetensors");
    Files.createDirectories(state.getParent());
    Files.writeString(state, "not a state at all");

    List<String> log = new ArrayList<>();
    Invocation again = logged(log);
    assertThat(again.code()).isZero();
    assertThat(again.digest()).isEqualTo(digest);
    assertThat(log)
        .containsExactly(
            state
                + " is not used, its trial begins anew: its check sum is wrong: it is damaged, or"
                + " an older version's");
  }

  /** Runs the batch; what is logged, which goes to the standard error stream, is added instead. */
  private Invocation logged(List<String> lines) {
    var appender = new ListAppender<ILoggingEvent>();
    var logger = (Logger) LoggerFactory.getLogger("dev.kassei.experiment.checkpoint");
    appender.start();
    logger.addAppender(appender);
    logger.setAdditive(false);
    try {
      return run();
    } finally {
      logger.setAdditive(true);
      logger.detachAppender(appender);
      appender.list.forEach(event -> lines.add(event.getFormattedMessage()));
    }
  }
}
