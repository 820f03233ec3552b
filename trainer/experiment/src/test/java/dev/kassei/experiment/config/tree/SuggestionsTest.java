package dev.kassei.experiment.config.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {
  private static final List<String> KNOWN =
      List.of(
          "learning_rate",
          "leaky_relu",
          "relu",
          "batch_size",
          "epochs",
          "hidden",
          "sgd",
          "mse",
          "cross_entropy",
          "binary_cross_entropy",
          "he_normal",
          "flexible_relu");

  @ParameterizedTest
  @CsvSource({
    "lerning_rate, learning_rate",
    "learningRate, learning_rate",
    "laerning_rate, learning_rate",
    "lr, learning_rate",
    "LeakyReLU, leaky_relu",
    "leakyrelu, leaky_relu",
    "leaky-relu, leaky_relu",
    "relo, relu",
    "bs, batch_size",
    "batchsize, batch_size",
    "n_epochs, epochs",
    "SGD, sgd",
    "categorical_crossentropy, cross_entropy",
    "CrossEntropyLoss, cross_entropy",
    "BCEWithLogitsLoss, binary_cross_entropy",
    "MSELoss, mse",
    "mean_squared_error, mse",
    "hidden_layers, hidden",
    "hidden_layer_sizes, hidden",
    "kaiming_normal_, he_normal",
    "FReLU, flexible_relu",
  })
  void nearest(String given, String meant) {
    assertThat(Suggestions.nearest(given, KNOWN)).contains(meant);
  }

  @Test
  void amongEquallyNearNamesTheOneThatBeginsAlikeIsMeant() {
    assertThat(Suggestions.nearest("rellu", List.of("reglu", "relu"))).contains("relu");
    assertThat(Suggestions.nearest("reggu", List.of("regu", "reglu"))).contains("regu");
  }

  @Test
  void aNameFarFromAllHasNoSuggestion() {
    assertThat(Suggestions.nearest("banana", KNOWN)).isEmpty();
    assertThat(Suggestions.nearest("x", KNOWN)).isEmpty();
    assertThat(Suggestions.nearest("", KNOWN)).isEmpty();
  }

  @Test
  void layersAndTheirKeysAreKnownByPeersNames() {
    assertThat(Suggestions.nearest("BatchNorm2d", List.of("layer_norm", "batch_norm")))
        .contains("batch_norm");
    assertThat(Suggestions.nearest("MaxPooling2D", List.of("avg_pool", "max_pool")))
        .contains("max_pool");
    assertThat(Suggestions.nearest("filters", List.of("kernel_size", "out_channels")))
        .contains("out_channels");
    assertThat(Suggestions.nearest("rate", List.of("p"))).contains("p");
  }

  @Test
  void hyperparametersOfOptimizersAreKnownByPeersNames() {
    assertThat(Suggestions.nearest("betas", List.of("epsilon", "beta1", "beta2")))
        .contains("beta1");
    assertThat(Suggestions.nearest("adjust_lr_fn", List.of("rate_adjustment", "vectors")))
        .contains("rate_adjustment");
    assertThat(Suggestions.nearest("AdamWScheduleFree", List.of("adamw", "schedule_free_adamw")))
        .contains("schedule_free_adamw");
  }

  @Test
  void peersNamesAreSuggestedOnlyWhereTheyExist() {
    assertThat(Suggestions.nearest("lr", List.of("momentum"))).isEmpty();
  }
}
