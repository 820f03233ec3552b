package dev.kassei.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Listener;
import dev.kassei.api.Precision;
import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.plan.FileLoader;
import dev.kassei.batch.plan.Loaded;
import dev.kassei.batch.plan.TrialConfig;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.inference.Predictor;
import dev.kassei.experiment.inference.SavedModel;
import dev.kassei.experiment.plugin.Plugins;
import dev.kassei.experiment.training.ExperimentCache;
import dev.kassei.experiment.training.LaneTrainer;
import dev.kassei.experiment.training.PreparedTrial;
import dev.kassei.experiment.training.RunOptions;
import dev.kassei.experiment.training.RunWriter;
import dev.kassei.export.c.CHeader;
import dev.kassei.export.network.ExportException;
import dev.kassei.export.onnx.OnnxModel;
import dev.kassei.export.pytorch.TorchModule;
import dev.kassei.results.RunFolder;
import dev.kassei.results.record.InputColumns;
import dev.kassei.results.record.Preparation;
import dev.kassei.results.record.RunFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every network of {@code configs}, trained for some steps and exported, says of its raw rows what
 * it says here; the worst differences are those of docs/export.md. Minutes: with {@code
 * -Dexport.report=FILE}, which the table goes into. Images of MNIST are noise here.
 */
@EnabledIfSystemProperty(named = "export.report", matches = ".+")
class ExportedConfigsTest {
  private static final String PYTHON = "/usr/bin/python3";

  private static final int ROWS = 100;

  /** Of MNIST; more than a mini-batch. */
  private static final int IMAGES = 200;

  @TempDir Path folder;

  /**
   * A network and what it says here.
   *
   * @param refusal of C; empty if it has a header
   */
  private record Exported(
      String name, SavedModel model, double[] expected, Optional<String> refusal) {
    int columns() {
      return model.preparation().columnNames().size();
    }
  }

  @Test
  void networksSayElsewhereWhatTheySayHere() throws Exception {
    var report = new ArrayList<String>();
    report.add("| configuration | networks | precision | C, gcc | PyTorch | ONNX, onnxruntime |");
    report.add("|---|---|---|---|---|---|");
    writeImages(folder.resolve("mnist"));
    for (Path config : configurations()) {
      List<Exported> all = exported(config);
      if (!all.isEmpty()) {
        report.add(line(config, all));
        Files.write(Path.of(System.getProperty("export.report")), report);
      }
    }
    assertThat(report).hasSizeGreaterThan(8);
  }

