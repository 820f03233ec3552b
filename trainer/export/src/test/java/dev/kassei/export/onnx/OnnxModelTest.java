package dev.kassei.export.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import dev.kassei.api.ImageShape;
import dev.kassei.api.Layer;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Shape;
import dev.kassei.export.LayerSamples;
import dev.kassei.export.Sample;
import dev.kassei.export.network.ExportException;
import dev.kassei.results.record.InputColumns;
import dev.kassei.results.record.InputColumns.Kind;
import dev.kassei.results.record.Preparation;
import dev.kassei.results.record.TargetColumn;
import dev.kassei.results.record.TextFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The graphs by an interpreter of our own. */
class OnnxModelTest {
  private static Stream<Sample> samples() {
    return Stream.concat(Sample.activations(Precision.FLOAT32), LayerSamples.of(Precision.FLOAT32))
        .filter(sample -> !sample.name().equals("sparsemax"));
  }

  private static ModelProto model(Sample sample) {
    return OnnxModel.of(
        sample.preparation(), sample.response(), sample.tensors().values(), Map.of());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void graphsComputeWhatKasseiDoes(Sample sample) {
    GraphProto graph = model(sample).getGraph();
    requireSound(graph);
    String input = graph.getInput(0).getName();
    Array result = Interpreter.output(graph, Map.of(input, input(sample)), "prediction");
    double largest = Arrays.stream(sample.expected()).map(Math::abs).reduce(1, Math::max);
    for (int i = 0; i < sample.expected().length; i++) {
      double difference = Math.abs(result.numbers()[i] - sample.expected()[i]);
      assertThat(difference).as(sample.name()).isLessThan(1e-5 * largest);
    }
  }

  private static Array input(Sample sample) {
    if (sample.image().isEmpty()) {
      return Array.of(new int[] {Sample.ROWS, sample.width()}, sample.rows());
    }
    ImageShape image = sample.image().get();
    int[] shape = {Sample.ROWS, image.height(), image.width(), image.channels()};
    return Moving.transposed(Array.of(shape, sample.rows()), 0, 3, 1, 2);
  }

  /** As ONNX's checker demands: each name is written once, and before it is read. */
  private static void requireSound(GraphProto graph) {
    Set<String> known = new HashSet<>();
    graph.getInputList().forEach(each -> assertThat(known.add(each.getName())).isTrue());
    graph.getInitializerList().forEach(each -> assertThat(known.add(each.getName())).isTrue());
    var nodes = new HashSet<String>();
    for (NodeProto node : graph.getNodeList()) {
      assertThat(known).containsAll(node.getInputList());
      assertThat(nodes.add(node.getName())).isTrue();
      node.getOutputList().forEach(each -> assertThat(known.add(each)).isTrue());
    }
    graph.getOutputList().forEach(each -> assertThat(known).contains(each.getName()));
  }

  @Test
  void layersAndActivationsBecomeOperatorsOfOnnx() {
    assertThat(operators("mish")).containsExactly("Gemm", "Mish", "Gemm", "Identity");
    assertThat(operators("gelu")).contains("Gelu");
    assertThat(operators("conv2d")).containsExactly("Conv", "Flatten", "Gemm", "Identity");
    assertThat(operators("dropout")).containsExactly("Gemm", "Gemm", "Identity");
    assertThat(operators("softmax")).contains("Softmax");
    assertThat(operators("max_pool")).contains("MaxPool");
    assertThat(operators("embedding")).contains("Gather");
  }

  private static List<String> operators(String name) {
    Sample sample = samples().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    return model(sample).getGraph().getNodeList().stream().map(NodeProto::getOpType).toList();
  }

  @Test
  void activationsOfOthersAreWrittenByTheirFormula() {
    Layer stranger = x -> x.times(x.softplus().tanh()).plus(x.expm1().log1p());
    Sample sample = Sample.dense("third_party", stranger, Precision.FLOAT32);
    graphsComputeWhatKasseiDoes(sample);
  }

  @Test
  void functionsOfRowsAreRefusedByName() {
    Sample sparsemax =
        Sample.activations(Precision.FLOAT32)
            .filter(sample -> sample.name().equals("sparsemax"))
            .findFirst()
            .orElseThrow();
    assertThatExceptionOfType(ExportException.class)
        .isThrownBy(() -> model(sparsemax))
        .withMessage(
            "ONNX has no form of 'layers.1 (sparsemax)': it is a function of rows in Java, which no"
                + " formula expresses");
  }

  @Test
  void columnsOfCategoriesAreInputsOfTexts() {
    Optional<List<Integer>> none = Optional.empty();
    var number =
        new InputColumns(
            Kind.NUMBER,
            List.of("size"),
            none,
            List.of(),
            Optional.of(List.of(4.0)),
            Optional.of(List.of(1.0)),
            Optional.of(List.of(2.0)));
    GraphProto graph = graph(List.of(number, redOrGreen("colour")), List.of());
    Map<String, Array> rows =
        Map.of(
            "size",
            Array.of(new int[] {3, 1}, 5, 3, Double.NaN),
            "colour",
            new Array(new int[] {3, 1}, new double[0], List.of("red", "green", "?")));
    Array result = Interpreter.output(graph, rows, "prediction");
    assertThat(result.numbers()).containsExactly(2, 0.75, -1.5, 1, -0.25, 0.5, 1.5, 0, 0);
  }

  private static InputColumns redOrGreen(String name) {
    return new InputColumns(
        Kind.ONE_HOT,
        List.of(name),
        Optional.empty(),
        List.of("red", "green"),
        Optional.of(List.of(0.25, 0.75)),
        Optional.of(List.of(0.25, 0.75)),
        Optional.of(List.of(1.0, 0.5)));
  }

  /** A graph whose input and output have one name is none for runtimes. */
  @Test
  void aColumnCalledLikeAnOutputIsRefused() {
    assertThatExceptionOfType(ExportException.class)
        .isThrownBy(() -> graph(List.of(redOrGreen("prediction")), List.of()))
        .withMessage(
            "the column 'prediction' would be an input of the ONNX model, which has an output of this"
                + " name; rename the column and train again, or take --pytorch or --c");
    assertThat(graph(List.of(redOrGreen("label")), List.of()).getInput(0).getName())
        .isEqualTo("label");
  }

  /** A network that returns its features. */
  private static GraphProto graph(List<InputColumns> columns, List<String> classes) {
    int width = columns.stream().mapToInt(InputColumns::width).sum();
    var targets = new ArrayList<TargetColumn>();
    IntStream.range(0, classes.isEmpty() ? width : 1)
        .forEach(
            i ->
                targets.add(
                    new TargetColumn(
                        "y" + i, Optional.empty(), Optional.empty(), Optional.empty())));
    var preparation =
        new Preparation(
            columns,
            Optional.empty(),
            targets,
            classes,
            Optional.empty(),
            Optional.empty(),
            TextFormat.PLAIN);
    Expr features = Expr.input("features", Shape.batch(width));
    return OnnxModel.of(preparation, features, List.of(), Map.of()).getGraph();
  }

  @Test
  void aSingleOutputBecomesTheProbabilitiesOfTwoClasses() {
    var number =
        new InputColumns(
            Kind.NUMBER,
            List.of("p"),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    GraphProto graph = graph(List.of(number), List.of("no", "yes"));
    Array p = Array.of(new int[] {2, 1}, 0.25, 0.75);
    Array result = Interpreter.output(graph, Map.of("features", p), "probabilities");
    assertThat(result.numbers()).containsExactly(0.75, 0.25, 0.25, 0.75);
    assertThat(graph.getOutputList())
        .extracting(each -> each.getName())
        .containsExactly("label", "probabilities");
  }
}
