package dev.kassei.export.pytorch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kassei.api.Precision;
import dev.kassei.export.LayerSamples;
import dev.kassei.export.Sample;
import dev.kassei.export.network.ExportException;
import dev.kassei.results.Safetensors;
import dev.kassei.results.record.InputColumns;
import dev.kassei.results.record.Preparation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TorchModuleTest {
  private static final String PYTHON = "/usr/bin/python3";

  @TempDir Path folder;

  /** One process for all. */
  @Test
  @Tag("slow")
  void modulesOfAllActivationsAndLayersPredictWhatTheEngineDoes() throws Exception {
    assumeTrue(hasTorch(), "needs " + PYTHON + " with torch");
    var samples = new ArrayList<Sample>();
    for (Precision precision : Precision.values()) {
      Stream.concat(Sample.activations(precision), LayerSamples.of(precision))
          .filter(each -> !each.name().equals("sparsemax"))
          .forEach(samples::add);
    }
    for (int i = 0; i < samples.size(); i++) {
      write(samples.get(i), "network" + i);
    }
    Files.writeString(folder.resolve("compare.py"), COMPARE);
    assertThat(run("compare.py")).isEmpty();
  }

  /** Prints what is different, relative to the largest number of a network's responses. */
  private static final String COMPARE =
      """
      import importlib, pathlib, sys
      import torch
      sys.path.insert(0, ".")
      torch.set_num_threads(1)
      for path in sorted(pathlib.Path(".").glob("network*.py")):
          module = importlib.import_module(path.stem)
          network = getattr(module, "Network" + path.stem[7:])().load(path.stem + ".safetensors")
          numbers = torch.frombuffer(bytearray(open(path.stem + ".bin", "rb").read()), dtype=torch.float64)
          width = len(module.COLUMNS)
          rows = numbers[: 40 * width].reshape(40, width)
          expected = numbers[40 * width :].reshape(40, -1)
          try:
              predicted = network.predict(rows).double()
          except Exception as e:
              print(open(path).readline().strip(), path, e)
              continue
          limit = 1e-12 if network.dtype == torch.float64 else 1e-5
          scale = expected[expected.isfinite()].abs().max().clamp(min=1)
          difference = ((predicted - expected).abs() / scale)[~((predicted == expected) | (predicted.isnan() & expected.isnan()))]
          if difference.numel() and not difference.max() <= limit:
              print(open(path).readline().strip(), network.dtype, difference.max().item())
      """;

  private void write(Sample sample, String name) throws IOException {
    Files.writeString(folder.resolve(name + ".py"), TorchModule.of(network(sample, name)));
    try (OutputStream out = Files.newOutputStream(folder.resolve(name + ".safetensors"))) {
      Safetensors.write(List.copyOf(sample.tensors().values()), out);
    }
    ByteBuffer numbers =
        ByteBuffer.allocate((sample.rows().length + sample.expected().length) * Double.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    for (double[] each : List.of(sample.rows(), sample.expected())) {
      for (double number : each) {
        numbers.putDouble(number);
      }
    }
    Files.write(folder.resolve(name + ".bin"), numbers.array());
  }

  private static TorchNetwork network(Sample sample, String name) {
    return new TorchNetwork(
        name,
        sample.name(),
        sample.response(),
        sample.response(),
        sample.precision(),
        sample.preparation());
  }

  private static boolean hasTorch() throws InterruptedException {
    try {
      return new ProcessBuilder(PYTHON, "-c", "import torch").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private String run(String script) throws IOException {
    Process process =
        new ProcessBuilder(PYTHON, script)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }

  @Test
  @Tag("slow")
  void namesOfModulesThatPyTorchImportsAreTaken() throws Exception {
    assumeTrue(hasTorch(), "needs " + PYTHON + " with torch");
    Files.writeString(
        folder.resolve("modules.py"),
        """
        import sys
        import json, math, struct, torch
        public = {name.split(".")[0] for name in sys.modules if name[0] != "_"}
        files = {name for name in public if getattr(sys.modules[name], "__file__", None)}
        print(*sorted(files | {name for name in sys.stdlib_module_names if name[0] != "_"}), sep="\\n")
        """);
    assertThat(run("modules.py").lines())
        .contains("torch", "random")
        .allMatch(PythonModules::isTaken);
    assertThat(PythonModules.isTaken("iris")).isFalse();
  }

  @Test
  void aNetworkReadsAsAPersonWouldWriteIt() {
    Sample gelu = named("gelu");
    assertThat(TorchModule.of(network(gelu, "gelu")))
        .contains(
            """
                    self.layers_0 = nn.Linear(3, 8)
                    self.layers_2 = nn.Linear(8, 2)
            """)
        .contains(
            """
                    x = F.gelu(self.layers_0(x))
                    return self.layers_2(x)
            """);
  }

  @Test
  void manyNumberedColumnsAreOneExpressionOfPython() {
    List<String> names = IntStream.range(0, 30).mapToObj(each -> "{a}" + each).toList();
    var columns =
        new InputColumns(
            InputColumns.Kind.NUMBER,
            names,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Preparation other = named("relu").preparation();
    var preparation =
        new Preparation(
            List.of(columns),
            other.image(),
            other.targets(),
            other.classes(),
            other.classWeights(),
            other.weight(),
            other.text());
    assertThat(new Columns(preparation).constants())
        .startsWith("COLUMNS = [f\"{{a}}{i}\" for i in range(0, 30)]\n");
  }

  @Test
  void aFunctionOfWholeRowsIsRefusedByName() {
    assertThatThrownBy(() -> TorchModule.of(network(named("sparsemax"), "a")))
        .isInstanceOf(ExportException.class)
        .hasMessageContaining("layers.1")
        .hasMessageContaining("no form in PyTorch");
  }

  private static Sample named(String name) {
    return Sample.activations(Precision.FLOAT64)
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
