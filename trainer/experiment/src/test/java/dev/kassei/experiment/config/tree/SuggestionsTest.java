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
  void aLinearLayerIsDenseAndNotTheIdentity() {
    List<String> layers = List.of("linear", "dense", "relu");
    assertThat(Suggestions.nearest("Linear", layers)).contains("dense");
    assertThat(Suggestions.nearest("nn.Linear", layers)).contains("dense");
    assertThat(Suggestions.nearest("Dense", layers)).contains("dense");
    assertThat(Suggestions.nearest("nn.ReLU", layers)).contains("relu");
    assertThat(Suggestions.nearest("Linear", List.of("linear", "relu"))).contains("linear");
  }

  @Test
  void aWordWithAMeaningOfItsOwnIsNoSlip() {
    assertThat(Suggestions.nearest("median", List.of("drop", "mean"))).isEmpty();
    assertThat(Suggestions.nearest("Conv3d", List.of("conv1d", "conv2d"))).isEmpty();
    assertThat(Suggestions.nearest("GRU", List.of("glu", "elu"))).isEmpty();
    assertThat(Suggestions.nearest("MSLE", List.of("mse", "mae"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "gradient_accumulation, accumulate",
    "accumulation_steps, accumulate",
    "accumulate_grad_batches, accumulate",
    "gradient_accumulation_steps, accumulate",
    "grad_clip, clip_norm",
    "gradient_clip, clip_norm",
    "max_grad_norm, clip_norm",
    "gradient_clip_norm, clip_norm",
    "clipnorm, clip_norm",
    "clipvalue, clip_value",
    "patience, early_stopping.patience",
    "lr, optimizer.learning_rate",
    "learning_rate, optimizer.learning_rate",
    "sam, sharpness_aware",
    "max_time, time_budget",
    "val_check_interval, validate_every",
    "check_val_every_n_epoch, validate_every",
  })
  void whatPeersHaveInTheirTraining(String given, String meant) {
    List<String> known =
        List.of(
            "time_budget",
            "batch_size",
            "class_weights",
            "validate_every",
            "accumulate",
            "clip_value",
            "clip_norm",
            "sharpness_aware",
            "early_stopping");
    assertThat(Suggestions.forKey(given, "training", known))
        .isEqualTo("; did you mean '%s'?".formatted(meant));
  }

  @Test
  void keysThatStandElsewhereOrNowhere() {
    assertThat(Suggestions.forKey("class_weight", "loss", List.of("label_smoothing", "name")))
        .isEqualTo("; did you mean 'training.class_weights'?");
    assertThat(Suggestions.forKey("batch_norm", "model", List.of("hidden", "norm")))
        .isEqualTo("; did you mean 'norm: batch_norm'?");
    assertThat(Suggestions.forKey("normalization", "model", List.of("hidden", "norm")))
        .isEqualTo("; did you mean 'norm'?");
    String inferred = "; it follows from the data and the layers before, leave it out";
    assertThat(Suggestions.forKey("in_features", "model.layers[0]", List.of("units", "bias")))
        .isEqualTo(inferred);
    assertThat(Suggestions.forKey("in_channels", "", List.of("out_channels", "kernel_size")))
        .isEqualTo(inferred);
    assertThat(Suggestions.forKey("line_search_fn", "optimizer", List.of("history_size")))
        .isEqualTo("; the search is always strong Wolfe's");
    assertThat(Suggestions.forKey("pool_size", "", List.of("kernel_size", "stride")))
        .isEqualTo("; did you mean 'kernel_size'?");
    assertThat(Suggestions.forKey("hflip", "", List.of("shift", "horizontal_flip")))
        .isEqualTo("; did you mean 'horizontal_flip'?");
    assertThat(Suggestions.forKey("popsize", "", List.of("sigma", "population_size")))
        .isEqualTo("; did you mean 'population_size'?");
    assertThat(Suggestions.forKey("out_features", "model.layers[0]", List.of("name")))
        .isEqualTo("; a fully connected layer is {type: dense, units: …}");
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
