package dev.kassei.batch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kassei.api.Epoch;
import dev.kassei.batch.plan.SavedEpochs;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.results.file.Sync;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
            new Guess(2, Map.of("train", 2)),
            Map.of("train.loss", Double.NaN),
            Map.of("train.loss", 0.1 + 0.2),
            List.of(
                new Epoch(0, Map.of("train.running_loss", Double.POSITIVE_INFINITY)),
                new Epoch(2, Map.of("train.running_loss", 1e-300))),
            "d",
            1.5,
            "0123456789ab");
    write(trial("z"), strange);
    assertThat(read()).containsExactly(trial("z"), strange);
    assertThat(RecordBytes.read(RecordBytes.of(strange))).isEqualTo(strange);
  }

  @Test
  void aMessageTellsWhatALineTells() {
    TrialRecord trial = trial("a");
    assertThat(RecordBytes.read(RecordBytes.of(trial))).isEqualTo(trial);
    byte[] bytes = RecordBytes.of(trial);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RecordBytes.read(Arrays.copyOf(bytes, bytes.length - 1)));
  }

  @Test
  void numbersKeepTheirBits() throws IOException {
    var random = new SplittableRandom(7);
    var numbers = new HashMap<String, Double>(Map.of("-0", -0.0, "0", 0.0, "2^63", 0x1p63));
    for (int i = 0; i < 10_000; i++) {
      double number = Double.longBitsToDouble(random.nextLong());
      numbers.put("n" + i, Double.isNaN(number) ? Double.MIN_VALUE : number);
    }
    TrialRecord one = trial("a");
    write(
        new TrialRecord(
            "a",
            one.status(),
            "",
            one.epochs(),
            one.bestEpoch(),
            one.rows(),
            one.guess(),
            numbers,
            one.best(),
            one.curve(),
            "d",
            1,
            ""));
    // equal doubles of a map have equal bits
    assertThat(read().get(0).last()).isEqualTo(numbers);
  }

  /**
   * Of different lengths, so that blocks that are read end anywhere in lines, and at their ends.
   */
  @Test
  void recordsAreReadOverTheBoundsOfBlocks() throws IOException {
    TrialRecord[] trials =
        IntStream.range(0, 2_000)
            .mapToObj(i -> trial("k".repeat(i % 97)))
            .toArray(TrialRecord[]::new);
    write(trials);
    assertThat(Files.size(file)).isGreaterThan(4 << 16);
    assertThat(read()).containsExactly(trials);
    assertThat(Journal.read(file, trial -> {}).bytes()).isEqualTo(Files.size(file));
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
  void linesOfTheFirstVersionsHaveNoFormat() throws IOException {
    write(trial("a"));
    String json = Files.readString(file).substring(9).strip();
    assertThat(json).startsWith("{\"format\":1,");
    Files.writeString(file, line(json.replace("\"format\":1,", "")));
    assertThat(read()).containsExactly(trial("a"));
  }

  @Test
  void furtherFieldsAreNoHindrance() throws IOException {
    write(trial("a"));
    String json = Files.readString(file).substring(9).strip();
    Files.writeString(file, line(json.replace("\"key\"", "\"host\":{\"key\":[1]},\"key\"")));
    assertThat(read()).containsExactly(trial("a"));
  }

  /** The second line of a journal whose last is torn. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "completed                | paused | the status 'paused'",
        "\"format\":1             | \"format\":2 | format 2, where this one knows 1",
      })
  void aWholeLineOfAnotherFormatOrStatusIsOfANewerKassei(String old, String other, String what)
      throws IOException {
    assertRefused(
        old,
        other,
        "line 2 was written by a newer Kassei (%s); continue with that one, or choose another folder"
            + " with --out",
        what);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"format\":1             | \"format\":{} | format is '{'",
        "\"digest\":              | \"sum\": | without the field 'digest'",
        "\"rows\":{\"train\":3}   | \"rows\":3 | without START_OBJECT at 'rows'",
        "\"epoch\":[0]            | \"epoch\":0 | without START_ARRAY at 'epoch'",
        "{.*                      | {} | without the field 'key'",
        "{.*                      | [] | without the field 'key'",
        "\"epochs\":1             | \"epochs\":30000000000 | epochs is '30000000000'",
        "\"epochs\":1             | \"epochs\":-3 | epochs is -3",
        "\"epochs\":1             | \"epochs\":1.5 | epochs is '1.5'",
        "\"best_epoch\":0         | \"best_epoch\":1 | best_epoch is 1 where epochs is 1",
        "\"best_epoch\":0         | \"best_epoch\":-2 | best_epoch is -2 where epochs is 1",
        "\"rows\":{\"train\":3}   | \"rows\":{\"train\":-1} | train is -1",
        "\"classes\":0            | \"classes\":-1 | classes is -1",
        "\"seconds\":0.5          | \"seconds\":\"soon\" | seconds is 'soon'",
        "\"epoch\":[0]            | \"epoch\":[1] | an epoch of the curve is 1 where epochs is 1",
        "\"epoch\":[0]            | \"epoch\":[] | the curve has 1 values of train.running_loss at 0 epochs",
      })
  void aWholeLineThatCannotBeUnderstoodIsRefusedWithItsNumber(String old, String other, String what)
      throws IOException {
    assertRefused(
        old,
        other,
        "line 2 has the right sum but cannot be understood (%s); restore the file, or choose"
            + " another folder with --out",
        what);
  }

  private void assertRefused(String old, String other, String message, String what)
      throws IOException {
    write(trial("a"), trial("b"));
    List<String> lines = Files.readAllLines(file);
    String pattern = old.startsWith("{") ? "\\{.*" : Pattern.quote(old);
    String json = lines.get(1).substring(9);
    String changed = json.replaceFirst(pattern, Matcher.quoteReplacement(other));
    assertThat(changed).isNotEqualTo(json);
    Files.writeString(file, lines.get(0) + "\n" + line(changed) + "torn");
    byte[] before = Files.readAllBytes(file);

    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> write(trial("c")))
        .withMessage(file + ": " + message, what);
    assertThat(file).hasBinaryContent(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x,y\n0,1\n1,0\n", "x,y\n0,1\n1,0", "{\"key\":\"a\"}\n", "\n", "12,5"})
  void aFileThatIsNoJournalIsRefusedAndNotChanged(String text) throws IOException {
    Files.writeString(file, text);
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> write(trial("c")))
        .withMessage(
            "%s: the file is no journal of a batch, by its first line, and was left as it is; move"
                + " it away, or choose another folder with --out",
            file);
    assertThat(file).hasContent(text);
  }

  @Test
  void aJournalMayBeginWithADamagedOrATornLine() throws IOException {
    write(trial("a"), trial("b"));
    String text = Files.readString(file);
    Files.writeString(file, "#" + text.substring(1));
    assertThat(read()).containsExactly(trial("b"));
    for (int length = 0; length < text.indexOf('\n'); length++) {
      Files.writeString(file, text.substring(0, length));
      write(trial("c"));
      assertThat(read()).as("torn after %s bytes", length).containsExactly(trial("c"));
    }
  }

  private static String line(String json) {
    var crc = new CRC32C();
    crc.update(json.getBytes(StandardCharsets.UTF_8));
    return String.format(Locale.ROOT, "%08x %s\n", crc.getValue(), json);
  }

  /** A disk that counts. */
  private static final class Counted implements Sync {
    private final Duration patience;
    private int files;

    Counted(Duration patience) {
      this.patience = patience;
    }

    @Override
    public void file(Path file) {
      files++;
    }

    @Override
    public void names(Path folder) {}

    @Override
    public Duration interval() {
      return patience;
    }
  }

  @ParameterizedTest
  @CsvSource({"PT0S, 100", "PT1H, 1"})
  void trialsThatEndTogetherShareASync(Duration patience, int syncs) throws IOException {
    var disk = new Counted(patience);
    try (Journal journal = Journal.open(file, disk, trial -> {})) {
      for (int i = 0; i < 100; i++) {
        journal.add(List.of(Journal.Entry.of(trial("a" + i))));
        assertThat(journal.syncIfDue()).isEqualTo(patience.isZero());
      }
    }
    assertThat(disk.files).isEqualTo(syncs);
    assertThat(read()).hasSize(100);
  }

  @Test
  @Tag("slow")
  void anEndlessLineIsPassedOverInLittleMemory() throws IOException {
    write(trial("a"));
    long size = Files.size(file);
    try (var journal = new RandomAccessFile(file.toFile(), "rw")) {
      journal.setLength(size + 700_000_000L);
      journal.seek(size + 700_000_000L);
      journal.write('\n');
    }
    var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadAllocatedBytes();
    var records = new ArrayList<TrialRecord>();
    assertThat(Journal.read(file, records::add).damaged()).isEqualTo(1);
    assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(100_000_000);
    assertThat(records).containsExactly(trial("a"));
  }

  @Test
  void linesThatAreAddedTogetherAreThoseOfEach() throws IOException {
    write(trial("a"), trial("b"));
    byte[] apart = Files.readAllBytes(file);
    Files.delete(file);
    try (Journal journal = Journal.open(file, Sync.DISK, trial -> {})) {
      journal.add(List.of(Journal.Entry.of(trial("a")), Journal.Entry.of(trial("b"))));
    }
    assertThat(file).hasBinaryContent(apart);
    var lines = new ArrayList<String>();
    Journal.readEntries(file, entry -> lines.add(entry.line()));
    assertThat(lines).isEqualTo(Files.readAllLines(file));
  }

  @Test
  void longReasonsAreCutOff() throws IOException {
    TrialRecord trial = trial("a");
    write(
        new TrialRecord(
            trial.key(),
            TrialStatus.FAILED,
            "x".repeat(20_000_000),
            0,
            -1,
            trial.rows(),
            trial.guess(),
            trial.last(),
            trial.best(),
            List.of(),
            "",
            0,
            ""));
    assertThat(read().get(0).reason()).hasSize(10_002).endsWith("xx …");
  }

  @Test
  void longCurvesAreThinnedEvenly() {
    var epochs = new ArrayList<Epoch>();
    for (int epoch = 0; epoch < 10_000; epoch++) {
      epochs.add(new Epoch(epoch, Map.of("train.running_loss", 1.0 / (epoch + 1))));
    }
    List<Epoch> curve = Curve.of(epochs);
    assertThat(curve)
        .hasSize(SavedEpochs.MAX_EPOCHS)
        .startsWith(epochs.get(0))
        .endsWith(epochs.get(9_999));
    for (int i = 1; i < curve.size(); i++) {
      assertThat(curve.get(i).epoch() - curve.get(i - 1).epoch()).isBetween(99, 100);
    }
  }

  private void write(TrialRecord... trials) throws IOException {
    try (Journal journal = Journal.open(file, Sync.DISK, trial -> {})) {
      for (TrialRecord trial : trials) {
        journal.add(List.of(Journal.Entry.of(trial)));
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
    List<Epoch> curve = List.of(new Epoch(0, Map.of("train.running_loss", 0.25)));
    return new TrialRecord(
        key,
        TrialStatus.COMPLETED,
        "",
        1,
        0,
        Map.of("train", 3),
        Guess.NONE,
        last,
        Map.of(),
        curve,
        "digest",
        0.5,
        "");
  }

  private static int indexOf(byte[] bytes, char wanted) {
    int i = 0;
    while (bytes[i] != wanted) {
      i++;
    }
    return i;
  }
}
