package dev.kassei.export.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import dev.kassei.api.ImageShape;
import dev.kassei.api.expr.Shape;
import dev.kassei.results.record.InputColumns;
import dev.kassei.results.record.Preparation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Writes how rows become features: the inputs of the model, gaps, categories, and scaling, which is
 * computed in float64.
 *
 * <p>Where all columns are numbers there is one input, {@code features}, batch × columns; images
 * are {@code image}, batch × channels × height × width. Else each column is an input of its own
 * name, batch × 1: numbers, or the texts of categories.
 */
final class InputWriter {
  private static final String FEATURES = "features";
  private static final String IMAGE = "image";

  private final GraphWriter graph;
  private final Values values;
  private final Signature signature;
  private final Preparation preparation;

  InputWriter(GraphWriter graph, Signature signature, Preparation preparation) {
    this.graph = graph;
    this.values = new Values(graph);
    this.signature = signature;
    this.preparation = preparation;
  }

  /** The features as the network reads them. */
  Matrix write(Shape shape) {
    Optional<ImageShape> image = preparation.image();
    if (image.isPresent()) {
      String pixels = signature.input(IMAGE, Types.FLOAT, axes(image.get()));
      return Matrix.channelsFirst(prepared(pixels, image), shape);
    }
    boolean areNumbers =
        preparation.inputs().stream().allMatch(each -> each.kind() == InputColumns.Kind.NUMBER);
    String features =
        areNumbers
            ? prepared(signature.input(FEATURES, Types.FLOAT, List.of(preparation.width())), image)
            : ofColumns();
    return Matrix.channelsLast(features, shape);
  }

  private static List<Integer> axes(ImageShape image) {
    return List.of(image.channels(), image.height(), image.width());
  }

  /** Numbers without gaps and scaled. */
  private String prepared(String raw, Optional<ImageShape> image) {
    String whole = filled(raw, preparation.fill().map(fill -> ordered(fill, image)), image);
    return scaled(
        whole,
        preparation.means().map(means -> ordered(means, image)),
        preparation.deviations().map(deviations -> ordered(deviations, image)),
        image);
  }

  /** One number per feature in the order of the tensor: channels first. */
  private static double[] ordered(double[] perFeature, Optional<ImageShape> image) {
    if (image.isEmpty()) {
      return perFeature;
    }
    int channels = image.get().channels();
    int pixels = perFeature.length / channels;
    return IntStream.range(0, perFeature.length)
        .mapToDouble(i -> perFeature[i % pixels * channels + i / pixels])
        .toArray();
  }

  private String filled(String raw, Optional<double[]> fill, Optional<ImageShape> image) {
    if (fill.isEmpty()) {
      return raw;
    }
    String number =
        graph.constant("fill", Tensors.float32(shape(fill.get(), image), compact(fill.get())));
    return graph.node("Where", List.of(graph.node("IsNaN", List.of(raw)), number, raw));
  }

  /** (x − mean) / deviation; what is not moved at all stays in float32. */
  private String scaled(
      String raw,
      Optional<double[]> means,
      Optional<double[]> deviations,
      Optional<ImageShape> image) {
    if (means.isEmpty() || deviations.isEmpty()) {
      return raw;
    }
    String exact = graph.node("Cast", List.of(raw), Types.to(Types.DOUBLE));
    return toFloat(standardized(exact, means.get(), deviations.get(), image));
  }

  private String standardized(
      String exact, double[] means, double[] deviations, Optional<ImageShape> image) {
    String mean = graph.constant("means", float64(means, image));
    String deviation = graph.constant("deviations", float64(deviations, image));
    String shifted = graph.node("Sub", List.of(exact, mean));
    return graph.node("Div", List.of(shifted, deviation));
  }

  private static TensorProto float64(double[] numbers, Optional<ImageShape> image) {
    return Tensors.float64(shape(numbers, image), compact(numbers));
  }

  private String toFloat(String exact) {
    return graph.node("Cast", List.of(exact), Types.to(Types.FLOAT));
  }

  private static List<Integer> shape(double[] numbers, Optional<ImageShape> image) {
    if (compact(numbers).length == 1) {
      return List.of(1);
    }
    return image.map(InputWriter::axes).orElse(List.of(numbers.length));
  }

  /** A single number if all are equal, as those of images scaled as a whole are. */
  private static double[] compact(double[] numbers) {
    boolean areEqual = DoubleStream.of(numbers).allMatch(each -> each == numbers[0]);
    return areEqual ? Arrays.copyOf(numbers, 1) : numbers;
  }

  private String ofColumns() {
    var parts = new ArrayList<String>();
    for (InputColumns columns : preparation.inputs()) {
      for (int i = 0; i < columns.names().size(); i++) {
        parts.add(
            columns.kind() == InputColumns.Kind.NUMBER ? number(columns, i) : category(columns));
      }
    }
    String exact = graph.node("Concat", parts, Attributes.integer("axis", 1));
    boolean isScaled = preparation.means().isPresent();
    return toFloat(
        isScaled
            ? standardized(
                exact,
                preparation.means().get(),
                preparation.deviations().orElseThrow(),
                Optional.empty())
            : exact);
  }

  private String number(InputColumns columns, int index) {
    String raw = signature.input(columns.names().get(index), Types.FLOAT, List.of(1));
    Optional<double[]> fill = columns.fill().map(each -> new double[] {each.get(index)});
    String whole = filled(raw, fill, Optional.empty());
    return graph.node("Cast", List.of(whole), Types.to(Types.DOUBLE));
  }

  /**
   * The row of a table that belongs to the category. A category that the training rows have not, or
   * a gap for which there is no rule, has the number of no row, which runtimes refuse.
   */
  private String category(InputColumns columns) {
    DataType text = Types.STRING;
    String raw = signature.input(columns.names().get(0), text, List.of(1));
    var table = new CategoryTable(columns, preparation.text().missingCategories());
    String number =
        graph.node(
            Signature.CLASSICAL,
            "LabelEncoder",
            List.of(raw),
            Attributes.texts("keys_strings", table.keys()),
            Attributes.integers("values_int64s", table.rows()),
            Attributes.integer("default_int64", table.unknown()));
    String flat = graph.node("Squeeze", List.of(number, values.integers(List.of(1))));
    String features =
        graph.constant(
            "categories",
            Tensors.float64(List.of(table.unknown(), columns.width()), table.numbers()));
    return graph.node("Gather", List.of(features, flat), Attributes.integer("axis", 0));
  }
}