  private static List<Path> configurations() throws IOException {
    try (Stream<Path> files = Files.walk(Configs.FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml") && !file.toString().contains("invalid"))
          .sorted()
          .toList();
    }
  }

  private String line(Path config, List<Exported> all) throws IOException {
    List<Exported> inC = all.stream().filter(each -> each.refusal().isEmpty()).toList();
    double c = inC.isEmpty() ? 0 : worst(inC, ".c");
    double pytorch = worst(all, ".torch");
    Precision precision = all.get(0).model().precision();
    assertThat(c).as("C of %s", config).isZero();
    assertThat(pytorch)
        .as("PyTorch of %s", config)
        .isLessThan(precision == Precision.FLOAT64 ? 1e-12 : 1e-5);
    double onnx = worst(all, ".found");
    assertThat(onnx).as("ONNX of %s", config).isLessThan(1e-5);
    int refused = all.size() - inC.size();
    String inHeaders =
        inC.isEmpty() ? "too large" : c + (refused > 0 ? ", " + refused + " too large" : "");
    return "| %s | %s | %s | %s | %s | %s |"
        .formatted(
            Configs.FOLDER.relativize(config),
            all.size(),
            precision.name().toLowerCase(Locale.ROOT),
            inHeaders.replace("0.0", "0"),
            String.format(Locale.ROOT, "%.1e", pytorch),
            String.format(Locale.ROOT, "%.1e", onnx));
  }

  // Training and exporting

  private List<Exported> exported(Path config) throws IOException {
    Path place = Files.createDirectories(folder.resolve(config.getFileName()));
    var all = new ArrayList<Exported>();
    for (LoadedConfig trial : trials(config)) {
      Optional<PreparedTrial> prepared = prepared(trial);
      if (prepared.isPresent()) {
        exported(trial, prepared.get(), place, "n" + all.size()).ifPresent(all::add);
      }
    }
    if (!all.isEmpty()) {
      runInC(all, place);
      runInPython(place);
      runInOnnxRuntime(place);
    }
    return all;
  }

  private List<LoadedConfig> trials(Path file) throws IOException {
    var settings =
        new ArrayList<>(List.of("training.epochs=1", "training.max_steps=20", "plots=false"));
    if (Files.readString(file).contains("type: mnist")) {
      settings.add("dataset.folder=" + folder.resolve("mnist"));
    }
    Loaded loaded = new FileLoader(Plugins.builtIn()).load(file, settings);
    if (loaded instanceof Loaded.Single single) {
      return List.of(single.config());
    }
    var seen = new HashSet<Object>();
    return ((BatchConfig) loaded)
        .trials().stream()
            .map(TrialConfig::config)
            .filter(
                each ->
                    seen.add(
                        List.of(each.experiment().dataset().source(), each.experiment().model())))
            .toList();
  }

  private static Optional<PreparedTrial> prepared(LoadedConfig config) {
    try {
      return Optional.of(new ExperimentCache().prepare(config));
    } catch (ExperimentException e) {
      assertThat(e).hasMessageContaining("there is no such");
      return Optional.empty();
    }
  }

  /** Empty for a function of whole rows, which has no form in either. */
  private Optional<Exported> exported(
      LoadedConfig config, PreparedTrial trial, Path place, String name) throws IOException {
    RunFolder run = RunFolder.create(place, "run-" + name);
    var writer = new RunWriter(config, trial.data(), "test");
    writer.writeConfig(run);
    try (var trainer = new LaneTrainer(new RunOptions())) {
      writer.write(trainer.prepare(trial, new Listener() {}).train(), run);
    }
    SavedModel model = SavedModel.read(run.path(), Plugins.builtIn());
    try {
      Files.writeString(place.resolve(name + ".py"), TorchModule.of(model, name));
    } catch (ExportException e) {
      assertThat(e).hasMessageContaining("function of whole rows");
      return Optional.empty();
    }
    OnnxModel.write(model, place.resolve(name + ".onnx"));
    Files.copy(run.path().resolve(RunFiles.WEIGHTS), place.resolve(name + ".safetensors"));
    double[] all = trial.data().train().originals();
    double[] rows = Arrays.copyOf(all, Math.min(ROWS * model.preparation().width(), all.length));
    write(place.resolve(name + ".rows"), raw(rows, model.preparation()));
    double[] expected = new Predictor(model).responses(rows);
    return Optional.of(new Exported(name, model, expected, header(model, place, name)));
  }

  /** Raw rows of features: a category is its number, and a gap is one where no category is. */
  private static double[] raw(double[] rows, Preparation preparation) {
    var raw = DoubleStream.builder();
    int feature = 0;
    while (feature < rows.length) {
      for (InputColumns columns : preparation.inputs()) {
        double[] own = Arrays.copyOfRange(rows, feature, feature + columns.width());
        feature += own.length;
        if (columns.kind() == InputColumns.Kind.ONE_HOT) {
          raw.add(
              IntStream.range(0, own.length)
                  .filter(each -> own[each] == 1)
                  .mapToDouble(each -> each)
                  .findFirst()
                  .orElse(Double.NaN));
        } else {
          DoubleStream.of(own).forEach(raw);
        }
      }
    }
    return raw.build().toArray();
  }

  private static Optional<String> header(SavedModel model, Path place, String name)
      throws IOException {
    try {
      Files.writeString(place.resolve(name + ".h"), CHeader.of(model, name));
      return Optional.empty();
    } catch (ExportException e) {
      return Optional.of(e.getMessage());
    }
  }

  // Elsewhere

  private void runInC(List<Exported> all, Path place) throws IOException {
    if (all.stream().noneMatch(each -> each.refusal().isEmpty())) {
      return;
    }
    var includes = new StringWriter();
    var calls = new StringWriter();
    var include = new PrintWriter(includes);
    var call = new PrintWriter(calls);
    for (Exported each : all) {
      if (each.refusal().isEmpty()) {
        include.printf("#include \"%s.h\"%n", each.name());
        call.printf(
            "  predict(\"%s\", %s_predict, %s, %s);%n",
            each.name(), each.name(), each.columns(), each.model().network().outputs());
      }
    }
    Files.writeString(
        place.resolve("all.c"),
        "#include <stdio.h>\n"
            + includes
            + MAIN
            + "int main(void) {\n"
            + calls
            + "  return 0;\n}\n");
    assertThat(
            run(place, "gcc", "-std=c99", "-O1", "-Wall", "-Wextra", "-pedantic", "all.c", "-lm"))
        .isEmpty();
    assertThat(run(place, "./a.out")).isEmpty();
  }

  private static final String MAIN =
      """
      static void predict(
          const char *name, int (*network)(const double *, double *), int columns, int outputs) {
        static double x[100000], y[1000];
        char path[100];
        FILE *in, *out;
        sprintf(path, "%s.rows", name);
        in = fopen(path, "rb");
        sprintf(path, "%s.c", name);
        out = fopen(path, "wb");
        while (fread(x, 8, columns, in) == (size_t) columns) {
          if (network(x, y) != 0) {
            printf("%s refuses a row\\n", name);
          }
          fwrite(y, 8, outputs, out);
        }
        fclose(in);
        fclose(out);
      }

      """;

  private void runInPython(Path place) throws IOException {
    Files.writeString(
        place.resolve("all.py"),
        """
        import importlib, pathlib, torch
        torch.set_num_threads(1)
        for path in sorted(pathlib.Path(".").glob("n*.py")):
            name = path.stem
            module = importlib.import_module(name)
            network = getattr(module, name.upper())().load(name + ".safetensors")
            rows = torch.frombuffer(bytearray(open(name + ".rows", "rb").read()), dtype=torch.float64)
            predicted = network.predict(rows.reshape(-1, len(module.COLUMNS)))
            open(name + ".torch", "wb").write(predicted.double().contiguous().numpy().tobytes())
        """);
    assertThat(run(place, PYTHON, "all.py")).isEmpty();
  }

  /** The runtime of Debian complains on the error stream, whatever it does. */
  private void runInOnnxRuntime(Path place) throws IOException {
    Files.writeString(
        place.resolve("onnx.py"),
        """
        import json, pathlib, numpy as np, onnxruntime
        for path in sorted(pathlib.Path(".").glob("n*.onnx")):
            session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
            inputs, last = session.get_inputs(), session.get_outputs()[-1].name
            preparation = json.loads(pathlib.Path(f"run-{path.stem}/preparation.json").read_text())
            columns = [(each, name) for each in preparation["inputs"] for name in each["names"]]
            rows = np.fromfile(path.stem + ".rows").reshape(-1, len(columns))
            if inputs[0].name == "image":
                _, channels, height, width = inputs[0].shape
                rows = rows.reshape(-1, height, width, channels).transpose(0, 3, 1, 2)
                feed = {"image": np.ascontiguousarray(rows, np.float32)}
            elif inputs[0].name == "features":
                feed = {"features": rows.astype(np.float32)}
            else:
                feed = {}
                for i, (each, name) in enumerate(columns):
                    column = rows[:, i:i + 1]
                    feed[name] = column.astype(np.float32)
                    if each.get("categories"):
                        texts = [each["categories"][int(k)] if k == k else "" for k in column[:, 0]]
                        feed[name] = np.array(texts, object)[:, None]
            found = session.run([last], feed)[0]
            names = pathlib.Path(f"run-{path.stem}/predictions.csv").open().readline().strip().split(",")
            single = "output" in names
            (found[:, 1:] if single else found).astype(np.float64).tofile(path.stem + ".found")
        """);
    run(place, PYTHON, "onnx.py");
  }

  private static String run(Path place, String... command) throws IOException {
    Process process =
        new ProcessBuilder(command).directory(place.toFile()).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }

  /** The largest difference, relative to the largest number that the network returns. */
  private double worst(List<Exported> all, String ending) throws IOException {
    double worst = 0;
    for (Exported each : all) {
      Path run = each.model().config().folder();
      double[] predicted = read(run.resolveSibling(each.name() + ending));
      assertThat(predicted).hasSameSizeAs(each.expected());
      double scale = DoubleStream.of(each.expected()).map(Math::abs).max().orElse(1);
      for (int i = 0; i < predicted.length; i++) {
        double difference = Math.abs(predicted[i] - each.expected()[i]) / scale;
        assertThat(difference).as(each.name()).isNotNaN();
        worst = Math.max(worst, difference);
      }
    }
    return worst;
  }

  // Files

  private static void write(Path file, double[] numbers) throws IOException {
    ByteBuffer buffer =
        ByteBuffer.allocate(numbers.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    DoubleStream.of(numbers).forEach(buffer::putDouble);
    Files.write(file, buffer.array());
  }

  private static double[] read(Path file) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    double[] numbers = new double[buffer.remaining() / Double.BYTES];
    buffer.asDoubleBuffer().get(numbers);
    return numbers;
  }

  /** Noise in the files of MNIST. */
  private static void writeImages(Path folder) throws IOException {
    Files.createDirectories(folder);
    var random = new Random(3);
    for (String part : List.of("train", "t10k")) {
      ByteBuffer images = ByteBuffer.allocate(16 + IMAGES * 784);
      images.putInt(0x803).putInt(IMAGES).putInt(28).putInt(28);
      ByteBuffer labels = ByteBuffer.allocate(8 + IMAGES);
      labels.putInt(0x801).putInt(IMAGES);
      for (int i = 0; i < IMAGES; i++) {
        labels.put((byte) (i % 10));
      }
      while (images.hasRemaining()) {
        images.put((byte) random.nextInt(256));
      }
      Files.write(folder.resolve(part + "-images-idx3-ubyte"), images.array());
      Files.write(folder.resolve(part + "-labels-idx1-ubyte"), labels.array());
    }
  }
}
