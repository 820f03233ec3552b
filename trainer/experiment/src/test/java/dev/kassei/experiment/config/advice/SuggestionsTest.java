package dev.kassei.experiment.config.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {
  private static final List<String> ACTIVATIONS =
      List.of("elu", "gelu", "glu", "leaky_relu", "flexible_relu", "relu", "sigmoid", "swish");
  private static final List<String> OPTIMIZERS = List.of("adam", "adamax", "sgd", "rmsprop");
  private static final List<String> LOSSES = List.of("mse", "huber", "cross_entropy");
  private static final KnownKeys NOWHERE = keys(Map.of(), Map.of());

  private static KnownKeys keys(
      Map<String, List<String>> places, Map<String, List<String>> owners) {
    return new KnownKeys() {
      @Override
      public List<String> places(String key) {
        return places.getOrDefault(key, List.of());
      }

      @Override
      public List<String> owners(String path, String key) {
        return owners.getOrDefault(path + "." + key, List.of());
      }
    };
  }

  private static String key(String key, KeyMap map) {
    return Suggestions.forKey(key, map, NOWHERE);
  }

  @ParameterizedTest
  @CsvSource({
    "loss, MSELoss, mse",
    "loss, mean_squared_error, mse",
    "loss, nn.MSELoss, mse",
    "loss, keras.losses.MeanSquaredError(), mse",
    "loss, L1Loss, mae",
    "loss, BCEWithLogitsLoss, binary_cross_entropy",
    "loss, categorical_crossentropy, cross_entropy",
    "activation, SiLU, swish",
    "activation, FReLU, flexible_relu",
    "initializer, kaiming_normal_, he_normal",
    "layer, Linear, dense",
    "layer, nn.Linear, dense",
    "layer, BatchNorm2d, batch_norm",
    "layer, MaxPooling2D, max_pool",
    "schedule, CosineAnnealingLR, cosine",
    "metric, matthews_corrcoef, mcc",
    "dataset, make_moons, moons",
    "model, MLPClassifier, mlp",
    "optimizer, AdamWScheduleFree, schedule_free_adamw",
  })
  void whatOtherLibrariesCallIt(String family, String given, String here) {
    assertThat(Suggestions.forPlugin(family, given, List.of("adamw", "schedule_free_adamw")))
        .isEqualTo("; here it is '%s'".formatted(here));
  }

  @Test
  void aListOfLayersKnowsTheNamesOfActivationsToo() {
    assertThat(Suggestions.forPlugin("layer", "hswish", List.of("hard_swish")))
        .isEqualTo("; here it is 'hard_swish'");
    assertThat(Suggestions.forPlugin("layer", "nn.ReLU", List.of("relu")))
        .isEqualTo("; did you mean 'relu'?");
  }

  @Test
  void whatIsNotHereAndWhatComesNearest() {
    assertThat(Suggestions.forPlugin("optimizer", "LAMB", OPTIMIZERS))
        .isEqualTo("; there is none like it here, the nearest is 'adamw'");
    assertThat(Suggestions.forPlugin("loss", "MSLE", LOSSES))
        .isEqualTo(
            "; there is none like it here, the nearest is 'mse', of targets that are logarithms");
    assertThat(Suggestions.forPlugin("loss", "CTCLoss", LOSSES))
        .isEqualTo("; there is none: there are no sequences here");
  }

  @Test
  void whatIsHereByTheSameLettersIsMeantBeforeWhatIsNearest() {
    assertThat(Suggestions.forPlugin("optimizer", "Lamb", List.of("lamb")))
        .isEqualTo("; did you mean 'lamb'?");
  }

  @ParameterizedTest
  @CsvSource({
    "LeakyReLU, leaky_relu",
    "leaky-relu, leaky_relu",
    "leaky_rleu, leaky_relu",
    "sgimoid, sigmoid",
    "sigmod, sigmoid",
    "geluu, gelu",
    "rellu, relu",
    "rleu, relu",
  })
  void slips(String given, String meant) {
    assertThat(Suggestions.forPlugin("activation", given, ACTIVATIONS))
        .isEqualTo("; did you mean '%s'?".formatted(meant));
  }

  @ParameterizedTest
  @CsvSource({
    "activation, celu",
    "activation, relu7",
    "activation, hardsigmoidal",
    "activation, newsigmoid",
    "activation, flexible_gelu",
    "activation, leaky_celu",
    "activation, SReLU6",
    "optimizer, adamw",
    "optimizer, adamx",
    "optimizer, adamaxx2",
    "optimizer, sgdm",
    "loss, mae",
    "loss, mpe",
    "loss, huberised",
    "activation, banana",
    "activation, x",
    "activation, ''",
  })
  void aSuggestionBySpellingNeverChangesTheMeaning(String family, String given) {
    var known = List.of("elu", "gelu", "glu", "leaky_relu", "flexible_relu", "relu", "sigmoid");
    List<String> all =
        switch (family) {
          case "optimizer" -> OPTIMIZERS;
          case "loss" -> LOSSES;
          default -> known;
        };
    assertThat(Suggestions.forPlugin(family, given, all)).doesNotContain("did you mean");
  }

  @Test
  void aValueIsMeantBySpellingOrByWhatOthersCallIt() {
    assertThat(Suggestions.nearest("double", List.of("float32", "float64"))).contains("float64");
    assertThat(Suggestions.nearest("float16", List.of("float32", "float64"))).isEmpty();
    assertThat(Suggestions.nearest("median", List.of("drop", "mean"))).isEmpty();
    assertThat(Suggestions.nearest("most-frequent", List.of("drop", "most_frequent")))
        .contains("most_frequent");
  }

  @ParameterizedTest
  @CsvSource({
    "gradient_accumulation, accumulate",
    "accumulation_steps, accumulate",
    "accumulate_grad_batches, accumulate",
    "grad_clip, clip_norm",
    "max_grad_norm, clip_norm",
    "patience, training.early_stopping.patience",
    "lr, optimizer.learning_rate",
    "sam, sharpness_aware",
    "max_time, time_budget",
    "val_check_interval, validate_every",
    "verbose, log_every",
  })
  void whatOthersHaveInTheirTraining(String given, String here) {
    String known =
        "time_budget batch_size class_weights validate_every accumulate clip_value clip_norm"
            + " sharpness_aware early_stopping log_every";
    assertThat(key(given, KeyMap.at("training", Arrays.asList(known.split(" ")))))
        .isEqualTo("; here it is '%s'".formatted(here));
  }

  @ParameterizedTest
  @CsvSource({
    "optimizer, adam, learning_rate, lr, learning_rate",
    "optimizer, rmsprop, alpha, rho, alpha",
    "'', leaky_relu, alpha, negative_slope, alpha",
    "'', dense, units, out_features, units",
    "'', dense, bias, use_bias, bias",
    "'', conv2d, out_channels, filters, out_channels",
    "'', max_pool, kernel_size, pool_size, kernel_size",
    "'', dropout, p, rate, p",
    "'', hard_shrink, threshold, lambd, threshold",
    "model, mlp, hidden, hidden_layer_sizes, hidden",
    "model, mlp, norm, normalization, norm",
    "model, mlp, norm, batch_norm, norm: batch_norm",
    "loss, cross_entropy, label_smoothing, class_weight, training.class_weights",
    "optimizer, muon, rate_adjustment, adjust_lr_fn, rate_adjustment",
    "optimizer, cma_es, population_size, popsize, population_size",
    "dataset.augment, '', horizontal_flip, hflip, horizontal_flip",
  })
  void whatOthersCallKeys(String path, String plugin, String known, String given, String here) {
    assertThat(key(given, new KeyMap(path, plugin, List.of(known))))
        .isEqualTo("; here it is '%s'".formatted(here));
  }

  @Test
  void keysThatNobodyHasToGive() {
    String inferred = "; it follows from the data and the layers before, leave it out";
    assertThat(key("in_features", new KeyMap("model.layers[0]", "dense", List.of("units"))))
        .isEqualTo(inferred);
    assertThat(key("in_channels", KeyMap.at("", List.of("out_channels", "kernel_size"))))
        .isEqualTo(inferred);
    assertThat(key("line_search_fn", KeyMap.at("optimizer", List.of("history_size"))))
        .isEqualTo("; the search is always strong Wolfe's");
    assertThat(key("out_features", new KeyMap("model.layers[0]", "linear", List.of("name"))))
        .isEqualTo("; a layer with weights is {type: dense, units: …}, linear is the identity");
    assertThat(key("n_estimators", new KeyMap("model", "mlp", List.of("hidden", "norm"))))
        .startsWith("; it is of forests and boosted trees");
  }

  @Test
  void aKeyThatStandsElsewhereIsNamedByItsPath() {
    KnownKeys known =
        keys(
            Map.of(
                "epochs", List.of("training.epochs"),
                "noise", List.of("seed.noise", "dataset.noise"),
                "batch_size", List.of("training.batch_size")),
            Map.of("optimizer.momentum", List.of("rmsprop", "sgd")));
    var top = KeyMap.at("", List.of("training", "plots"));
    assertThat(Suggestions.forKey("epochs", top, known))
        .isEqualTo("; it belongs at 'training.epochs'");
    assertThat(Suggestions.forKey("noise", top, known))
        .isEqualTo("; it belongs at 'seed.noise' or 'dataset.noise'");
    assertThat(Suggestions.forKey("bs", top, known))
        .isEqualTo("; here it is 'training.batch_size'");
    assertThat(Suggestions.forKey("epochs", new KeyMap("layers[0]", "relu", List.of()), known))
        .isEmpty();
    assertThat(
            Suggestions.forKey("momentum", new KeyMap("optimizer", "adam", List.of("eps")), known))
        .isEqualTo("; it is a key of rmsprop, sgd");
  }

  @Test
  void aSlipInAKey() {
    var map = KeyMap.at("optimizer", List.of("learning_rate", "beta1", "beta2"));
    assertThat(key("lerning_rate", map)).isEqualTo("; did you mean 'learning_rate'?");
    assertThat(key("learningRate", map)).isEqualTo("; did you mean 'learning_rate'?");
    assertThat(key("beta3", map)).isEmpty();
    assertThat(key("betas", map)).isEqualTo("; here it is 'beta1', with beta2: one number each");
    assertThat(key("banana", map)).isEmpty();
  }

  @Test
  void foreignKeysAreNamedOnlyWhereTheyExist() {
    assertThat(key("negative_slope", KeyMap.at("model", List.of("hidden")))).isEmpty();
  }
}
