///usr/bin/env jbang "$0" "$@" ; exit $?
//DEPS dev.kassei:kassei-embed:0.1.0
import dev.kassei.api.Precision;
import dev.kassei.embed.BatchResult;
import dev.kassei.embed.Experiment;
import dev.kassei.embed.ExperimentBuilder;
import dev.kassei.embed.Kassei;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One neuron on XOR as in docs/xor.md, a comparison of activations with its verdict, a picture. */
public class Xor {
  private static final double[][] X = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};

  private static ExperimentBuilder xor() {
    return Experiment.builder().data(X, new int[] {0, 1, 1, 0}).set("training.batch_size", "all");
  }

  public static void main(String[] arguments) {
    String normal = "{type: normal, standard_deviation: 1}";
    Map<String, String> initializer = Map.of("weight", normal, "bias", normal);
    Experiment neuron = xor().precision(Precision.FLOAT64).epochs(10000)
        .model("mlp", Map.of("hidden", List.of(), "output_activation", "sigmoid", "initializer", initializer))
        .loss("mse").optimizer("sgd", Map.of("learning_rate", 0.1)).set("training.shuffle", false).build();
    System.out.println(Kassei.train(neuron).digest());

    BatchResult result = Kassei.batch(xor().epochs(30).seeds(10).grid("model.activation", "relu", "tanh", "mish")
        .model("mlp", Map.of("hidden", List.of(8))).loss("binary_cross_entropy")
        .optimizer("adam", Map.of("learning_rate", 0.05)).set("batch.compare.metric", "train.loss").build());
    System.out.println(result.verdict());

    Path picture = Path.of(arguments.length > 0 ? arguments[0] : "mish.png");
    Kassei.activation("mish").draw(picture);
    System.out.println(picture);
  }
}
