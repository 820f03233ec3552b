package dev.kassei.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs as models of ONNX, from raw columns to labels and to the unit of the targets. */
class OnnxExportTest {
  private static final String PYTHON = "/usr/bin/python3";
  private static final Path PAGE = Path.of("..", "docs", "export.md");

  @TempDir private Path folder;

  private Path trained(String name, String text) throws IOException {
    Path config = folder.resolve(name + ".yaml");
    Files.writeString(config, text);
    return Invocation.of("run", config, "--out", folder).done().folder();
  }

  private void requireRuntime() throws IOException, InterruptedException {
    assumeTrue(exits("import numpy, onnxruntime") == 0, "onnxruntime is not installed");
  }

  private int exits(String program) throws IOException, InterruptedException {
    Path output = folder.resolve("python.txt");
    return new ProcessBuilder(PYTHON, "-c", program)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start()
        .waitFor();
  }

  private void runs(String program) throws IOException, InterruptedException {
    int code = exits(program);
    assertThat(code).as(() -> read(folder.resolve("python.txt"))).isZero();
  }

  private static String read(Path file) {
    try {
      String text = Files.readString(file);
      return text.substring(Math.max(0, text.length() - 2000));
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Test
  @Tag("slow")
  void modelsTakeColumnsAsTheDataHasThem() throws Exception {
    requireRuntime();
    Path run = Rents.train(folder, "float32");
    Invocation.of("export", run, "--onnx", folder.resolve("rents.onnx")).done();
    runs(
        """
        import csv, numpy as np, onnxruntime
        session = onnxruntime.InferenceSession("rents.onnx", providers=["CPUExecutionProvider"])
        predictions = list(csv.DictReader(open("float32/rents/predictions.csv")))
        rows = list(csv.DictReader(open("rents.csv")))
        rows = [rows[int(each["row"])] for each in predictions]
        number = lambda name: np.array([[float(each[name] or "nan")] for each in rows], np.float32)
        text = lambda name: np.array([[each[name]] for each in rows], object)
        feed = {"size": number("size"), "age": number("age"), "wall": text("wall"), "side": text("side")}
        found = session.run(["prediction"], feed)[0][:, 0]
        expected = np.array([float(each["predicted.rent"]) for each in predictions])
        assert np.max(np.abs(found / expected - 1)) < 1e-5, (found, expected)
        feed["wall"][0, 0] = "lilac"
        try:
            session.run(["prediction"], feed)
        except Exception as problem:
            assert "out of data bounds" in str(problem), problem
        else:
            raise AssertionError("an unknown category was taken")
        """);
  }

  @Test
  @Tag("slow")
  void thePythonOfThePageRuns() throws Exception {
    requireRuntime();
    Path run =
        trained(
            "iris",
            """
            dataset: {type: iris, standardize: true}
            model: {type: mlp, hidden: [8], activation: relu}
            loss: cross_entropy
            optimizer: adam
            training: {epochs: 100, batch_size: 16}
            """);
    Invocation.of("export", run, "--onnx", folder.resolve("iris.onnx")).done();
    var block =
        Pattern.compile("```python\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
    assertThat(block.find()).isTrue();
    runs(
        block.group(1)
            + """
            assert label.tolist() == ["setosa"], label
            assert probabilities.shape == (1, 3) and abs(probabilities.sum() - 1) < 1e-6
            metadata = session.get_modelmeta().custom_metadata_map
            assert {"name", "digest", "precision", "columns", "targets", "classes"} <= set(metadata)
            """);
  }

  @Test
  void whatHasNoFormIsRefusedAndNothingIsWritten() throws IOException {
    Path run =
        Invocation.of(
                "run",
                Configs.MLP,
                "--set",
                "model.activation=sparsemax",
                "--set",
                "training.epochs=1",
                "--out",
                folder)
            .done()
            .folder();
    Path file = folder.resolve("model.onnx");
    Invocation export = Invocation.of("export", run, "--onnx", file);
    assertThat(export.code()).isEqualTo(2);
    assertThat(export.err().lines().toList())
        .isEqualTo(
            List.of(
                "ONNX has no form of 'hidden.0.activation (sparsemax)': it is a function of rows in"
                    + " Java, which no formula expresses"));
    assertThat(file).doesNotExist();
  }

  @Test
  void theFileIsAModelAndItsPathIsPrinted() throws IOException {
    Path run =
        Invocation.of("run", Configs.MLP, "--set", "training.epochs=1", "--out", folder)
            .done()
            .folder();
    Path file = folder.resolve("model.onnx");
    Invocation export = Invocation.of("export", run, "--onnx", file).done();
    assertThat(export.outLines()).containsExactly(file.toString());
    assertThat(new String(Files.readAllBytes(file), ISO_8859_1))
        .contains("Kassei", "hidden.0.weight", "probabilities", "digest");
  }
}
