package dev.kassei.export.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnx.proto.OnnxMl.ModelProto;
import dev.kassei.api.Precision;
import dev.kassei.export.LayerSamples;
import dev.kassei.export.Sample;
import dev.kassei.export.network.ExportException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What onnxruntime computes of each layer and activation, where Python has it: one process. */
class OnnxRuntimeTest {
  private static final String PYTHON = "/usr/bin/python3";

  @TempDir private Path folder;

  @Test
  @Tag("slow")
  void onnxruntimeComputesWhatKasseiDoes() throws IOException, InterruptedException {
    assumeTrue(exits("-c", "import numpy, onnxruntime"), "onnxruntime is not installed");
    List<Sample> samples =
        Stream.concat(Sample.activations(Precision.FLOAT32), LayerSamples.of(Precision.FLOAT32))
            .toList();
    var written = new ArrayList<String>();
    for (Sample sample : samples) {
      if (isWritten(sample)) {
        written.add(sample.name());
      }
    }
    assertThat(samples.stream().map(Sample::name)).containsAll(written);
    assertThat(samples).hasSizeLessThanOrEqualTo(written.size() + 1);
    List<String> differences = run(written);
    assertThat(differences).hasSameSizeAs(written).allSatisfy(OnnxRuntimeTest::isSmall);
  }

  private static void isSmall(String line) {
    String[] cells = line.split(" ", -1);
    assertThat(Double.parseDouble(cells[1])).as(line).isLessThan(1e-5);
  }

  private boolean isWritten(Sample sample) throws IOException {
    try {
      ModelProto model =
          OnnxModel.of(
              sample.preparation(), sample.response(), sample.tensors().values(), Map.of());
      Files.write(folder.resolve(sample.name() + ".onnx"), model.toByteArray());
      Files.write(folder.resolve(sample.name() + ".in"), bytes(sample.rows()));
      Files.write(folder.resolve(sample.name() + ".out"), bytes(sample.expected()));
      return true;
    } catch (ExportException e) {
      return false;
    }
  }

  private static byte[] bytes(double[] values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      bytes.putDouble(value);
    }
    return bytes.array();
  }

  /** The name of each model and its largest difference. */
  private List<String> run(List<String> names) throws IOException, InterruptedException {
    Path script = folder.resolve("compare.py");
    try (var stream = OnnxRuntimeTest.class.getResourceAsStream("compare.py")) {
      Files.copy(stream, script);
    }
    Files.write(folder.resolve("names"), names);
    assertThat(exits(script.toString(), folder.toString())).isTrue();
    return Files.readAllLines(folder.resolve("differences"));
  }

  private static boolean exits(String... arguments) throws InterruptedException {
    var command = new ArrayList<>(List.of(PYTHON));
    command.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
