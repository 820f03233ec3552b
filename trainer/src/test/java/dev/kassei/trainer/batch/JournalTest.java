package dev.kassei.trainer.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.result.EpochRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("journal.jsonl");
  }

  @Test
  void recordsAreReadAsTheyWereWritten() throws IOException {
    TrialRecord strange =
        new TrialRecord(
            "a",
            TrialStatus.DIVERGED,
            "loss \"NaN\"\nin 学習",
            3,
            1,
            Map.of("train", 3),
            Map.of("train.loss", Double.NaN),
            Map.of("train.loss", 0.1 + 0.2),
            List.of(
                new EpochRecord(0, Map.of("train.running_loss", Double.POSITIVE_INFINITY)),
                new EpochRecord(2, Map.of("train.running_loss", 1e-300))),
            "d",
            1.5);
    write(trial("z"), strange);
    assertThat(read()).containsExactly(trial("z"), strange);
  }

  @Test
  void aTornLastLineIsCutOffWhereverItIsTorn() throws IOException {
    write(trial("a"), trial("b"));
    byte[] whole = Files.readAllBytes(file);
    int second = 1 + indexOf(whole, '\n');
    for (int length = second; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      write(trial("c"));
      assertThat(read()).as("torn after %s bytes", length).containsExactly(trial("a"), trial("c"));
    }
  }

  @Test
  void aDamagedLineIsATrialThatWasNotRun() throws IOException {
    write(trial("a"), trial("b"), trial("c"));
    String text = Files.readString(file);
    Files.writeString(file, text.replace("\"b\"", "\"x\""));
    var records = new ArrayList<TrialRecord>();
    assertThat(Journal.read(file, records::add).damaged()).isEqualTo(1);
    assertThat(records).containsExactly(trial("a"), trial("c"));
  }

  @Test
  void longCurvesAreThinnedEvenly() {
    var epochs = new ArrayList<EpochRecord>();
    for (int epoch = 0; epoch < 10_000; epoch++) {
      epochs.add(new EpochRecord(epoch, Map.of("train.running_loss", 1.0 / (epoch + 1))));
    }
    List<EpochRecord> curve = Curve.of(epochs);
    assertThat(curve).hasSize(Curve.POINTS).startsWith(epochs.get(0)).endsWith(epochs.get(9_999));
    for (int i = 1; i < curve.size(); i++) {
      assertThat(curve.get(i).epoch() - curve.get(i - 1).epoch()).isBetween(99, 100);
    }
  }

  private void write(TrialRecord... trials) throws IOException {
    try (Journal journal = Journal.open(file, trial -> {})) {
      for (TrialRecord trial : trials) {
        journal.add(trial);
      }
    }
  }

  private List<TrialRecord> read() throws IOException {
    var records = new ArrayList<TrialRecord>();
    Journal.read(file, records::add);
    return records;
  }

  private static TrialRecord trial(String key) {
    var last = new LinkedHashMap<String, Double>();
    last.put("train.loss", 0.25);
    last.put("test.accuracy", 1.0);
    List<EpochRecord> curve = List.of(new EpochRecord(0, Map.of("train.running_loss", 0.25)));
    return new TrialRecord(
        key,
        TrialStatus.COMPLETED,
        "",
        1,
        0,
        Map.of("train", 3),
        last,
        Map.of(),
        curve,
        "digest",
        0.5);
  }

  private static int indexOf(byte[] bytes, char wanted) {
    int i = 0;
    while (bytes[i] != wanted) {
      i++;
    }
    return i;
  }
}
