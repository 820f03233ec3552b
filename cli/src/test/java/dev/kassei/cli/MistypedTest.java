package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed wrongly, and what else is typed, is answered by what was meant, in one line. */
class MistypedTest {
  private static final String PNG = "\u0089PNG\r\n\u001a\n0000";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "rnu xor.yaml | kassei: there is no command 'rnu'; did you mean 'run'?",
        "help rnu | kassei: there is no command 'rnu'; did you mean 'run'?",
        "xor.yaml | kassei: there is no command 'xor.yaml'; did you mean 'kassei run xor.yaml'?",
        "tensorflow | kassei: there is no command 'tensorflow'; 'kassei --help' shows what there is",
        "--bogus | kassei: there is no option '--bogus'; 'kassei --help' shows what there is",
        "run --bogus | kassei run: there is no option '--bogus'; 'kassei run --help' shows what there is",
        "run --bogus=3 xor.yaml | kassei run: there is no option '--bogus'; 'kassei run --help' shows what there is",
        "run xor.yaml --thread 3 | kassei run: there is no option '--thread'; did you mean --threads?",
        "run xor.yaml -epochs 3 | kassei run: there is no option '-epochs'; did you mean --epochs?",
        "run xor.yaml --learning-rate=1 | kassei run: there is no option '--learning-rate'; did you mean --set optimizer.learning_rate=…?",
        "run xor.yaml --lr 0.1 | kassei run: there is no option '--lr'; did you mean --set optimizer.learning_rate=…?",
        "run xor.yaml --batch-size 8 | kassei run: there is no option '--batch-size'; did you mean --set training.batch_size=…?",
        "run | kassei run: FILE is missing: A YAML file or a folder of YAML files, - for the standard input. Each is a separate experiment or batch. 'kassei run --help' shows what there is",
        "predict runs/a | kassei predict: --data FILE is missing: A CSV file, packed by gzip or not; - is the standard input. 'kassei predict --help' shows what there is",
        "show relu gelu | kassei show: 'gelu' is one word too many; 'kassei show --help' shows what there is",
        "run xor.yaml --threads many | kassei run: Invalid value for option '--threads': 'many' is not an int",
        "run xor.yaml --executor process | kassei run: Invalid value for option '--executor': expected one of [threads, processes, spark] but was 'process'",
        "run xor.yaml --epochs | kassei run: Missing required parameter for option '--epochs' (N)",
      })
  void isAnsweredByWhatWasMeant(String typed, String answer) {
    Invocation.of((Object[]) typed.split(" ")).refused(answer);
  }

  @Test
  void helpIsACommandAsWell() {
    assertThat(Invocation.of("help").done().out()).isEqualTo(Invocation.of("--help").out());
    assertThat(Invocation.of("help", "run").done().out())
        .isEqualTo(Invocation.of("run", "--help").out())
        .startsWith("Usage: kassei run");
  }

  @Test
  void epochsAndSeedAreShortForSettings() {
    String set = "training.epochs=5";
    String expected =
        Invocation.of("validate", Configs.MLP, "--effective", "--set", set, "--set", "seed=3")
            .done()
            .out();
    assertThat(
            Invocation.of("validate", Configs.MLP, "--effective", "--epochs", 5, "--seed=3")
                .done()
                .out())
        .isEqualTo(expected)
        .contains("epochs: 5");
    Invocation.of("validate", Configs.MLP, "--epochs", "many")
        .refused("--set training.epochs: expected an integer but was 'many'");
  }

  private static Invocation reading(String text, Object... arguments) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    try {
      return Invocation.of(arguments);
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void aHyphenIsTheStandardInput() throws IOException {
    String yaml = Files.readString(Configs.MLP).replaceFirst("(?m)^name: .*\n", "");
    assertThat(reading(yaml, "show", "-").done().out()).startsWith("stdin\n");
    assertThat(reading(yaml, "validate", "-").done().out())
        .isEqualTo("stdin: ok, classification with 2 classes\n");
    Path run =
        reading(yaml, "run", "-", "--epochs", 1, "--no-plots", "--out", folder).done().folder();
    assertThat(run).isEqualTo(folder.resolve("stdin"));
    reading("model: mlp\nloss: mse\noptimizer: sgd\ndataset: {type: xro}", "validate", "-")
        .refused(
            "stdin:4:17: dataset: unknown dataset 'xro'; did you mean 'xor'? 'kassei list datasets'"
                + " shows them all");
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "validate"})
  void aPictureIsNoYaml(String command) throws IOException {
    Path picture = bytes("picture.png", PNG);
    Invocation.of(command, picture)
        .refused(picture + ":1:1: expected a text in YAML but this is a PNG picture");
  }

  @Test
  void packedYamlIsNoYaml() throws IOException {
    Path packed = packed("packed.yaml", "dataset: xor");
    Invocation.of("validate", packed)
        .refused(packed + ":1:1: expected a text in YAML but this is a file packed by gzip");
  }

  @Test
  void packedCsvIsRead() throws IOException {
    packed("rows.csv.gz", "a,b\n1,u\n2,v\n3,u\n");
    Path file = experiment("rows.csv.gz");
    assertThat(Invocation.of("validate", file).done().out()).contains(": ok, ");
  }

  @Test
  void aPictureIsNoCsvPackedOrNot() throws IOException {
    bytes("rows.csv", PNG);
    packed("rows.csv.gz", PNG);
    for (String name : new String[] {"rows.csv", "rows.csv.gz"}) {
      Path file = experiment(name);
      Invocation.of("validate", file)
          .refused(
              file
                  + ": dataset: "
                  + folder.resolve(name)
                  + ": expected rows of text but this is a PNG picture; pictures are read by type:"
                  + " image_folder");
    }
  }

  @Test
  void aSheetOfExcelIsNoCsv() throws IOException {
    bytes("rows.csv", "PK\u0003\u0004\u0014");
    assertThat(Invocation.of("validate", experiment("rows.csv")).err())
        .endsWith(
            "expected rows of text but this is a ZIP archive, as Excel's files are; save its rows as"
                + " CSV\n");
  }

  @Test
  void aFolderIsNoFileOfRows() throws IOException {
    Files.createDirectory(folder.resolve("rows"));
    Path file = experiment("rows");
    Invocation.of("validate", file)
        .refused(
            file
                + ": dataset: "
                + folder.resolve("rows")
                + ": a file is expected but it is a folder; name a file in it");
  }

  @Test
  void aFolderIsNoFileOfWeights() {
    Path absolute = folder.toAbsolutePath();
    Invocation.of("run", Configs.MLP, "--set", "training.initial_weights=" + absolute)
        .refused(
            "%s: training.initial_weights: expected a file of weights but '%s' is a folder; of a run it is its weights.safetensors"
                .formatted(Configs.MLP, absolute));
  }

  @Test
  void aFolderIsNoPlugin() {
    Invocation.of("show", folder)
        .refused(
            "'%s' is a folder, but not that of a run; name a file in it, or the folder of a run"
                .formatted(folder));
    Invocation.of("show", "src")
        .refused(
            "there is no plugin 'src'; 'src' is a folder, but not that of a run; name a file in it,"
                + " or the folder of a run");
  }

  private Path experiment(String rows) throws IOException {
    return Files.writeString(
        folder.resolve("experiment.yaml"),
        """
        dataset: {type: csv, path: %s, label: b, header: true}
        model: mlp
        loss: cross_entropy
        optimizer: sgd
        """
            .formatted(rows));
  }

  private Path bytes(String name, String latin) throws IOException {
    return Files.write(folder.resolve(name), latin.getBytes(StandardCharsets.ISO_8859_1));
  }

  private Path packed(String name, String latin) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(latin.getBytes(StandardCharsets.ISO_8859_1));
    }
    return Files.write(folder.resolve(name), bytes.toByteArray());
  }
}
