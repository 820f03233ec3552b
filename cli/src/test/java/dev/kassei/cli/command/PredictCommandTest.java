package dev.kassei.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.cli.Invocation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code kassei predict} and {@code kassei evaluate} of the networks that a test trains. */
class PredictCommandTest {
  private static final String FRUIT =
      """
      size;colour;count;weight;kind
      1,5;red;1;1;apple
      2,5;green;1.000;2;pear
      1,0;red;2;1;apple
      3,5;green;3;0,5;pear
      2,0;yellow;2;1;pear
      0,5;red;4;3;apple
      """;

  private static final String REST =
      """
      model: {type: mlp, hidden: [4], activation: tanh}
      optimizer: {type: adam, learning_rate: 0.1}
      training: {epochs: 5%s}
      """;

  @TempDir private Path temporary;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(temporary.resolve(name), text);
  }

  private Path train(String data, String loss, String training) throws IOException {
    Path file =
        write(
            "model.yaml",
            "dataset: %s\nloss: %s\n%s".formatted(data, loss, REST.formatted(training)));
    return Invocation.of("run", file, "--no-plots", "--out", temporary.resolve("runs"))
        .done()
        .folder();
  }

  private Path fruit(String missing) throws IOException {
    write("fruit.csv", FRUIT);
    return train(
        ("{type: csv, path: fruit.csv, delimiter: ';', decimal: ',', thousands: '.', label: kind,"
                + " categorical: [colour], sample_weight: weight, missing: %s, standardize: true}")
            .formatted(missing),
        "cross_entropy",
        ", class_weights: {apple: 3}");
  }

  private Invocation predict(Path run, String rows, Object... more) throws IOException {
    Path file = write("rows.csv", rows);
    Object[] words = {"predict", run, "--data", file};
    return Invocation.of(Stream.concat(Stream.of(words), Stream.of(more)).toArray());
  }

  @Test
  void columnsAreFoundByNameAndOthersAreNotUsed() throws IOException {
    Path run = fruit("mean");
    Files.delete(temporary.resolve("fruit.csv"));
    Files.delete(run.resolve("fruit.csv"));
    Invocation predicted =
        predict(run, "id;count;colour;size\na;1;red;1,5\nb;3;green;3,5\n", "--keep", "id");
    assertThat(predicted.out()).isEqualTo("id,predicted\na,apple\nb,pear\n");
    assertThat(predicted.err()).isEmpty();
    Invocation whole = predict(run, FRUIT, "--proba");
    assertThat(whole.err()).isEqualTo("columns not used: weight, kind\n");
    assertThat(whole.outLines().get(0)).isEqualTo("predicted,output.apple,output.pear");
    assertThat(whole.out())
        .isEqualTo(
            Files.readAllLines(run.resolve("predictions.csv")).stream()
                .map(line -> line.replaceAll("^(.*?,){8}", ""))
                .collect(Collectors.joining("\n", "", "\n")));
  }

  @Test
  void aNameWithACommaIsKeptInQuotesAsInCsv() throws IOException {
    Path run = train("xor", "mse", "");
    String rows = "x1,x2,\"length, cm\",id,\"a \"\"b\"\"\"\n1,0,4,7,9\n";
    Invocation predicted =
        predict(run, rows, "--keep", "\"length, cm\",id", "--keep", "\"a \"\"b\"\"\"").done();
    assertThat(predicted.outLines().get(0))
        .isEqualTo("\"length, cm\",id,\"a \"\"b\"\"\",predicted");
    assertThat(predicted.outLines().get(1)).startsWith("4,7,9,");
  }

  @Test
  void whatIsWrongWithRowsIsSaidByLineAndColumnAndNothingIsWritten() throws IOException {
    Path run = fruit("refuse");
    Path out = write("out.csv", "as it was");
    String rows = "size;colour;count\nbig;red;1\n1;blue;1\n;red;1\n1;red\n1e60;?;1\n";
    predict(run, rows, "--out", out)
        .refused(
            temporary.resolve("rows.csv")
                + """
                : 6 problems
                  line 5: expected 3 cells, as in the first line, but found 2
                  line 2, column 1 (size): expected a number but was 'big'
                  line 3, column 2 (colour): expected a category that the training data has, 'green', 'red', 'yellow', but was 'blue'
                  line 4, column 1 (size): expected a number but the cell is empty, and the model was trained without a rule for gaps; fill it, or remove the row
                  line 6, column 1 (size): expected a number that, scaled as in training, is within the range of float32, but was '1e60'
                  line 6, column 2 (colour): expected a category but '?' marks a missing value, and the model was trained without a rule for gaps; fill it, or remove the row\
                """);
    assertThat(out).hasContent("as it was");
    predict(run, "Size;colour\n1;red\n")
        .refused(
            temporary.resolve("rows.csv")
                + """
                : 2 problems
                  there is no column 'size', which the model needs; did you mean 'Size'? the file has Size, colour
                  there is no column 'count', which the model needs; the file has Size, colour\
                """);
    predict(run, "1;red;3\n")
        .refused(
            temporary.resolve("rows.csv")
                + ": line 1: expected the names of columns, among them size, colour, count, in any"
                + " order and separated by ';', but found 1, red, 3");
  }

  @Test
  void gapsAreFilledAsInTraining() throws IOException {
    Path run = fruit("most_frequent");
    String header = "size;colour;count\n";
    assertThat(predict(run, header + "1;?;NA\n", "--proba").done().out())
        .isEqualTo(predict(run, header + "1;red;2\n", "--proba").done().out());
  }

  @Test
  void aPackedFileAndOneThatIsWrittenWhole() throws IOException {
    Path run = fruit("refuse");
    Path packed = temporary.resolve("fruit.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(FRUIT.getBytes(StandardCharsets.UTF_8));
    }
    Path out = temporary.resolve("out.csv");
    Invocation written = Invocation.of("predict", run, "--data", packed, "--out", out);
    assertThat(written.out()).isEqualTo(out + "\n");
    assertThat(Files.readString(out)).isEqualTo(predict(run, FRUIT).out());
  }

  @Test
  void filesWithoutNamesAreThoseOfTheTrainingOrTheFeaturesAlone() throws IOException {
    write("plain.csv", "1,0,5\n2,1,6\n3,0,7\n4,1,8\n");
    Path run = train("{type: csv, path: plain.csv, header: false, label: 2}", "cross_entropy", "");
    String whole = predict(run, "1,0,5\n4,1,8\n", "--proba").out();
    assertThat(predict(run, "1,5\n4,8\n", "--proba").done().out()).isEqualTo(whole);
    assertThat(predict(run, "x3,x1\n5,1\n8,4\n", "--proba").done().out()).isEqualTo(whole);
    predict(run, "1\n")
        .refused(
            temporary.resolve("rows.csv")
                + ": line 1: expected 3 cells, as in the file of the training, or the 2 features"
                + " alone, but found 1");
  }

  @Test
  void severalNumbersAreInTheirOwnUnit() throws IOException {
    write("sums.csv", "a,b,sum,difference\n1,2,300,-1\n4,2,600,2\n5,1,600,4\n2,2,400,0\n");
    Path run =
        train(
            "{type: csv, path: sums.csv, label: [sum, difference], target: {standardize: true}}",
            "mse",
            "");
    Invocation predicted = predict(run, "b,a\n2,1\n");
    assertThat(predicted.done().outLines())
        .containsExactly(
            "predicted.sum,predicted.difference",
            Files.readAllLines(run.resolve("predictions.csv")).get(1).replaceAll("^(.*?,){6}", ""));
    predict(run, "b,a\n2,1\n", "--proba")
        .refused("the model predicts numbers (sum, difference), which have no probabilities");
  }

  @Test
  void aModelIsMeasuredAsItsRunWas() throws IOException {
    Path run = fruit("refuse");
    Path file = write("rows.csv", FRUIT);
    String json = Invocation.of("evaluate", run, "--data", file, "--json").done().out();
    String record = Files.readString(run.resolve("run.json"));
    assertThat(record)
        .contains(
            json.substring(json.indexOf("\"loss\""), json.indexOf('}'))
                .replace("\"loss\"", "\"train.loss\"")
                .replace("\"accuracy\"", "\"train.accuracy\"")
                .strip());
    assertThat(Invocation.of("evaluate", run, "--data", file).done().outLines())
        .startsWith("Rows: 6")
        .anyMatch(line -> line.startsWith("Loss: "))
        .anyMatch(line -> line.startsWith("Accuracy: "));
    Invocation.of("evaluate", run, "--data", write("rows.csv", FRUIT.replace("pear", "plum")))
        .refused(
            file
                + ": line 3, column 5 (kind): expected one of the classes 'apple', 'pear' but was"
                + " 'plum' (and 2 more such cells)");
  }

  @Test
  void aChangedConfigurationIsRefusedBeforeItIsLoaded() throws IOException {
    Path run = train("xor", "mse", "");
    Path config = run.resolve("config.yaml");
    Files.writeString(config, Files.readString(config) + "plugins: [stranger.jar]\n");
    Path rows = write("rows.csv", "x1,x2,y\n1,0,1\n");
    for (String command : List.of("predict", "evaluate")) {
      assertThat(refused(command, run, "--data", rows))
          .startsWith("'%s' is not what the run wrote".formatted(config))
          .hasLineCount(1);
    }
  }

  @Test
  void aChangedPreparationIsRefusedByItsKeyAlsoWhereTheChangeIsMeant() throws IOException {
    Path run = fruit("mean");
    Path preparation = run.resolve("preparation.json");
    String text = Files.readString(preparation);
    Files.writeString(
        preparation, text.replaceFirst("\"deviation\" : \\[ [^ ,]*", "\"deviation\" : [ 0"));
    Files.delete(run.resolve("SHA256SUMS"));
    predict(run, FRUIT)
        .refused(
            "'%s' cannot be read: 'inputs[0].deviation[0]' must be a finite number above 0 but was 0.0; run the experiment again, or restore the file"
                .formatted(preparation));
  }

  @Test
  void aMetricThatIsNotDefinedSaysWhy() throws IOException {
    write("fruit.csv", FRUIT);
    Path run =
        train(
            "{type: csv, path: fruit.csv, delimiter: ';', decimal: ',', thousands: '.', label: kind,"
                + " features: [size], sample_weight: weight}",
            "cross_entropy\nmetrics: [accuracy, roc_auc]",
            "");
    Path file = write("rows.csv", "size;weight;kind\n1;1;apple\n2;0;apple\n");
    Invocation evaluated = Invocation.of("evaluate", run, "--data", file).done();
    assertThat(evaluated.outLines())
        .contains(
            "ROC AUC: NaN", "Note: ROC AUC: not defined, since all rows are of the class 'apple'");
    assertThat(Invocation.of("evaluate", run, "--data", file, "--json").done().out())
        .contains("\"remarks\" : [ \"ROC AUC: not defined");
    Invocation.of("evaluate", run, "--data", write("rows.csv", "size;weight;kind\n2;0;apple\n"))
        .refused("expected a row that counts in the loss, but the weights of all are 0");
    Invocation.of("evaluate", run, "--data", write("rows.csv", "size;weight;kind\n2;-1;apple\n"))
        .refused(
            file
                + ": line 2, column 2 (weight): expected a weight, a number of 0 or more, but was '-1'");
  }

  @Test
  void weightsOfRowsThatAModelDoesNotKnowAreNotUsed() throws IOException {
    Path run = train("xor", "mse", "");
    Path file = write("rows.csv", "x1,x2,y,weight\n1,0,1,-1\n0,0,0,NaN\n");
    Invocation evaluated = Invocation.of("evaluate", run, "--data", file);
    assertThat(evaluated.err()).isEqualTo("columns not used: weight\n");
    assertThat(evaluated.out())
        .isEqualTo(
            Invocation.of("evaluate", run, "--data", write("rows.csv", "x1,x2,y\n1,0,1\n0,0,0\n"))
                .done()
                .out());
  }

  @Test
  void aKilledRunIsToBeContinued() throws IOException {
    Path run = train("xor", "mse", "");
    Files.delete(run.resolve("run.json"));
    Files.createDirectory(run.resolve("checkpoint"));
    predict(run, "x1,x2\n1,0\n")
        .refused(
            "the run in '%s' has not ended; continue it with: kassei run %s".formatted(run, run));
  }

  @Test
  @EnabledOnOs(OS.LINUX) // where a process cannot read its memory at 0, whoever it is
  void weightsThatCannotBeReadAreNoMatterOfWriting() throws IOException {
    Path run = train("xor", "mse", "");
    Path weights = run.resolve("weights.safetensors");
    Files.delete(weights);
    Files.createSymbolicLink(weights, Path.of("/proc/self/mem"));
    Invocation predict = predict(run, "x1,x2\n1,0\n");
    Files.delete(weights); // JUnit would warn of a link that leads out of its folder
    assertThat(predict.err())
        .startsWith("'%s' cannot be read: ".formatted(weights))
        .endsWith("see to it that it can be, or restore the file\n");
  }

  @Test
  void numbersWhoseScaleIsInfiniteAreNotStandardized() throws IOException {
    write("large.csv", "a,b,y\n1e200,1,0\n-1e200,2,1\n3e200,3,0\n1e199,4,1\n");
    Path file =
        write(
            "large.yaml",
            "precision: float64\nloss: mse\n"
                + "dataset: {type: csv, path: large.csv, label: y, header: true, standardize: true}\n"
                + REST.formatted(""));
    assertThat(Invocation.of("run", file, "--no-plots", "--out", temporary.resolve("runs")).err())
        .contains("the column 'a' cannot be standardized: its numbers are so large")
        .doesNotContain("defect");
  }

  @Test
  @Tag("slow")
  @DisabledOnOs(OS.WINDOWS) // where a process is not asked to end
  void aProcessThatIsAskedToEndTakesItsDraftAlong() throws IOException, InterruptedException {
    Path run = train("xor", "mse", "");
    Path out = Files.createDirectory(temporary.resolve("predicted")).resolve("out.csv");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.kassei.cli.Kassei",
                "predict",
                run.toString(),
                "--data=-",
                "--out=" + out)
            .redirectErrorStream(true)
            .start();
    try {
      process.getOutputStream().write("x1,x2\n1,0\n".getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
      while (process.isAlive() && isEmpty(out.getParent())) {
        Thread.sleep(20);
      }
      assertThat(process.isAlive()).isTrue();
      process.toHandle().destroy();
      process.waitFor();
      assertThat(out.getParent()).isEmptyDirectory();
    } finally {
      process.destroyForcibly();
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  @Test
  void aRunOfABatchIsChosenByItsTrial() throws IOException {
    write("plain.csv", FRUIT.replace(',', '.'));
    Path file =
        write(
            "batch.yaml",
            """
            dataset: {type: csv, path: plain.csv, delimiter: ';', label: kind, categorical: [colour]}
            loss: cross_entropy
            %s
            batch: {grid: {seed: [1, 2]}, keep: best}
            """
                .formatted(REST.formatted("")));
    Path runs = temporary.resolve("runs");
    Invocation.of("run", file, "--no-plots", "--out", runs);
    Path batch = runs.resolve("batch");
    String rows = "size;colour;count;weight\n1;red;1;1\n";
    Invocation unnamed = predict(batch, rows);
    assertThat(unnamed.code()).isEqualTo(2);
    assertThat(unnamed.err()).matches("(?s).*choose the run of a trial with --trial N; .*: [12]\n");
    String trial = unnamed.err().strip().replaceAll(".* ", "");
    assertThat(predict(batch, rows, "--trial", trial).done().outLines()).hasSize(2);
    assertThat(predict(batch, rows, "--trial", "7").err())
        .contains("trial 7 was not saved; choose another with --trial N; saved (by batch.keep)");
    Invocation.of("export", batch, "--onnx", temporary.resolve("x.onnx"))
        .refused(
            "'%s' is the folder of a batch, and a run is needed; name one that it saved, such as '%s'"
                .formatted(batch, batch.resolve("runs/trial-" + trial)));
  }

  @Test
  void gapsAreRefusedWhereTheTrainingDataHadNone() throws IOException {
    Path run = train("iris", "cross_entropy", "");
    Invocation refused =
        predict(run, "sepal_length,sepal_width,petal_length,petal_width\n,3,1,0.2\n");
    assertThat(refused.err()).contains("the model was trained without a rule for gaps");
    assertThat(Files.readString(run.resolve("preparation.json"))).doesNotContain("fill");
    Path generated = train("xor", "mse", "");
    assertThat(predict(generated, "x1,x2\n,1\n").code()).isEqualTo(2);
  }

  @Test
  void rowsAreReadFromStandardInput() throws IOException {
    Path run = fruit("refuse");
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(FRUIT.getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(Invocation.of("predict", run, "--data", "-").out())
          .isEqualTo(predict(run, FRUIT).out());
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void whatCannotBeWrittenOrKeptIsSaidInTheWordsOfTheUser() throws IOException {
    Path run = fruit("refuse");
    predict(run, FRUIT, "--out", run)
        .refused(
            "results cannot be written to '%s': it is a folder; name a file in it".formatted(run));
    Path z = temporary.resolve("z");
    predict(run, FRUIT, "--out", z.resolve("z.csv"))
        .refused(
            "results cannot be written to '%s': there is no folder '%s'"
                .formatted(z.resolve("z.csv"), z));
    predict(run, "predicted;size;colour;count\n1;1;red;1\n", "--keep", "predicted")
        .refused(
            "the column 'predicted' cannot be kept: the predictions would have two columns of this"
                + " name; rename it in the data, or leave it out");
    assertThat(predict(run, FRUIT, "--weights", "foo").err())
        .contains("expected one of [result, best, last] but was 'foo'");
    assertThat(predict(temporary.resolve("model.yaml"), FRUIT).err()).contains("it is a file");
  }

  @Test
  void runsOfBeforeAreToBeRunAgain() throws IOException {
    Path run = fruit("refuse");
    Files.delete(run.resolve("preparation.json"));
    Invocation refused = predict(run, FRUIT);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .contains("there is no '" + run.resolve("preparation.json") + "'")
        .endsWith("kassei run " + run.resolve("config.yaml") + "\n");
  }

  @Test
  @Tag("slow")
  void filesLargerThanTheMemoryArePredicted() throws IOException, InterruptedException {
    Path run = train("xor", "mse", "");
    Path rows = temporary.resolve("rows.csv");
    String block =
        IntStream.range(0, 1000)
            .mapToObj(i -> i / 1000.0 + "," + "0".repeat(80) + "\n")
            .collect(Collectors.joining());
    try (var writer = Files.newBufferedWriter(rows)) {
      writer.write("x1,x2\n");
      for (int i = 0; i < 600; i++) {
        writer.write(block);
      }
    }
    assertThat(Files.size(rows)).isGreaterThan(40L << 20);
    Path out = temporary.resolve("out.csv");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx24m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.kassei.cli.Kassei",
                "predict",
                run.toString(),
                "--data=" + rows,
                "--out=" + out)
            .redirectErrorStream(true)
            .redirectOutput(temporary.resolve("log.txt").toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(temporary.resolve("log.txt"))).isZero();
    try (var lines = Files.lines(out)) {
      assertThat(lines.count()).isEqualTo(600_001);
    }
  }

  @Test
  void whatIsReadAndWhatBelongsToARunIsNotWrittenOver() throws IOException {
    Path run = train("xor", "mse", "");
    Path rows = write("rows.csv", "x1,x2\n1,0\n");
    assertThat(refused("predict", run, "--data", rows, "--out", rows))
        .contains("is the file that is read, and would be lost");
    assertThat(rows).hasContent("x1,x2\n1,0\n");
    String config = Files.readString(run.resolve("config.yaml"));
    assertThat(refused("export", run, "--c", run.resolve("config.yaml")))
        .contains("belongs to the results in");
    assertThat(run.resolve("config.yaml")).hasContent(config);
    assertThat(refused("predict", run, "--data", rows, "--out", run.resolve("predictions.csv")))
        .contains("name a file in another folder");
    Path both = temporary.resolve("y.h");
    assertThat(refused("export", run, "--c", both, "--onnx", both))
        .contains("is named for two formats; give each a file of its own");
    assertThat(both).doesNotExist();
  }

  private static String refused(Object... words) {
    Invocation invocation = Invocation.of(words);
    assertThat(invocation.code()).isEqualTo(2);
    return invocation.err();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aLinkStandsForItsFile() throws IOException {
    Path run = train("xor", "mse", "");
    Path file = write("predicted.csv", "old");
    Path link = Files.createSymbolicLink(temporary.resolve("link.csv"), file);
    predict(run, "x1,x2\n1,0\n", "--out", link).done();
    assertThat(link).isSymbolicLink();
    assertThat(Files.readString(file)).startsWith("predicted");
  }

  @Test
  void aNeededColumnThatStandsTwiceIsRefused() throws IOException {
    Path run = train("xor", "mse", "");
    Invocation twice = predict(run, "x1,x2,x1\n1,0,1\n");
    assertThat(twice.code()).isEqualTo(2);
    assertThat(twice.err()).contains("the name 'x1' stands above columns 1 and 3");
  }
}
