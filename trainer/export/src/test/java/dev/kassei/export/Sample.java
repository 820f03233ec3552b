package dev.kassei.export;

import dev.kassei.api.Activation;
import dev.kassei.api.ImageShape;
import dev.kassei.api.Layer;
import dev.kassei.api.PluginName;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Rows;
import dev.kassei.api.expr.Shape;
import dev.kassei.builtins.initializer.Initializers;
import dev.kassei.builtins.layer.Dense;
import dev.kassei.builtins.model.Sequential;
import dev.kassei.engine.Programs;
import dev.kassei.engine.plan.Entry;
import dev.kassei.engine.plan.Plan;
import dev.kassei.engine.plan.PlanOptions;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Purpose;
import dev.kassei.results.Tensor;
import dev.kassei.results.record.InputColumns;
import dev.kassei.results.record.Preparation;
import dev.kassei.results.record.TargetColumn;
import dev.kassei.results.record.TextFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A small network with random weights, and what the engine computes of it.
 *
 * @param response rows × outputs
 * @param tensors parameters and states by name
 * @param rows features, row by row
 * @param expected responses, row by row
 */
public record Sample(
    String name,
    Expr response,
    Precision precision,
    Map<String, Tensor> tensors,
    Optional<ImageShape> image,
    int width,
    double[] rows,
    double[] expected) {
  /** How many rows there are. */
  public static final int ROWS = 40;

  private static final String CATALOGUE = "dev.kassei.activations.";

  /** Every activation of the catalogue between two dense layers. */
  public static Stream<Sample> activations(Precision precision) {
    return ServiceLoader.load(Activation.class).stream()
        .filter(each -> each.type().getName().startsWith(CATALOGUE))
        .map(ServiceLoader.Provider::get)
        .filter(each -> !name(each).equals("formula"))
        .map(each -> dense(name(each), each, precision));
  }

  /** The name of an activation. */
  public static String name(Activation activation) {
    return activation.getClass().getAnnotation(PluginName.class).value();
  }

  /** A layer between two dense ones. */
  public static Sample dense(String name, Layer layer, Precision precision) {
    return of(name, List.of(units(8), layer, units(2)), Shape.batch(3), precision);
  }

  private static Dense units(int units) {
    return new Dense(units, new Initializers(), true);
  }

  /** Layers for images of 6 × 6 pixels with two channels. */
  public static Sample image(String name, List<Layer> layers, Precision precision) {
    return of(name, layers, new Shape(Rows.BATCH.times(6, 6), 2), precision);
  }

  /** Layers for rows of a shape. */
  public static Sample of(String name, List<Layer> layers, Shape shape, Precision precision) {
    return of(name, x -> new Sequential(layers).apply(x, 2), shape, precision);
  }

  /** A formula of rows of a shape. */
  public static Sample of(
      String name, UnaryOperator<Expr> model, Shape shape, Precision precision) {
    Expr response = model.apply(Expr.input("features", shape));
    var plan = new Plan(List.of(Programs.inference(response)), PlanOptions.of(precision, ROWS));
    var tensors = new LinkedHashMap<String, Tensor>();
    var random = new Random(name.hashCode());
    for (String tensor : plan.tensors().names()) {
      Detail declaration = plan.tensors().declaration(tensor);
      double[] values = values(declaration, plan.tensors().shape(tensor), precision, random);
      plan.tensors().write(tensor, 0, values);
      tensors.put(
          tensor, Tensor.of(tensor, declaration, plan.tensors().shape(tensor), precision, values));
    }
    int width = shape.rows().count() * shape.columns();
    double[] rows = rounded(random.doubles((long) ROWS * width, -3, 3).toArray(), precision);
    plan.inputs("features", 0, rows, 0, ROWS);
    plan.run(Entry.PREDICT, ROWS);
    return new Sample(
        name,
        response,
        precision,
        tensors,
        image(shape),
        width,
        rows,
        plan.output(Programs.RESPONSE, 0, ROWS));
  }

  private static Optional<ImageShape> image(Shape shape) {
    List<Integer> sizes = shape.rows().sizes();
    return sizes.size() == 2
        ? Optional.of(new ImageShape(sizes.get(0), sizes.get(1), shape.columns()))
        : Optional.empty();
  }

  /** First values that are moved a little, so that no two are the same; variances stay positive. */
  private static double[] values(
      Detail declaration, Shape shape, Precision precision, Random random) {
    int size = shape.rows().count() * shape.columns();
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      double first =
          declaration instanceof Detail.State state
              ? state.initial()
              : first((Detail.Parameter) declaration, shape, i, random);
      values[i] = first + random.nextDouble() * 0.25;
    }
    return rounded(values, precision);
  }

  private static double first(Detail.Parameter parameter, Shape shape, int index, Random random) {
    var draws = CountedDraws.of(random.nextLong(), Purpose.WEIGHTS, parameter.name(), 0);
    return parameter.initializer().value(parameter.fans(shape), draws, index);
  }

  private static double[] rounded(double[] values, Precision precision) {
    double[] rounded = values.clone();
    for (int i = 0; precision == Precision.FLOAT32 && i < rounded.length; i++) {
      rounded[i] = (float) rounded[i];
    }
    return rounded;
  }

  /** A preparation that leaves features as they are. */
  public Preparation preparation() {
    return preparation("x");
  }

  /**
   * The same with columns of other names.
   *
   * @param prefix what stands before their numbers
   */
  public Preparation preparation(String prefix) {
    List<String> names = IntStream.range(0, width).mapToObj(each -> prefix + each).toList();
    var columns =
        new InputColumns(
            InputColumns.Kind.NUMBER,
            names,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    var targets = new ArrayList<TargetColumn>();
    for (int i = 0; i < response.width(); i++) {
      targets.add(new TargetColumn("y" + i, Optional.empty(), Optional.empty(), Optional.empty()));
    }
    return new Preparation(
        List.of(columns),
        image,
        targets,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        TextFormat.PLAIN);
  }
}
