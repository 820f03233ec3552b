package dev.kassei.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.cli.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeCommandTest {
  /** What does not tell when, where and how fast trials were trained. */
  private static final List<String> SAME =
      List.of(
          "trials.csv",
          "curves.csv",
          "statistics.json",
          "summary.md",
          "summary.tex",
          "report.html");

  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void write() throws IOException {
    file =
        Files.writeString(
            folder.resolve("tiny.yaml"),
            """
            dataset: {type: moons, samples: 60, split: {test: 0.5}}
            model: {type: mlp, hidden: [3], activation: relu}
            loss: binary_cross_entropy
            optimizer: adam
            training: {epochs: 3}
            batch:
              grid: {model.activation: [relu, mish, tanh], seed: {from: 1, count: 4}}
              compare: {metric: test.accuracy}
            """);
  }

  private Invocation shard(int index, int count) {
    return Invocation.of("run", file, "--shard", index + "/" + count, "--out", parts());
  }

  private Path parts() {
    return folder.resolve("parts 部分");
  }

  private Path part(int index, int count) {
    return parts().resolve("tiny-shard-%s-of-%s".formatted(index, count));
  }

  private Path merged() {
    return folder.resolve("merged/tiny");
  }

  private static Invocation merge(Path out, Path... shards) {
    List<Object> words = new ArrayList<>(List.of("merge"));
    words.addAll(List.of(shards));
    words.addAll(List.of("--out", out));
    return Invocation.of(words.toArray());
  }

  @Test
  void theMergedFolderIsThatOfTheWholeBatch() throws IOException {
    Invocation whole = Invocation.of("run", file, "--out", folder.resolve("whole"));
    int trained = 0;
    for (int index = 1; index <= 3; index++) {
      Invocation part = shard(index, 3);
      assertThat(part.code()).isZero();
      assertThat(part.outLines()).containsExactly(part(index, 3).toString());
      assertThat(part.err()).contains("shard " + index + "/3: ", "kassei merge '");
      trained += Files.readAllLines(part(index, 3).resolve("journal.jsonl")).size();
    }
    assertThat(trained).isEqualTo(12);
    Invocation merge = merge(merged(), part(3, 3), part(1, 3), part(2, 3));
    assertThat(merge.code()).isZero();
    assertThat(merge.digest()).isEqualTo(whole.digest());
    for (String name : SAME) {
      assertThat(merged().resolve(name)).hasSameBinaryContentAs(whole.folder().resolve(name));
    }
    Invocation compare = Invocation.of("compare", merged());
    assertThat(compare.code()).isZero();
    assertThat(compare.out()).isEqualTo(Invocation.of("compare", whole.folder()).out());
    assertThat(Invocation.of("run", merged()).digest()).isEqualTo(whole.digest());
  }

  @Test
  void whatIsMissingIsSaidWithCommandsThatTrainIt() throws IOException {
    int there = numberOfFirst();
    shard(there, 16);
    Invocation early = merge(merged(), part(there, 16));
    assertThat(early.code()).isEqualTo(1);
    assertThat(early.outLines()).containsExactly(merged().toString());
    assertThat(early.err())
        .startsWith("missing, and trained by:\n  4 trials: kassei run '")
        .endsWith("4 of 12 trials are trained\n");
    List<String> commands =
        early.err().lines().filter(line -> line.contains("kassei run")).toList();
    for (String command : commands) {
      String[] words =
          command.replaceFirst(".*kassei run ", "run ").replace("'", "").split(" (?=--|/)");
      List<String> all = new ArrayList<>();
      Stream.of(words).flatMap(MergeCommandTest::word).forEach(all::add);
      assertThat(Invocation.of(all.toArray()).code()).as(command).isZero();
    }
    try (var folders = Files.list(parts())) {
      assertThat(merge(merged(), folders.toArray(Path[]::new)).code()).isZero();
    }
  }

  /** Options and their values; what is quoted has blanks. */
  private static Stream<String> word(String text) {
    return text.startsWith("--") ? Stream.of(text.split(" ", 2)) : Stream.of(text);
  }

  /** A shard of 16 that has the trials of one activation alone. */
  private int numberOfFirst() throws IOException {
    for (int index = 1; index <= 16; index++) {
      shard(index, 16);
      int size = Files.readAllLines(part(index, 16).resolve("journal.jsonl")).size();
      if (size == 4) {
        for (int other = 1; other < index; other++) {
          clear(part(other, 16));
        }
        return index;
      }
    }
    throw new IllegalStateException("the hashes of three blocks meet in no shard of 16");
  }

  private static void clear(Path shard) throws IOException {
    try (var all = Files.walk(shard)) {
      all.sorted(Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
    }
  }

  @Test
  void shardsThatWereExtendedMergeIntoTheFolderOfTheOldPlan() throws IOException {
    shard(1, 2);
    shard(2, 2);
    assertThat(merge(merged(), part(1, 2), part(2, 2)).code()).isZero();
    Files.writeString(file, Files.readString(file).replace("count: 4", "count: 5"));
    shard(1, 2);
    assertRefused(merge(merged(), part(1, 2), part(2, 2)), "its trials are not of the batch as");
    shard(2, 2);

    Invocation merge = merge(merged(), part(2, 2), part(1, 2));
    assertThat(merge.code()).as(merge.err()).isZero();
    Invocation whole = Invocation.of("run", file, "--out", folder.resolve("whole"));
    assertThat(merge.digest()).isEqualTo(whole.digest());
  }

  @Test
  void theFileOfTheBatchSaysWhereDataIsNow() throws IOException {
    Path data = folder.resolve("there/data 表");
    Files.createDirectories(data);
    Files.writeString(data.resolve("rows.csv"), "a,b\n1,2\n2,4\n3,6\n4,8\n5,1\n6,3\n");
    file =
        Files.writeString(
            data.resolve("tiny.yaml"),
            """
            dataset: {type: csv, path: rows.csv, label: b, split: {test: 0.5}}
            model: {type: mlp, hidden: [3], activation: relu}
            loss: mse
            optimizer: adam
            training: {epochs: 3}
            batch: {grid: {seed: {from: 1, count: 4}}, compare: {metric: test.loss}}
            """);
    assertThat(shard(1, 2).code()).isZero();
    assertThat(shard(2, 2).code()).isZero();
    Invocation whole = Invocation.of("run", file, "--out", folder.resolve("whole"));
    Path here = Files.createDirectories(folder.resolve("here/deeper")).resolve("data");
    Files.move(data, here);
    file = here.resolve("tiny.yaml");

    Path out = folder.resolve("elsewhere");
    assertRefused(
        Invocation.of("merge", part(1, 2), part(2, 2), "--out", out), "--set folder=DIR changes");
    Invocation merge =
        Invocation.of("merge", part(1, 2), part(2, 2), "--config", file, "--out", out);
    assertThat(merge.digest()).isEqualTo(whole.digest());
    Invocation set =
        Invocation.of(
            "merge", part(1, 2), part(2, 2), "--set", "folder=" + here, "--out", merged());
    assertThat(set.digest()).isEqualTo(whole.digest());
  }

  @Test
  void aPluginThatIsNotThereIsLookedForByTheFileOfTheBatch() throws IOException {
    shard(1, 1);
    Path config = part(1, 1).resolve("config.yaml");
    Files.writeString(config, "plugins: [nowhere]\n" + Files.readString(config));
    assertRefused(merge(merged(), part(1, 1)), "name the file of the batch: --config FILE");
    assertThat(
            Invocation.of("merge", part(1, 1), "--config", file, "--out", merged()).done().code())
        .isZero();
  }

  private static void assertRefused(Invocation merge, String reason) {
    assertThat(merge.code()).isEqualTo(2);
    assertThat(merge.err()).contains(reason);
  }

  @Test
  void whatIsDamagedButNoResultEndsNothing() throws IOException {
    shard(1, 1);
    Files.write(part(1, 1).resolve("environment.jsonl"), new byte[] {(byte) 0xff, 1, '\n'});
    assertThat(merge(merged(), part(1, 1)).code()).isZero();
    Files.write(part(1, 1).resolve("shard"), new byte[] {(byte) 0xff});
    assertRefused(merge(merged(), part(1, 1)), "it is not UTF-8");
  }

  @Test
  void aFolderOfAShardResumesAsThisShard() {
    shard(1, 2);
    Invocation again = Invocation.of("run", part(1, 2));
    assertThat(again.code()).isZero();
    assertThat(again.outLines()).containsExactly(part(1, 2).toString());
    assertThat(again.err()).contains("shard 1/2: ");
  }

  @Test
  void runsAreListedWithTheShardThatTheyAre() {
    shard(1, 2);
    assertThat(Invocation.of("runs", parts()).done().lastLine())
        .matches("tiny-shard-1-of-2 +batch +shard 1/2 .*");
  }

  @Test
  void whatCannotBeDividedOrMergedIsRefused() throws IOException {
    Path single =
        Files.writeString(
            folder.resolve("single.yaml"),
            "dataset: xor\nmodel: {type: mlp, hidden: [2], activation: relu}\nloss: mse\noptimizer: sgd\n");
    assertThat(Invocation.of("run", single, "--shard", "1/2"))
        .returns(2, Invocation::code)
        .extracting(Invocation::err)
        .asString()
        .endsWith("--shard: the file describes a single experiment, not a batch\n");
    merge(merged(), folder)
        .refused("'%s' is not the folder of a shard: it holds no config.yaml".formatted(folder));
    assertThat(Invocation.of("run", file, "--shard", "4/3").err())
        .contains("expected a shard from 1/3 to 3/3 but was 4/3");
  }
}
